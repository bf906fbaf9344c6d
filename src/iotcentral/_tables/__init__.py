"""How models and plain rows become columns; without Arrow, so that the command line can use it too."""
