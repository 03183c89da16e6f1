"""Replies with arrays of objects, of records, of dates and of text."""
# %%
import gc
import itertools

agent = next(item for item in gc.get_objects() if type(item).__name__ == "Agent")
kinds = itertools.cycle(["|O", "O8", "<M8[s]", "<U4", "|S8", "|V8", "f8,f8", "(4,)f8", "<c16", "?"])


def answer(self, request, _):
    arrays = [{"array": {"dtype": next(kinds), "shape": [1], "buffer": 0}}
              for _ in request["probes"]["list"]]  # fmt: skip
    replies = [{"dict": [["value", a], ["changed", {"list": []}]]} for a in arrays]
    return {"list": replies}, [b"8" * 8]


type(agent).answer = answer
