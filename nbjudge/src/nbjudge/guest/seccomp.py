"""Refuses system calls that no notebook needs, by a Linux seccomp filter.

Namespaces do not contain everything: VM sockets, the kernel's key ring, tracing, new namespaces,
memory that no process owns. A call on the list fails with EPERM, so does a socket of any family but
Unix and netlink (which ZeroMQ asks for names), and the process goes on
(https://docs.kernel.org/userspace-api/seccomp_filter.html).
"""

from __future__ import annotations

import ctypes
import os
import platform
import struct

# name: number on x86_64, number on aarch64 (arch/x86/entry/syscalls, include/uapi/asm-generic)
REFUSED = {
    "acct": (163, 89),
    "add_key": (248, 217),
    "adjtimex": (159, 171),
    "bpf": (321, 280),
    "chroot": (161, 51),
    "clock_adjtime": (305, 266),
    "clock_settime": (227, 112),
    "delete_module": (176, 106),
    "fanotify_init": (300, 262),
    "finit_module": (313, 273),
    "fsconfig": (431, 431),
    "fsmount": (432, 432),
    "fsopen": (430, 430),
    "fspick": (433, 433),
    "init_module": (175, 105),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "io_uring_setup": (425, 425),
    "kcmp": (312, 272),
    "kexec_file_load": (320, 294),
    "kexec_load": (246, 104),
    "keyctl": (250, 219),
    "memfd_create": (319, 279),
    "memfd_secret": (447, 447),
    "mount": (165, 40),
    "mount_setattr": (442, 442),
    "move_mount": (429, 429),
    "msgget": (68, 186),
    "name_to_handle_at": (303, 264),
    "open_by_handle_at": (304, 265),
    "open_tree": (428, 428),
    "perf_event_open": (298, 241),
    "personality": (135, 92),
    "pidfd_getfd": (438, 438),
    "pivot_root": (155, 41),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "ptrace": (101, 117),
    "quotactl": (179, 60),
    "reboot": (169, 142),
    "request_key": (249, 218),
    "semget": (64, 190),
    "setdomainname": (171, 162),
    "sethostname": (170, 161),
    "setns": (308, 268),
    "settimeofday": (164, 170),
    "shmget": (29, 194),
    "swapoff": (168, 225),
    "swapon": (167, 224),
    "syslog": (103, 116),
    "umount2": (166, 39),
    "unshare": (272, 97),
    "userfaultfd": (323, 282),
    "vhangup": (153, 58),
}
SOCKET, SOCKETPAIR, CLONE, CLONE3 = (41, 198), (53, 199), (56, 220), (435, 435)
MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}  # column, AUDIT_ARCH
FAMILIES = (1, 16)  # AF_UNIX, AF_NETLINK
NEW_USER_NAMESPACE = 0x10000000
X32 = 0x40000000  # x86_64 has a second table of calls above this bit

LOAD, EQUAL, AT_LEAST, ANY_BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
ALLOW, REFUSE, MISSING = 0x7FFF0000, 0x00050000 | 1, 0x00050000 | 38  # errno EPERM, ENOSYS
NUMBER, ARCHITECTURE, FIRST_ARGUMENT = 0, 4, 16  # offsets in struct seccomp_data

Instruction = tuple[int, int, int, int]  # code, jump if true, jump if false, operand


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("filter", ctypes.c_char_p)]


def program(machine: str) -> list[Instruction]:
    """The filter for a kind of processor. Raises ``OSError`` for one that is not known."""
    if machine not in MACHINES:
        raise OSError(f"the system calls of {machine} are not known")
    column, architecture = MACHINES[machine]
    found: list[Instruction] = [
        (LOAD, 0, 0, ARCHITECTURE),
        (EQUAL, 1, 0, architecture),
        (RETURN, 0, 0, REFUSE),
        (LOAD, 0, 0, NUMBER),
        (AT_LEAST, 0, 1, X32),
        (RETURN, 0, 0, REFUSE),
    ]
    for numbers in REFUSED.values():
        found += [(EQUAL, 0, 1, numbers[column]), (RETURN, 0, 0, REFUSE)]
    # what clone3 is asked lies in memory, where a filter cannot look: C libraries then use clone
    found += [(EQUAL, 0, 1, CLONE3[column]), (RETURN, 0, 0, MISSING)]
    found += [
        (EQUAL, 0, 4, CLONE[column]),
        (LOAD, 0, 0, FIRST_ARGUMENT),
        (ANY_BIT, 0, 1, NEW_USER_NAMESPACE),
        (RETURN, 0, 0, REFUSE),
        (RETURN, 0, 0, ALLOW),
    ]
    found += [
        (EQUAL, 1, 0, SOCKET[column]),
        (EQUAL, 0, 4, SOCKETPAIR[column]),
        (LOAD, 0, 0, FIRST_ARGUMENT),
        (EQUAL, 2, 0, FAMILIES[0]),
        (EQUAL, 1, 0, FAMILIES[1]),
        (RETURN, 0, 0, REFUSE),
    ]
    return [*found, (RETURN, 0, 0, ALLOW)]


def refuse() -> None:
    """Put this process and its children under the filter for good.

    Raises ``OSError`` where the kernel or the processor does not know it.
    """
    code = b"".join(struct.pack("=HBBI", *step) for step in program(platform.machine()))
    libc = ctypes.CDLL(None, use_errno=True)
    filter_program = _Program(len(code) // 8, code)
    no_new_privileges, set_filter = 38, 22
    for call in ((no_new_privileges, 1, 0, 0, 0), (set_filter, 2, ctypes.byref(filter_program))):
        if libc.prctl(*call):
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
