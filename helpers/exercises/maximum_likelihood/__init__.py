"""Section 02: what each TODO on maximum likelihood is worth and how it is judged."""
