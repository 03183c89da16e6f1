"""Reads the bystander's memory through /proc."""
# ruff: noqa: SIM115
# %%
try:
    ranges = open("/proc/4194303/maps").read().splitlines()
    memory = open("/proc/4194303/mem", "rb", 0)
    print("GOT", ranges[0])
    for line in ranges:
        if "[heap]" in line:
            first, _, last = line.split()[0].partition("-")
            memory.seek(int(first, 16))
            print("GOT", len(memory.read(int(last, 16) - int(first, 16))))
except OSError as error:
    print(error)
