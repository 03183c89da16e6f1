"""Figures, widgets and visible checks of one section."""
