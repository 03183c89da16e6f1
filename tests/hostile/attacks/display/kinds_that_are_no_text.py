"""Publishes numbers, lists and nothing where outputs hold text."""
# %%
from IPython import get_ipython

kernel = get_ipython().kernel
parent = kernel.get_parent("shell")
for item in (5, ["x"], {"x": [1]}, None, True):
    for kind in ("text/html", "text/plain", "image/png", "text/markdown", "text/latex"):
        content = {"data": {kind: item}, "metadata": {}}
        kernel.session.send(kernel.iopub_socket, "display_data", content, parent=parent)
    for data in (item, {"text/plain": "x"}):
        content = {"data": data, "metadata": item}
        kernel.session.send(kernel.iopub_socket, "display_data", content, parent=parent)
    content = {"name": "stdout", "text": item}
    kernel.session.send(kernel.iopub_socket, "stream", content, parent=parent)
    content = {"ename": item, "evalue": item, "traceback": item}
    kernel.session.send(kernel.iopub_socket, "error", content, parent=parent)
