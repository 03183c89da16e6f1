"""Replies with dicts that hold a key twice, in another case, or one that is no text."""
# %%
import gc
import itertools

agent = next(item for item in gc.get_objects() if type(item).__name__ == "Agent")
odd = itertools.cycle([
    [["value", 0.0], ["value", True], ["changed", {"list": []}]],
    [[1, 2], [None, 3]],
    [["value", 0.5], ["changed", "none"]],
    [["error", {"dict": []}], ["value", 0.5], ["changed", {"list": []}]],
    {"value": 0.5, "changed": []},
])  # fmt: skip
type(agent).answer = lambda self, request, _: (
    {"list": [{"dict": next(odd)} for _ in request["probes"]["list"]]},
    [],
)
