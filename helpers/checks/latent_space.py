"""Visible checks of section 04."""
