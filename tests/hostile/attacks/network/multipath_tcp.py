"""Connects by multipath TCP, which some filters of TCP do not see."""
# stopped by: confined
# %%
import socket

try:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM, 262) as connection:
        connection.settimeout(2)
        connection.connect(("127.0.0.1", 49151))
        print("GOT", connection.recv(99))
except OSError as error:
    print(error)
