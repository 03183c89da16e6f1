"""Things to move in section 01."""
