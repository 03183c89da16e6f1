"""Things to move in section 02."""
