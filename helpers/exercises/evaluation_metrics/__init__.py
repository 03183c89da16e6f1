"""Section 05: what each TODO on evaluation metrics is worth and how it is judged."""
