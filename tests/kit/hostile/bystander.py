"""A process of the instructor's that minds its own business, beside the grading of a class.

Usage: COURSE_SECRET=… python bystander.py ABSTRACT_NAME SOCKET_PATH

Keeps the secret in its memory and its environment, and gives it to whoever reaches one of its
sockets: TCP and UDP on 127.0.0.1, a Unix socket with a path, and an abstract one. Prints its port.
"""

from __future__ import annotations

import os
import select
import socket
import sys


def listeners(name: str, path: str) -> list[socket.socket]:
    """The sockets; the first is TCP, and UDP has the same port."""
    tcp = socket.create_server(("127.0.0.1", 0))
    udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    udp.bind(tcp.getsockname())
    unix = []
    for address in (path, f"\0{name}"):
        unix.append(socket.socket(socket.AF_UNIX))
        unix[-1].bind(address)
        unix[-1].listen()
    return [tcp, udp, *unix]


def main() -> None:
    secret = os.environ["COURSE_SECRET"].encode()
    sockets = listeners(*sys.argv[1:])
    print(sockets[0].getsockname()[1], flush=True)
    while True:
        for ready in select.select(sockets, [], [])[0]:
            if ready.type == socket.SOCK_DGRAM:
                _, sender = ready.recvfrom(100)
                ready.sendto(secret, sender)
            else:
                with ready.accept()[0] as connection:
                    connection.sendall(secret)


if __name__ == "__main__":
    main()
