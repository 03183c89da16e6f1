"""Leaves a thread running and functions to be called when the process ends."""
# %%
import atexit
import os
import subprocess
import threading


def leave(*_):
    subprocess.Popen(["sh", "-c", "sleep 300; : linger-0"], start_new_session=True)
    os.system("touch /srv/tmp/linger-0 /srv/home/linger-0")


atexit.register(leave)
os.register_at_fork(after_in_child=lambda: None)
threading.Thread(target=threading.Event().wait, daemon=False).start()
