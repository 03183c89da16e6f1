"""Has the kernel count executions with a script instead of a number."""
# %%
from IPython import get_ipython

kernel = get_ipython().kernel
parent = kernel.get_parent("shell")
SCRIPT = "<script>hostile()</script>"
content = {"code": "", "execution_count": SCRIPT}
kernel.session.send(kernel.iopub_socket, "execute_input", content, parent=parent)
content = {"data": {"text/plain": "x"}, "metadata": {}, "execution_count": SCRIPT}
kernel.session.send(kernel.iopub_socket, "execute_result", content, parent=parent)
kernel.session.send(kernel.iopub_socket, "display_data", content, parent=parent)
