"""Looks for the sockets of other students' kernels, and of whatever starts them."""
# stopped by: confined
# ruff: noqa: SIM115
# %%
from pathlib import Path

try:
    own = str(Path.home())
    sockets = [line.split()[-1] for line in open("/proc/net/unix").read().splitlines()[1:]]
    others = [s for s in sockets if s.startswith("/srv/tmp") and not s.startswith(own)]
    print("GOT" if others else "nothing", others)
except OSError as error:
    print(error)
