"""Opens sockets that send and see raw packets."""
# stopped by: confined
# %%
import socket

for family, kind, protocol in ((17, 3, 0x0300), (2, 3, 1), (10, 3, 58), (44, 3, 0)):
    try:
        socket.socket(family, kind, protocol).close()
        print("GOT a raw socket of family", family)
    except OSError as error:
        print(error)
