"""A first course in optics.

What the notebooks import. Students get what course.toml names of it, and nothing else.
"""

__version__ = "0.1.0"
