"""Makes a device file of its own for the machine's disk, and reads the disk raw."""
# stopped by: confined
# %%
import os
import stat
from pathlib import Path

for number, line in enumerate(Path("/proc/self/mountinfo").read_text().splitlines()):
    major, _, minor = line.split()[2].partition(":")
    device = Path.home() / f"disk{number}"
    try:
        os.mknod(device, stat.S_IFBLK | 0o600, os.makedev(int(major), int(minor)))
        with device.open("rb") as disk:
            print("GOT the disk", line.split()[2], len(disk.read(4096)))
    except OSError as error:
        print(error)
    finally:
        device.unlink(missing_ok=True)
