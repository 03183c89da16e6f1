"""Things to move in section 03."""
