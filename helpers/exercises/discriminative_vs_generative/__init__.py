"""Section 01: the TODOs on both kinds of models, what each is graded by."""
