"""Answers the request that runs this cell with a reply in which everything is missing."""
# %%
from IPython import get_ipython

kernel = get_ipython().kernel
send = kernel.session.send


def without_content(stream, message, content=None, *a, **k):
    if message == "execute_reply":
        content = {}
    return send(stream, message, content, *a, **k)


kernel.session.send = without_content
