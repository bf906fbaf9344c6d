"""Asking a live server: what is read, what is made and removed, how fast, and when it is given up."""
