"""Changes modes, owners, times and attributes of files that it may not open."""
# stopped by: confined
# %%
import os

for path in ("/srv/course/secret.txt", "/srv/home/secret.txt", "/srv/tmp", "/srv/course"):
    for attempt in (
        lambda: os.chmod(path, 0o777),  # noqa: B023
        lambda: os.utime(path, (0, 0)),  # noqa: B023
        lambda: os.setxattr(path, "user.hostile", b"here"),  # noqa: B023
        lambda: os.chown(path, 12345, 12345),  # noqa: B023
    ):
        try:
            attempt()
            print("changed:", path)
        except OSError as error:
            print(error)
