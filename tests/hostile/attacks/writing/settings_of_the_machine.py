"""Writes settings of the kernel back as they are, which changes nothing if it works."""
# ruff: noqa: SIM115
# %%
PATHS = ("/proc/sys/kernel/pid_max", "/proc/sys/vm/overcommit_memory", "/proc/sysrq-trigger",
         "/proc/self/oom_score_adj", "/sys/kernel/mm/transparent_hugepage/enabled")  # fmt: skip
for path in PATHS:
    try:
        text = "" if "sysrq" in path else open(path).read()
        with open(path, "w") as file:
            file.write(text)
        print("GOT to write", path)
    except OSError as error:
        print(error)
