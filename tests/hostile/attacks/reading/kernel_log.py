"""Reads the log of the machine's kernel."""
# stopped by: confined
# %%
import ctypes
import os

text = ctypes.create_string_buffer(4096)
if ctypes.CDLL(None).klogctl(3, text, 4096) > 0:
    print("GOT the kernel's log")
for path in ("/dev/kmsg", "/proc/kcore", "/dev/mem"):
    try:
        os.close(os.open(path, os.O_RDONLY | os.O_NONBLOCK))
        print("GOT", path)
    except OSError as error:
        print(error)
