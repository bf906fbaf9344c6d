"""What a later service may answer and what it must not, and the bodies that are changed so."""
