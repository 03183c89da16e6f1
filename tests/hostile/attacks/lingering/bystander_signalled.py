"""Sends a harmless signal to a process of the instructor's."""
# %%
import os
import signal

for attempt in (lambda: os.kill(4194303, signal.SIGCONT), lambda: os.kill(4194303, 0)):
    try:
        attempt()
        print("GOT a signal through")
    except OSError as error:
        print(error)
