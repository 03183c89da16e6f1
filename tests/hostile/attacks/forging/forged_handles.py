"""Replies with handles to objects that were never kept, or were kept for another question."""
# %%
import gc
import itertools

agent = next(item for item in gc.get_objects() if type(item).__name__ == "Agent")
handles = itertools.cycle([[0, "float"], [-1, "ndarray"], [2**62, "float64"], [0, "x" * 10**6]])
type(agent).answer = lambda self, request, _: (
    {"list": [{"dict": [["value", {"handle": next(handles)}], ["changed", {"list": []}]]}
              for _ in request["probes"]["list"]]},
    [],
)  # fmt: skip
