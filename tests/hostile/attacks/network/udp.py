"""Asks a server on the instructor's machine by datagrams."""
# stopped by: confined
# %%
import socket

with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp:
    udp.settimeout(1)
    try:
        udp.sendto(b"?", ("127.0.0.1", 49151))
        print("GOT", udp.recv(99))
    except OSError as error:
        print(error)
