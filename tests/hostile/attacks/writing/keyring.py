"""Leaves a note in the kernel's ring of keys, which all of a user's processes share."""
# stopped by: confined
# %%
import ctypes
import platform

number = {"x86_64": 248, "aarch64": 217}.get(platform.machine(), -1)
key = ctypes.CDLL(None).syscall(number, b"user", b"linger-0", b"note", 4, -4)
print(key)
