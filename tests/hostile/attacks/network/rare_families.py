"""Opens sockets of families that nobody thinks of: Bluetooth, RDS, TIPC, NFC, QRTR and others."""
# %%
import socket

for family in (3, 4, 5, 9, 12, 21, 23, 30, 31, 33, 36, 37, 39, 41, 42, 43):
    for kind in (1, 2, 3, 5):
        try:
            socket.socket(family, kind).close()
            print("GOT a socket of family", family)
        except OSError:
            continue
