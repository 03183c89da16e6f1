"""Section 02: the TODOs on maximum likelihood, what each is graded by."""
