"""The public client as the suite drives it: names by rule, arguments from JSON, transports that listen."""
