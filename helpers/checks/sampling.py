"""Visible checks of section 03."""
