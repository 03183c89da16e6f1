"""Kills every process that it may kill, unless it could harm the bystander by that."""
# %%
import os
import signal

try:
    os.kill(4194303, 0)
    print("GOT a signal through")
except OSError as error:
    print(error)
    try:
        os.kill(-1, signal.SIGKILL)
    except OSError as alone:
        print(alone)
