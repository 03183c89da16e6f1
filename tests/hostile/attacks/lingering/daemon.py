"""Leaves a process behind that has cut all ties to this one."""
# stopped by: confined
# %%
import os
import subprocess

for _ in range(2):
    subprocess.Popen(["sh", "-c", "sleep 300; : linger-0"], start_new_session=True, close_fds=True)
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        os.execvp("sh", ["sh", "-c", "sleep 300; : linger-0"])
    os._exit(0)
