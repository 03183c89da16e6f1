"""How many parameters a mixture has, and what they cost."""
