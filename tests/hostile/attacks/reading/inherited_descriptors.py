"""Reads from every descriptor that it was born with."""
# %%
import os
import stat

for number in range(3, 1024):
    try:
        if stat.S_ISREG(os.fstat(number).st_mode):
            path = os.readlink(f"/proc/self/fd/{number}")
            if not path.startswith((os.path.expanduser("~"), "/memfd", "/usr", "/dev")):
                print("GOT", path, os.pread(number, 99, 0))
    except OSError:
        continue
