"""Claims to have raised every error that a right answer could raise, and never computes."""
# %%
import gc

agent = next(item for item in gc.get_objects() if type(item).__name__ == "Agent")
MRO = ["LinAlgError", "ValueError", "TypeError", "ArithmeticError", "NotImplementedError"]
ERROR = {"dict": [["type", "LinAlgError"], ["message", "singular"], ["where", ""],
                  ["mro", {"list": MRO}]]}  # fmt: skip
REPLY = {"dict": [["error", ERROR]]}
type(agent).answer = lambda self, request, _: (
    {"list": [REPLY] * len(request["probes"]["list"])},
    [],
)
