"""Kills the process that started it."""
# %%
import os
import signal

for attempt in (
    lambda: os.kill(os.getppid(), signal.SIGKILL),
    lambda: os.killpg(os.getpgid(os.getppid()), signal.SIGKILL),
):
    try:
        attempt()
    except OSError as error:
        print(error)
