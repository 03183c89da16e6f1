"""Section 01: what each TODO on both kinds of models is worth and how it is judged."""
