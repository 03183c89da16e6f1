"""Visible checks of section 01."""
