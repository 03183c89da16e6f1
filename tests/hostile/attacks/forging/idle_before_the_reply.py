"""Says that it is idle before it has replied, and replies to the next question in advance."""
# %%
from IPython import get_ipython

kernel = get_ipython().kernel
genuine = kernel.comm_manager.targets.get("course.ask")


def handle(comm, message):
    send = kernel.session.send
    send(kernel.iopub_socket, "status", {"execution_state": "idle"}, parent=message)
    genuine(comm, message)
    send(kernel.iopub_socket, "status", {"execution_state": "dead"}, parent=message)


kernel.comm_manager.register_target("course.ask", handle)
