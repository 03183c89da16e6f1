"""An autograder for notebook courses: verdicts that student code cannot forge."""

__version__ = "0.1.0"
