"""Leaves a child behind that minds no signal."""
# %%
import os
import signal

if os.fork() == 0:
    for number in range(1, 65):
        try:
            signal.signal(number, signal.SIG_IGN)
        except (OSError, ValueError):
            continue
    os.execvp("sh", ["sh", "-c", "trap '' 1 2 3 15; sleep 300; : linger-0"])
