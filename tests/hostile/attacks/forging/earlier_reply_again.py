"""Sends the first reply that it ever gave, as the reply to everything."""
# %%
import gc

agent = next(item for item in gc.get_objects() if type(item).__name__ == "Agent")
genuine, first = type(agent).answer, []


def answer(self, request, buffers):
    first.append(genuine(self, request, buffers))
    return first[0]


type(agent).answer = answer
