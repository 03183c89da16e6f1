"""The exercises of section 01_refraction."""
