"""The graded answers, one module a section. Never leaves the instructor's machine."""
