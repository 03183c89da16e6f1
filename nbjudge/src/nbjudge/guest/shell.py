"""The IPython shell of a student process: what cannot be run here costs nothing that stands below.

A cell that fails still binds what it defines further down. Shell commands are not run, magics that
are not here are passed over, and a package that is not installed is stood in for until it is used.
"""

from __future__ import annotations

import ast
import sys
import traceback
from collections.abc import Iterable, Iterator
from typing import Any

from ipykernel import zmqshell
from ipykernel.ipkernel import IPythonKernel
from IPython.core.error import UsageError
from IPython.utils.text import LSString, SList
from traitlets import Type

from .definitions import DEFINITIONS_ALONE, FUNCTIONS, IMPORTS, definitions, to_come
from .magics import INSTALLS, RUN_CODE, install, say
from .standins import missing_package, said, stand_ins


class ZMQInteractiveShell(zmqshell.ZMQInteractiveShell):
    """Runs cells. It has its parent's name, by which notebooks tell where they are."""

    _import: ast.Import | ast.ImportFrom | None = None  # the statement that runs, if it is one

    def init_magics(self) -> None:
        super().init_magics()
        install(self)

    async def run_ast_nodes(
        self,
        nodelist: list[ast.stmt],
        cell_name: str,
        interactivity: str = "last_expr",
        compiler: Any = compile,
        result: Any = None,
    ) -> bool:
        """Run the statements of a cell one by one; whether one of them failed."""
        nodes = list(one_import_each(nodelist))
        for number, node in enumerate(nodes, 1):
            shown = interactivity if number == len(nodes) or interactivity == "all" else "none"
            self._import = node if isinstance(node, IMPORTS) else None
            failed = await super().run_ast_nodes([node], cell_name, shown, compiler, result)
            if failed and isinstance(node, IMPORTS) and self._import is None:
                result.error_in_exec = None  # nothing failed: it is stood in for
            elif failed:
                self._import = None
                error = getattr(result, "error_in_exec", None)
                # perhaps only its annotations name what is not here
                again = isinstance(node, FUNCTIONS) and isinstance(error, ModuleNotFoundError)
                left = to_come(node, line_of(error, cell_name))
                self.bind([*([node] if again else left), *nodes[number:]], cell_name)
                return True
        self._import = None
        return False

    def showtraceback(self, *args: Any, **kwargs: Any) -> None:
        """Show the exception at hand, unless it is an import that can be stood in for."""
        package = missing_package(sys.exc_info()[1]) if self._import is not None else ""
        if self._import is not None and package:
            self.stand_in(self._import, package)
            self._import = None
        else:
            super().showtraceback(*args, **kwargs)

    def stand_in(self, statement: ast.Import | ast.ImportFrom, package: str) -> None:
        """Bind what an import would have bound of a package that is not here, and say so."""
        self.user_ns.update(stand_ins(statement, package))
        print(said(package))

    def bind(self, nodes: Iterable[ast.stmt], cell_name: str) -> None:
        """Bind what these statements define, as far as that goes; nothing that fails is shown."""
        for node in definitions(one_import_each(nodes), self.user_ns):
            try:
                self._bind_one(node, cell_name)
            except (Exception, SystemExit) as error:
                if isinstance(node, IMPORTS) and (package := missing_package(error)):
                    self.stand_in(node, package)
            except KeyboardInterrupt:
                return

    def _bind_one(self, node: ast.stmt, cell_name: str) -> None:
        """Execute a statement; without its annotations if these name what is not here."""

        def execute(flags: int) -> None:
            code = compile(ast.Module([node], []), cell_name, "exec", flags, dont_inherit=True)
            exec(code, self.user_ns)

        try:
            execute(self.compile.flags)
        except ModuleNotFoundError:
            if not isinstance(node, FUNCTIONS):
                raise
            execute(self.compile.flags | annotations.compiler_flag)  # which keeps them as text

    def run_line_magic(self, magic_name: str, line: str, _stack_depth: int = 1) -> Any:
        """Run a magic; one that is not here, or of no use here, is passed over."""
        try:
            return super().run_line_magic(magic_name, line, _stack_depth + 1)
        except Exception as error:
            if magic_name in RUN_CODE and not isinstance(error, UsageError):
                raise
            return say(f"%{magic_name} {line}")

    def magic(self, arg_s: str) -> Any:
        """Run a magic as older versions of IPython did."""
        name, _, line = arg_s.lstrip(" %").partition(" ")
        return self.run_line_magic(name, line, 2)

    def run_cell_magic(self, magic_name: str, line: str, cell: str) -> Any:
        """Run a cell by its magic; of one whose magic is not here, bind what it defines."""
        try:
            return super().run_cell_magic(magic_name, line, cell)
        except UsageError:
            if magic_name != DEFINITIONS_ALONE:
                say(f"%%{magic_name} {line}")
        source = self.transform_cell(cell)
        try:
            nodes = ast.parse(source).body
        except SyntaxError:  # of another language
            return None
        return self.bind(nodes, self.compile.cache(source, self.execution_count, raw_code=cell))

    def system(self, cmd: str) -> None:
        """Run nothing, and say so."""
        say(f"!{cmd}")

    system_piped = system_raw = system

    def getoutput(self, cmd: str, split: bool = True, depth: int = 0) -> Any:
        """What a command prints; nothing of one that installs, or cannot be run."""
        try:
            if not INSTALLS.search(cmd):
                return super().getoutput(cmd, split, depth + 1)
        except OSError:
            pass
        say(f"!{cmd}")
        return SList() if split else LSString()


class Kernel(IPythonKernel):
    """An IPython kernel with such a shell."""

    shell_class = Type(ZMQInteractiveShell)


def one_import_each(nodes: Iterable[ast.stmt]) -> Iterator[ast.stmt]:
    """The same statements, with ``import a, b`` as two."""
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (ast.copy_location(ast.Import([alias]), node) for alias in node.names)
        else:
            yield node


def line_of(error: BaseException | None, cell_name: str) -> int:
    """The line of a cell in which an exception came up, or 0."""
    frames = traceback.walk_tb(error.__traceback__ if error else None)
    return next((line for f, line in frames if f.f_code.co_filename == cell_name), 0)
