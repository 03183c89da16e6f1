"""The exercises of section 02_lenses."""
