"""Connects to a Unix socket by its path, as a container's or a fork server's would be."""
# stopped by: confined
# %%
import socket

for path in ("/srv/tmp/bystander.sock", "/run/docker.sock", "/run/dbus/system_bus_socket"):
    try:
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(2)
            connection.connect(path)
            print("GOT", connection.recv(99))
    except OSError as error:
        print(error)
