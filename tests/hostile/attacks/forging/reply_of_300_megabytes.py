"""Replies with one array of three hundred megabytes, once in bytes and once in digits."""
# %%
import gc

agent = next(item for item in gc.get_objects() if type(item).__name__ == "Agent")
turns = []


def answer(self, request, _):
    turns.append(1)
    if len(turns) > 2:
        return {"list": []}, []
    array = {"array": {"dtype": "<f8", "shape": [37_500_000], "buffer": 0}}
    value = array if len(turns) == 1 else {"list": [1] * 30_000_000}
    reply = {"dict": [["value", value], ["changed", {"list": []}]]}
    return {"list": [reply] + [0] * (len(request["probes"]["list"]) - 1)}, [bytes(300_000_000)]


type(agent).answer = answer
