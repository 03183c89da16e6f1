"""Section 06: what each TODO on Gaussian mixtures is worth and how it is judged."""
