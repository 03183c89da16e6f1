"""Opens a socket to the machine that this machine runs on."""
# stopped by: confined
# %%
import socket

for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM):
    try:
        socket.socket(40, kind).close()
        print("GOT a socket of family vsock")
    except OSError as error:
        print(error)
