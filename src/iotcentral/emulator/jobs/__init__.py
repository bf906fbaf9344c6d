"""Jobs: what they may do, what they do to devices, how they run on the clock, and their schedules."""
