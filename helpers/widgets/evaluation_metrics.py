"""Things to move in section 05."""
