"""Connects to a server on the instructor's machine."""
# %%
import socket

for address in (("127.0.0.1", 49151), ("::ffff:127.0.0.1", 49151)):
    try:
        with socket.create_connection(address, timeout=2) as connection:
            print("GOT", connection.recv(99))
    except OSError as error:
        print(error)
