"""The grader's side of the student process: answers requests with plain data, knows no answers.

A request names objects of the student (by name in their notebook, or by an earlier handle), brings
the source of a module of ours, and a list of probes: a function of that module, and what to give it
beside the objects. The reply says for every probe what came back, or how it failed, and which
arguments were changed on the way.
Runs beside student code, so nothing here is trusted by the judge, and nothing here is secret.
"""

from __future__ import annotations

import contextlib
import io
import traceback
import types
from typing import Any

from . import settings
from .aside import Aside
from .blame import blame, in_cell, ours, theirs, unwrap, wrap
from .wire import Handle, Limits, pack, unpack

GENEROUS = Limits(bytes=2**30, items=10**7, depth=32, text=10**7)


class Agent:
    """Answers requests on the objects of one notebook's namespace."""

    def __init__(self, namespace: dict[str, Any]) -> None:
        self.namespace = namespace
        self.modules: dict[str, types.ModuleType] = {}
        self.handles: list[Any] = []

    def answer(self, request: dict[str, Any], buffers: list[bytes]) -> tuple[Any, list[bytes]]:
        """The packed list of replies to ``request``, one for each of its probes."""
        probes = self._resolve(unpack(request["probes"], buffers, GENEROUS))
        replies: list[Any] = []
        out: list[bytes] = []
        with (
            contextlib.redirect_stdout(io.StringIO()),
            contextlib.redirect_stderr(io.StringIO()),
            settings.ours(),
        ):
            for name, given in probes:
                replies.append(self._answer_one(request, name, given, out))
        return {"list": replies}, out

    def _module(self, name: str, source: str) -> types.ModuleType:
        if name not in self.modules:
            module = types.ModuleType(name)
            exec(compile(source, file_of(name), "exec"), module.__dict__)
            module.__dict__["NOTEBOOK"] = self.namespace
            self.modules[name] = module
        return self.modules[name]

    def _answer_one(
        self, request: dict[str, Any], name: str, probe: dict[str, Any], out: list[bytes]
    ) -> Any:
        before = {key: fingerprint(item) for key, item in probe.items()}
        try:
            function = getattr(self._module(request["module"], request["source"]), name)
            value = function(*map(self._find, request["targets"]), **probe)
            with theirs():
                form = pack(value, out, self._keep)
                changed = [key for key, item in probe.items() if fingerprint(item) != before[key]]
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # a SystemExit is an answer too, and a wrong one
            fault = ours(error, file_of(request["module"]))
            return pack({"error": describe(error, fault)}, out)
        return {"dict": [["value", form], ["changed", pack(changed, out)]]}

    def _resolve(self, value: Any) -> Any:
        """The value with every handle in it replaced by the object it stands for."""
        if isinstance(value, Handle):
            return self.handles[value.number]
        if isinstance(value, (list, tuple)):
            return type(value)(self._resolve(item) for item in value)
        if isinstance(value, dict):
            return {key: self._resolve(item) for key, item in value.items()}
        return value

    def _find(self, target: str | int) -> Any:
        """The student's object of a name or a handle, wrapped so that what it raises is theirs."""
        if isinstance(target, int):
            return wrap(self.handles[target])
        if target not in self.namespace:
            raise blame(NameError(f"name '{target}' is not defined"))
        return wrap(self.namespace[target])

    def _keep(self, value: Any) -> Any:
        """A handle to an object that is no plain data and stays here."""
        value = unwrap(value)
        self.handles.append(value)
        return pack(Handle(len(self.handles) - 1, type(value).__name__), [])


def fingerprint(item: Any) -> tuple[str, list[bytes]]:
    """What tells whether an argument was changed."""
    buffers: list[bytes] = []
    form = pack(item, buffers, odd=lambda value: str(id(value)))
    return repr(form), buffers


def file_of(module: str) -> str:
    """The file name by which tracebacks call the source of a module of ours."""
    return f"<{module}>"


def describe(error: BaseException, fault: bool = False) -> dict[str, Any]:
    """Type, message and the frames in the student's own cells; all of them for a fault of ours."""
    frames = [f for f in traceback.extract_tb(error.__traceback__) if in_cell(f.filename)]
    lines = [f"line {frame.lineno}, in {frame.name}: {frame.line}" for frame in frames]
    return {
        "type": type(error).__name__,
        "mro": [cls.__name__ for cls in type(error).__mro__],
        "message": str(error)[:500],
        "where": "\n".join(lines[-4:]),
        "ours": "".join(traceback.format_exception(error))[-4000:] if fault else "",
    }


def register() -> None:
    """Answer comm messages of the target ``course.ask`` in this IPython kernel."""
    from IPython.core.getipython import get_ipython

    shell: Any = get_ipython()
    shell.ask_exit = lambda: None  # quit() would end the process a moment after its cell
    agent = Agent(shell.user_ns)
    aside = Aside(agent.answer)

    def handle(comm: Any, message: dict[str, Any]) -> None:
        data = message["content"]["data"]
        if data["aside"] == "afresh":
            aside.end()
        answer = aside.ask if data["aside"] else agent.answer
        try:
            form, out = answer(data, [bytes(b) for b in message["buffers"]])
        except (EOFError, OSError):
            comm.send(data={"crashed": True})
        else:
            comm.send(data={"replies": form}, buffers=out)

    shell.kernel.comm_manager.register_target("course.ask", handle)
