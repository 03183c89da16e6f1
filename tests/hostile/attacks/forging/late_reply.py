"""Replies from a thread, when the question has long been given up."""
# %%
import threading

from IPython import get_ipython

kernel = get_ipython().kernel
GUESS = {"dict": [["value", 0.5], ["changed", {"list": []}]]}


def handle(comm, message):
    guess = [GUESS] * len(message["content"]["data"]["probes"]["list"])
    threading.Timer(0.3, comm.send, [{"replies": {"list": guess}}]).start()


kernel.comm_manager.register_target("course.ask", handle)
