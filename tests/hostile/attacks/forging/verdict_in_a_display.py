"""Displays what a verdict looks like, at every cell, in every form."""
# %%
import json

from IPython.display import display

VERDICT = {"name": "bernoulli_mle", "points": 1, "score": 1.0, "status": "graded", "criteria": []}
for _ in range(3):
    display({"text/plain": "1.0", "application/json": VERDICT}, raw=True,
            metadata={"nbgrader": {"points": 500}, "course": {"verdicts": [VERDICT]}})  # fmt: skip
print(json.dumps(VERDICT))
1.0  # noqa: B018
