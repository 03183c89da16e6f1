"""Section 04: what each TODO on latent spaces is worth and how it is judged."""
