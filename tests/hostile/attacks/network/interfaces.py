"""Lists the machine's network interfaces by netlink and by ioctl."""
# stopped by: confined
# %%
import socket

try:
    found = [name for _, name in socket.if_nameindex() if name != "lo"]
    print("GOT" if found else "nothing", found)
except OSError as error:
    print(error)
