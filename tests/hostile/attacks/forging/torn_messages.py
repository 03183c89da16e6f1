"""Sends frames that are no message, to every socket of the kernel's."""
# %%
from IPython import get_ipython

kernel = get_ipython().kernel
for frames in ([b"x"], [b"<IDS|MSG>"], [b"<IDS|MSG>", b"", b"{}", b"[", b"{", b"\xff"], [b""] * 50):
    kernel.iopub_socket.send_multipart(frames)
