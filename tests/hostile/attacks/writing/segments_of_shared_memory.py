"""Leaves a segment of System V shared memory behind for the next student."""
# stopped by: confined
# %%
import ctypes
import zlib

key = zlib.crc32(b"linger-0") & 0x7FFFFFFF
print(ctypes.CDLL(None, use_errno=True).shmget(key, 4096, 0o1666))
