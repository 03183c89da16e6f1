"""Opens a door for others: listens on every address."""
# %%
import socket

for family in (socket.AF_INET, socket.AF_INET6):
    try:
        with socket.socket(family) as server:
            server.bind(("", 0))
            server.listen()
            print("GOT a server at", server.getsockname())
    except OSError as error:
        print(error)
