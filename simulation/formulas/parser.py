"""Reads the text of a formula into an expression, by operator precedence (Pratt 1973)."""

from __future__ import annotations

import difflib
import math
from functools import lru_cache
from typing import NoReturn

from simulation.formulas.advice import arity, missing_operand
from simulation.formulas.errors import FormulaError
from simulation.formulas.expression import NUMBER, PARAMETER, VARIABLE, Expression, Graph
from simulation.formulas.functions import (
    ALIASES,
    CONSTANTS,
    FUNCTIONS,
    MORE_ARGUMENTS,
    TWO_ARGUMENTS,
)
from simulation.formulas.names import (
    MAX_NAME,
    MAX_VARIABLES,
    check_names,
    is_coordinate,
    is_variable,
    parameter_problem,
)
from simulation.formulas.tokens import Token, tokenize
from simulation.wording import said

MAX_CHARACTERS = 10_000
MAX_DEPTH = 100
MAX_NODES = 5_000

_OPERATIONS = {"+": "add", "-": "sub", "*": "mul", "/": "div", "^": "pow"}
_PRECEDENCE = {"+": 1, "-": 1, "*": 2, "/": 2, "^": 4}
_MINUS_PRECEDENCE = 3  # -x^2 is -(x^2), -x*y is (-x)*y
_CLOSERS = {"(": ")", "|": "|"}


@lru_cache(maxsize=64)
def parse(text: str) -> Expression:
    """Read a formula exactly as it is written; nothing is simplified.

    Signs, loosest first: ``+ -``, ``* / · × ÷``, the minus in front, ``^ **`` (from the
    right) and superscripts; brackets ``( )`` and ``| |`` for the absolute value. Names are
    the variables ``x, y`` or ``x1 … x50``, the functions and constants of ``functions.py``,
    and parameters: everything else.

    Raises
    ------
    FormulaError
        With the place and what to write there; also when a limit above is exceeded.
    """
    if len(text) > MAX_CHARACTERS:
        raise FormulaError(
            "{count:,} characters are too many; give at most {most:,}",
            count=len(text),
            most=MAX_CHARACTERS,
        )
    expression = _Parser(text).parse()
    check_names(expression)
    return expression


