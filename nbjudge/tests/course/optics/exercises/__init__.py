"""The exercises: one package a section, one module an exercise. Students never get them."""
