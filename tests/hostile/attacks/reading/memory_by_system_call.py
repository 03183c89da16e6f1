"""Attaches to the bystander, reads its memory, and takes its descriptors, all without /proc."""
# %%
import ctypes
import errno
import os

C = ctypes.CDLL(None, use_errno=True)
BYSTANDER, SEIZE, DETACH = 4194303, 0x4206, 17
if C.ptrace(SEIZE, BYSTANDER, 0, 0) == 0:  # does not stop it
    print("GOT hold of it")
    C.ptrace(DETACH, BYSTANDER, 0, 0)
local, remote = (ctypes.c_size_t * 2)(0, 0), (ctypes.c_size_t * 2)(4096, 8)
local[0], local[1] = ctypes.addressof(ctypes.create_string_buffer(8)), 8
if C.process_vm_readv(BYSTANDER, local, 1, remote, 1, 0) >= 0 or ctypes.get_errno() == errno.EFAULT:
    print("GOT its memory")
handle = C.syscall(434, BYSTANDER, 0)  # pidfd_open, which opens nothing of the process
if handle >= 0 and C.syscall(438, handle, 2, 0) >= 0:  # pidfd_getfd
    print("GOT a descriptor of it")
if handle >= 0:
    os.close(handle)
