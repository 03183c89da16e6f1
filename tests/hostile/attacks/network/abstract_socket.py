"""Connects to an abstract Unix socket, which no folder hides."""
# %%
import socket

try:
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(2)
        connection.connect("\0canary-socket")
        print("GOT", connection.recv(99))
except OSError as error:
    print(error)
