"""Prints to a stream whose name is a script."""
# %%
from IPython import get_ipython

kernel = get_ipython().kernel
content = {"name": 'x"><script>hostile()</script>', "text": "<script>hostile()</script>"}
kernel.session.send(kernel.iopub_socket, "stream", content, parent=kernel.get_parent("shell"))
print("<script>hostile()</script>")
