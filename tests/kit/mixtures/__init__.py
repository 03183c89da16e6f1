"""A package with exercises that the grader's tests weigh, where the tiny course has none alike."""
