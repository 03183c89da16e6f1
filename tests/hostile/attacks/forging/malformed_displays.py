"""Publishes displays, streams and errors with parts missing or of another kind."""
# %%
from IPython import get_ipython

kernel = get_ipython().kernel
parent = kernel.get_parent("shell")
for kind, content in [
    ("display_data", {"transient": ["x"]}), ("display_data", {}), ("stream", {"text": 4}),
    ("stream", {"name": ["x"]}), ("error", {}), ("clear_output", {}), ("comm_msg", {}),
    ("comm_open", {"comm_id": []}), ("status", {}), ("update_display_data", {}), ("unheard", {}),
]:  # fmt: skip
    kernel.session.send(kernel.iopub_socket, kind, content, parent=parent)
