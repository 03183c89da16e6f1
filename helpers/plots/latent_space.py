"""Figures of section 04."""
