"""Names one buffer of 60 MB nine thousand times, so that the judge copies it until it bursts."""
# %%
import gc

agent = next(item for item in gc.get_objects() if type(item).__name__ == "Agent")


def answer(self, request, _):
    array = {"array": {"dtype": "<f8", "shape": [7_500_000], "buffer": 0}}
    reply = {"dict": [["value", {"list": [array] * 9_000}], ["changed", {"list": []}]]}
    return {"list": [reply] * len(request["probes"]["list"])}, [bytes(60_000_000)]


type(agent).answer = answer
