"""Section 04: the TODOs on latent spaces, what each is graded by."""
