"""Visible checks of section 05."""
