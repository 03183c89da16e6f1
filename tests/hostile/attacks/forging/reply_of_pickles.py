"""Replies with pickled bytes that leave a file when somebody loads them."""
# %%
import gc
import pickle

agent = next(item for item in gc.get_objects() if type(item).__name__ == "Agent")


class Loaded:
    def __reduce__(self):
        return open, ("/srv/tmp/linger-0", "w")


def answer(self, request, _):
    body = pickle.dumps(Loaded())
    value = {"pickle": {"buffer": 0}}
    array = {"array": {"dtype": "|O", "shape": [1], "buffer": 0, "pickle": True}}
    forms = [{"dict": [["value", v], ["changed", {"list": []}]]} for v in (value, array)]
    return {"list": [forms[n % 2] for n, _ in enumerate(request["probes"]["list"])]}, [body]


type(agent).answer = answer
