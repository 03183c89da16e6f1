"""Uses what root may do to the whole machine, without doing harm."""
# stopped by: confined
# ruff: noqa: SIM115
# %%
import ctypes
import os
import socket

C = ctypes.CDLL(None, use_errno=True)
name = socket.gethostname().encode()
if C.sethostname(name, len(name)) == 0:
    print("GOT to name the machine")
if C.unshare(0x00020000) == 0:
    print("GOT a mount namespace")
if C.mount(b"none", os.path.expanduser("~").encode(), b"tmpfs", 0, b"") == 0:
    print("GOT to mount")
status = open("/proc/self/status").read()
powers = next(line for line in status.splitlines() if line.startswith("CapEff"))
if int(powers.split()[1], 16):
    print("GOT capabilities", powers)