class _Parser:
    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = tokenize(text)
        self._next = 0
        self._depth = 0
        self._first_variable = ""
        self._graph = Graph(
            MAX_NODES,
            said("the formula has more than {most:,} operations; shorten it", most=MAX_NODES),
        )

    def parse(self) -> Expression:
        if len(self._tokens) == 1:
            raise FormulaError("the formula is empty; give one such as x^2 + y^2")
        self._check_brackets()
        root = self._expression(1)
        if self._token.kind != "end":
            self._refuse_token()
        return self._graph.expression(root)

    @property
    def _token(self) -> Token:
        return self._tokens[self._next]

    def _take(self) -> Token:
        token = self._token
        self._next += 1
        return token

    def _at(self, sign: str) -> bool:
        return self._token.kind == "sign" and self._token.text == sign

    def _fail(self, problem: str, token: Token, **values: object) -> NoReturn:
        raise FormulaError(problem, self._text, token.position, **values)

    def _check_brackets(self) -> None:
        """Refuse brackets without a partner, at the one that lacks it."""
        opened: list[Token] = []
        for token in self._tokens:
            if token.kind == "sign" and token.text == "(":
                opened.append(token)
            elif token.kind == "sign" and token.text == ")":
                if not opened:
                    self._fail("this ) closes nothing; remove it, or add the ( before it", token)
                opened.pop()
        if opened:
            self._fail("this ( is never closed; add the )", opened[-1])

    def _nested(self, precedence: int, opener: Token) -> int:
        """An expression one level further down."""
        if self._depth == MAX_DEPTH:
            self._fail("the formula is nested deeper than {most} levels", opener, most=MAX_DEPTH)
        self._depth += 1
        index = self._expression(precedence)
        self._depth -= 1
        return index

    def _expression(self, precedence: int) -> int:
        """Read operands joined by signs that bind at least as tightly as ``precedence``."""
        left = self._operand()
        while True:
            token = self._token
            if token.kind == "exponent":
                self._take()
                left = self._graph.add("pow", left, self._number(token))
                continue
            own = _PRECEDENCE.get(token.text, 0) if token.kind == "sign" else 0
            if own == 0 and token.kind != "end" and token.text not in (")", ",", "|"):
                self._refuse_juxtaposition(token)
            if own == 0 or own < precedence:
                return left
            self._take()
            from_the_right = token.text == "^"
            right = self._nested(own, token) if from_the_right else self._expression(own + 1)
            left = self._graph.add(_OPERATIONS[token.text], left, right)

    def _operand(self) -> int:
        token = self._take()
        if token.kind == "number":
            return self._number(token)
        if token.kind == "name":
            return self._call(token) if self._at("(") else self._symbol(token)
        if token.kind == "sign" and token.text == "-":
            return self._negated(self._nested(_MINUS_PRECEDENCE, token))
        if token.kind == "sign" and token.text == "+":
            return self._nested(_MINUS_PRECEDENCE, token)
        if token.kind == "sign" and token.text in _CLOSERS:
            inner = self._nested(1, token)
            self._close(token)
            return self._graph.add("abs", inner) if token.text == "|" else inner
        return self._fail(missing_operand(token.kind, token.text), token)

    def _close(self, opener: Token) -> None:
        if self._at(_CLOSERS[opener.text]):
            self._take()
        elif self._at(","):
            self._fail(
                "a comma only separates the arguments of a function; write 1.5 with a dot",
                self._token,
            )
        else:
            closer = _CLOSERS[opener.text]
            self._fail(
                "this {opener} is never closed; add the {closer}",
                opener,
                opener=opener.text,
                closer=closer,
            )

    def _number(self, token: Token) -> int:
        value = float(token.text)
        if math.isinf(value):
            self._fail("the number is too large; the largest is about 1.8e308", token)
        return self._graph.number(value)

    def _negated(self, operand: int) -> int:
        node = self._graph.nodes[operand]
        if node.op == NUMBER:
            return self._graph.number(-node.number)
        return self._graph.add("neg", operand)

    def _symbol(self, token: Token) -> int:
        name = token.text
        if name in CONSTANTS:
            return self._graph.number(CONSTANTS[name])
        if is_coordinate(name):
            return self._variable(token)
        if problem := parameter_problem(name):
            self._fail(problem, token)
        return self._graph.symbol(PARAMETER, name)

    def _variable(self, token: Token) -> int:
        if not is_variable(token.text):
            self._fail(
                "{name} is no variable; they are x1 to x{most}",
                token,
                name=_cut(token.text),
                most=MAX_VARIABLES,
            )
        first = self._first_variable = self._first_variable or token.text
        if (first in ("x", "y")) != (token.text in ("x", "y")):
            self._fail(
                "{given} is mixed with {first}; write either x and y, or x1, x2 and so on",
                token,
                given=token.text,
                first=first,
            )
        return self._graph.symbol(VARIABLE, token.text)

    def _call(self, name: Token) -> int:
        function = ALIASES.get(name.text, name.text)
        if function not in FUNCTIONS:
            self._refuse_function(name)
        opener = self._take()
        if self._at(")"):
            self._fail("{name} needs {arguments}", name, name=name.text, arguments=arity(function))
        arguments = [self._nested(1, opener)]
        while self._at(","):
            arguments.append(self._nested(1, self._take()))
        self._close(opener)
        least = 2 if function in TWO_ARGUMENTS else 1
        if len(arguments) < least or (len(arguments) > least and function not in MORE_ARGUMENTS):
            self._fail(
                "{name} needs {arguments}; {count} given",
                name,
                name=name.text,
                arguments=arity(function),
                count=len(arguments),
            )
        result = arguments[0]
        if least == 1:
            return self._graph.add(function, result)
        for argument in arguments[1:]:
            result = self._graph.add(function, result, argument)
        return result

    def _refuse_function(self, token: Token) -> NoReturn:
        name = token.text
        if is_coordinate(name) or name in CONSTANTS:
            self._fail("{name} is no function; write {name}*(...)", token, name=name)
        known = sorted({*FUNCTIONS, *ALIASES})
        near = difflib.get_close_matches(name[:MAX_NAME], known, n=1, cutoff=0.6)
        if near:
            self._fail(
                "no function is called {name!r}; did you mean {near!r}?",
                token,
                name=_cut(name),
                near=near[0],
            )
        self._fail(
            "no function is called {name!r}; known: {known}",
            token,
            name=_cut(name),
            known=", ".join(known),
        )

    def _refuse_juxtaposition(self, token: Token) -> NoReturn:
        before = self._tokens[self._next - 1]
        if before.kind == "number" and token.kind == "number":
            self._fail("two numbers stand side by side; write an operator between them", token)
        left = before.text if before.kind in ("number", "name") else ")"
        right = token.text if token.kind in ("number", "name") else "("
        self._fail(
            "an operator is missing; for a product write {left}*{right}",
            token,
            left=_cut(left),
            right=_cut(right),
        )

    def _refuse_token(self) -> NoReturn:
        token = self._token
        if token.text == ",":
            self._fail(
                "a comma only separates the arguments of a function; write 1.5 with a dot", token
            )
        self._fail(
            "{given!r} has no place here; expected an operator or the end", token, given=token.text
        )


def _cut(name: str) -> str:
    return name if len(name) <= MAX_NAME else name[: MAX_NAME - 1] + "…"
