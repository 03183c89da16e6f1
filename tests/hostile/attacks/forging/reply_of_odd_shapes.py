"""Tells the judge of shapes that are negative, text, true, endless or no list at all."""
# %%
import gc
import itertools

agent = next(item for item in gc.get_objects() if type(item).__name__ == "Agent")
shapes = itertools.cycle([[-1], ["1"], [True], [1] * 99, 1, None, [2**63], [1.0], [0, 10**18], {}])


def answer(self, request, _):
    arrays = [{"array": {"dtype": "<f8", "shape": next(shapes), "buffer": 0}}
              for _ in request["probes"]["list"]]  # fmt: skip
    replies = [{"dict": [["value", a], ["changed", {"list": []}]]} for a in arrays]
    return {"list": replies}, [b"1" * 8]


type(agent).answer = answer
