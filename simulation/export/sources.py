"""Our own functions as text for a stand-alone script: with all they use, and nothing else."""

from __future__ import annotations

import ast
import inspect
import sys
import textwrap
from collections.abc import Callable, Mapping
from types import FunctionType
from typing import Any

from simulation.errors import InputError

OURS = "simulation."
TORCH_SUMS = {"summed": "sum", "mean": "mean"}
"""Functions of :mod:`simulation.lane_sums`, and the methods of torch that do the same."""


class Sources:
    """Collects definitions in the order in which they must stand.

    Each function, class or constant comes once, after what it uses. Annotations are left out,
    since what they name need not be there, and names that two modules share are told apart.

    Raises
    ------
    InputError
        From :meth:`add`, if the program came without its source files.
    """

    def __init__(self) -> None:
        self.definitions: list[str] = []
        self._names: dict[tuple[str, str], str] = {}

    def add(self, function: Callable[..., Any], wanted: str = "") -> str:
        """Include a function of ours and return its name in the script.

        A lambda becomes a function called ``wanted``.
        """
        assert isinstance(function, FunctionType)
        if function.__name__ == "<lambda>":
            return self._add_lambda(function, wanted)
        return self._define(function.__module__, function.__name__)

    def add_method(self, method: Callable[..., Any], name: str, docstring: str) -> None:
        """Include a method of ours as a function without ``self``, whose numbers are written out.

        Raises
        ------
        InputError
            If it reads anything else of ``self``.
        """
        owner = method.__self__  # type: ignore[attr-defined]
        (node,) = _parsed(method).body
        assert isinstance(node, ast.FunctionDef)
        del node.args.args[0]
        node.name = name
        documented = ast.get_docstring(node) is not None
        node.body[: int(documented)] = [ast.Expr(ast.Constant(docstring))]
        written_out = _NumbersOfSelf(owner).visit(node)
        self.definitions.append(self._resolved(method.__module__, written_out))

    def _add_lambda(self, function: FunctionType, wanted: str) -> str:
        tree = ast.parse(textwrap.dedent(_source(function)).strip().rstrip(","))
        (node,) = (each for each in ast.walk(tree) if isinstance(each, ast.Lambda))
        name = self._unique(wanted)
        definition = ast.FunctionDef(name, node.args, [ast.Return(node.body)], [])
        self._names[function.__module__, f"<lambda> {wanted}"] = name
        self.definitions.append(self._resolved(function.__module__, definition))
        return name

    def _define(self, module: str, name: str) -> str:
        """Include what a module of ours calls ``name``; return its name in the script."""
        value = vars(sys.modules[module])[name]
        home = getattr(value, "__module__", module)
        key = (home, getattr(value, "__name__", name))
        if key not in self._names:
            self._names[key] = self._unique(name)
            if isinstance(value, FunctionType | type):
                (node,) = _parsed(value).body
                self.definitions.append(self._resolved(home, node))
            else:
                self.definitions.append(f"{self._names[key]} = {value!r}")
        return self._names[key]

    def _unique(self, name: str) -> str:
        taken = set(self._names.values())
        number = 2
        unique = name
        while unique in taken:
            unique, number = f"{name}_{number}", number + 1
        return unique

    def _resolved(self, module: str, node: ast.AST) -> str:
        """Text of a definition, after what it uses of ours has been included."""
        node = ast.fix_missing_locations(_TorchSums().visit(_Plain().visit(node)))
        names = {
            name: self._define(module, name)
            for name in sorted(_names_used(node))
            if _is_ours(vars(sys.modules[module]).get(name))
        }
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            node.name = self._names.get((module, node.name), node.name)
        return ast.unparse(_Renamed(names).visit(node))


class _Plain(ast.NodeTransformer):
    """Drops the annotations of functions, and what is said of each field of a class."""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.returns = None
        node.body = [_unannotated(line) for line in node.body]
        return self.generic_visit(node)

    def visit_arg(self, node: ast.arg) -> ast.AST:
        node.annotation = None
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        docstring, *fields = node.body
        node.body = [docstring, *(each for each in fields if not isinstance(each, ast.Expr))]
        return node


def _unannotated(line: ast.stmt) -> ast.stmt:
    if isinstance(line, ast.AnnAssign) and line.value is not None:
        return ast.Assign([line.target], line.value)
    return line


class _TorchSums(ast.NodeTransformer):
    """Writes our sums over coordinates as torch's, which readers know; they agree to rounding."""

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        if not (isinstance(node.func, ast.Name) and node.func.id in TORCH_SUMS):
            return node
        (terms,) = node.args
        method = ast.Attribute(terms, TORCH_SUMS[node.func.id], ast.Load())
        return ast.Call(method, [ast.Constant(0)], [])


class _Renamed(ast.NodeTransformer):
    """Gives names that are not attributes other ones."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names

    def visit_Name(self, node: ast.Name) -> ast.AST:
        node.id = self._names.get(node.id, node.id)
        return node


class _NumbersOfSelf(ast.NodeTransformer):
    """Replaces ``self.name`` by the number that it is."""

    def __init__(self, owner: object) -> None:
        self._owner = owner

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        if not (isinstance(node.value, ast.Name) and node.value.id == "self"):
            return self.generic_visit(node)
        number = getattr(self._owner, node.attr, None)
        if not isinstance(number, int | float):
            raise InputError("objective", "this objective cannot be written as a script")
        return ast.copy_location(ast.Constant(number), node)


def _is_ours(value: Any) -> bool:
    """Whether a module-level value must be written into the script."""
    if isinstance(value, FunctionType | type):
        return value.__module__.startswith(OURS)
    return isinstance(value, int | float | str | tuple)


def _names_used(tree: ast.AST) -> set[str]:
    """Names that are read without having been given a value inside."""
    read: set[str] = set()
    given: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            (read if isinstance(node.ctx, ast.Load) else given).add(node.id)
        elif isinstance(node, ast.arg):
            given.add(node.arg)
    return read - given


def _parsed(thing: Any) -> ast.Module:
    return ast.parse(textwrap.dedent(_source(thing)))


def _source(thing: Any) -> str:
    try:
        return inspect.getsource(thing)
    except OSError as error:
        raise InputError(
            "", "this copy of the program came without its source, from which scripts are made"
        ) from error
