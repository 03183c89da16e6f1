"""Things to move in section 04."""
