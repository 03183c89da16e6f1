"""Writes a file into every folder that it has ever known of."""
# %%
from pathlib import Path

folders = ["/srv/course", "/srv/home", "/srv/tmp", "/tmp", "/var/tmp", "/root", "/etc", "/run",
           "/usr/lib", "/opt", "/", "/mnt", "/proc/self", "/dev", "/sys/fs/cgroup"]  # fmt: skip
for folder in [*folders, Path.home().parent, Path.home().parent.parent]:
    try:
        path = Path(folder, "linger-0")
        path.write_text("here")
        print("written:", path)
    except OSError as error:
        print(error)
