"""Section 05: the TODOs on evaluation metrics, what each is graded by."""
