"""The exercises: one package a topic, one module an exercise."""
