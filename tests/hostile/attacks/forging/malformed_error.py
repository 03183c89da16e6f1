"""Publishes an error whose name, value and traceback are missing, under an answer."""
# %% in place of gaussian_mle
from IPython import get_ipython

kernel = get_ipython().kernel
kernel.session.send(kernel.iopub_socket, "error", {"ename": 1, "evalue": None, "traceback": 5},
                    parent=kernel.get_parent("shell"))  # fmt: skip
raise ValueError("half of an answer")
