"""The exercise specifications, one module a section."""
