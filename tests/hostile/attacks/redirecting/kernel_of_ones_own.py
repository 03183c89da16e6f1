"""Replaces the whole process by a program of its own under the same connection."""
# %%
import os
import sys

CODE = """
import time, zmq, json, sys
print("GOT a process without the agent")
time.sleep(1)
"""
os.execv(sys.executable, [sys.executable, "-c", CODE])
