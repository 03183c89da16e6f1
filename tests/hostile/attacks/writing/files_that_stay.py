"""Makes files that cannot be deleted: immutable ones, and folders without permissions."""
# %%
import fcntl
import os
import struct
from pathlib import Path

folder = Path.home() / "stays"
folder.mkdir(exist_ok=True)
file = os.open(folder / "file", os.O_RDWR | os.O_CREAT)
try:
    fcntl.ioctl(file, 0x40086602, struct.pack("l", 0x10))  # FS_IOC_SETFLAGS, immutable
except OSError as error:
    print(error)
for path in (folder / "closed", folder):
    path.mkdir(exist_ok=True)
    path.chmod(0)
