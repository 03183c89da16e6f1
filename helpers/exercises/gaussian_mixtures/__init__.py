"""Section 06: the TODOs on Gaussian mixtures, what each is graded by."""
