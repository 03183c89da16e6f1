"""Looks names up, which tells a server far away what they are."""
# %%
import socket

for name in ("example.org", "secret.example.org"):
    try:
        print("GOT", socket.getaddrinfo(name, 80))
    except OSError as error:
        print(error)
