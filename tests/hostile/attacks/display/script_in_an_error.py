"""Puts scripts into the name, the text and the traceback of an error."""
# %% in place of gaussian_mle
SCRIPT = "<script>hostile()</script><img src=x onerror=hostile()>"
raise type(f"E{SCRIPT}", (ValueError,), {"_render_traceback_": lambda _: [SCRIPT]})(SCRIPT)
# %% in place of bernoulli_mle
def bernoulli_mle(data):
    raise type(f"E{SCRIPT}", (ValueError,), {})(SCRIPT)
