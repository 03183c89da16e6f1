"""What a regrade changed: the difference of two receipts in a line."""

from __future__ import annotations

from nbjudge.judge.verdict import points
from nbjudge.pool.graded import Receipt

Outcome = tuple[float | None, str]  # score and status
SHOWN = 4  # exercises that are named in one line


def difference(before: Receipt | None, after: Receipt) -> str:
    """Old and new score with the exercises that differ, such as ``34 → 36 (sample 3 → 5)``.

    Empty if every exercise came out as it had, or if there is no receipt from before.
    """
    if before is None:
        return ""
    old, new = outcomes(before), outcomes(after)
    if not old:
        return f"not graded → {after['score']:g}"
    changes = [
        change(name, old.get(name), new.get(name))
        for name in {**old, **new}
        if old.get(name) != new.get(name)
    ]
    if not changes:
        return ""
    more = f" and {len(changes) - SHOWN} more" if len(changes) > SHOWN else ""
    return f"{before['score']:g} → {after['score']:g} ({', '.join(changes[:SHOWN])}{more})"


def outcomes(receipt: Receipt) -> dict[str, Outcome]:
    """Score and status of every exercise of a receipt."""
    return {form["name"]: (form["score"], form["status"]) for form in receipt["verdicts"]}


def change(name: str, old: Outcome | None, new: Outcome | None) -> str:
    """One exercise's change: of its score, or of its status where the score is the same."""
    if old and new and old[0] == new[0]:
        return f"{name} {old[1]} → {new[1]}"
    return f"{name} {points(old[0]) if old else '–'} → {points(new[0]) if new else '–'}"
