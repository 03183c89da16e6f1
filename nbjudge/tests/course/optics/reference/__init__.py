"""The graded answers, one module a section. Students never get them."""
