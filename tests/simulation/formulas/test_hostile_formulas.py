"""Formulas made to hurt: a sentence or numbers at once, and nothing is executed."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from simulation.errors import InputError
from simulation.experiment import Experiment, ObjectiveChoice
from simulation.formulas.compiled import compile_formula, compile_hessian
from simulation.formulas.errors import FormulaError
from simulation.formulas.parser import parse
from simulation.objectives.formula import Formula
from tests.simulation.yardstick import Yardstick

CODE = """
__import__('os').system('true')
__import__("os")
import os
import os; os.system('true')
from os import system
exec('1')
exec(x)
eval('x')
eval(x)
compile(x)
open(x)
open('/etc/passwd').read()
print(x)
input(x)
globals()
globals
locals()
vars(x)
dir(x)
getattr(x, y)
setattr(x, y, x)
type(x)
object
breakpoint()
exit()
exit(x)
quit()
help(x)
id(x)
os.system(x)
sys.exit(x)
torch.load(x)
np.sin(x)
math.sin(x)
x.__class__
x.__class__.__bases__[0].__subclasses__()
().__class__
(1).__class__
"".__class__
x.real
x.T
x.backward()
x._grad
x . __dict__
__builtins__
__name__
__x__
_
__
x__class__
x.__init__.__globals__
lambda x: x
lambda: 0
(lambda x: x)(x)
x if y else x
x for x in y
[x for x in y]
{x}
{x: y}
[x]
[x][0]
(x, y)
(x,)
x,
x, y
*x
**x
x := 1
(x := 1)
x = 1
x == y
x != y
x < y
x <= y <= x
x and y
x or y
not x
x in y
x is y
x % y
x // y
x @ y
x & y
x << y
~x
x ^^ y
x *** y
x ?: y
x ? y : x
f'{x}'
f"{x.__class__}"
b'x'
r'x'
'x'
"x"
'''x'''
`x`
$x
$(true)
`true`
x; y
x;
x # y
# x
x // y
/* x */ x
x \\ y
\\x
\\frac{x}{y}
x_{1}
x -> y
@x
x...
...
. x
x.
1..2*x
1.2.3*x
.
e.x
1e*x
1e+*x
1e5.5*x
0x10*x
0b1*x
0o7*x
1_000*x
1j*x
1L*x
1f*x
'x'*1000000
x*'a'
nan
NaN
nan*x
inf
-inf*x
Infinity
infinity - x
1e309*x
-1e309*x
1e99999999999*x
1e-99999999999*x
None
True
False
None*x
True*x
yield x
await x
return x
raise x
del x
assert x
class x
def f(x)
while x
with x
try
global x
pass
async
((((
))))
)(
()
(())
(x
x)
((x)
(x))
[x)
(x]
sin
sin(
sin)
sin()
sin((
sin(x
sin(,)
sin(x,)
sin(,x)
sin(x)(y)
sin sin x
sin(sin)
sin(x y)
max
max()
max(x)
max(,)
max(x,,y)
pow(x, 2)
sqrt
sqrt(-1)
|
||
|||
|x
x|
||x|
|x||y|
|sin|
+
-
*
/
^
**
+-
x+
x*
x^
x**
x***2
x^^2
x^*2
x-*2
*x
/x
^x
2x
x2y
xy z
x y
x 2
2 2*x
x(2)
2(x)
pi(x)
e(x)
x²³⁴⁵⁶⁷⁸⁹
²
⁻²
x⁻
x²y
x₁x₂
x₀
x₅₁
x00
x01
x51
x999999999999999999999
z
z + x
x + x1
y1 + x9 + y
x1 + y
{0.__class__}
%s%s%s%n
%x
&x;
<x>
<script>x</script>
' OR 1=1 --
../../etc/passwd
file:///etc/passwd
C:\\x
~/x
C-x
x\x00
\x00
\x1b[31mx
\x07x
x\x7f
\ufeffx
\u202ex
x\u200b
x\u200d+1
\u2028x
x\u0301
х + 1
у^2
ｘ + 1
１*x
x＋1
x（1）
𝑥 + 1
𝐱
x → y
∑x
∫x
∂x
∞*x
x ≤ y
x ≠ y
√x
x′
½*x
x½
٣*x
๓*x
Ⅷ*x
µ*x
ℯ^x
ﬁ*x
İ*x
ſ*x
K*x
Å*x
😀
😀*x
x😀
\ud800
x + \udfff
""".strip().split("\n")
LONG = {
    "ten megabytes": "x" * 10_000_000,
    "ten megabytes of sums": "x+" * 5_000_000 + "x",
    "ten megabytes of brackets": "(" * 10_000_000,
    "100,000 brackets": "(" * 100_000 + "x" + ")" * 100_000,
    "4,999 brackets": "(" * 4_999 + "x" + ")" * 4_999,
    "100 brackets": "(" * 100 + "x" + ")" * 100,
    "9,999 brackets left open": "(" * 9_999,
    "9,999 brackets never opened": ")" * 9_999,
    "a name of 10,000 letters": "x" * 10_000,
    "a function of 10,000 letters": "s" * 9_997 + "(x)",
    "100,000 minus": "-" * 100_000 + "x",
    "9,999 minus": "-" * 9_999 + "x",
    "9,999 plus": "+" * 9_999 + "x",
    "9,999 bars": "|" * 9_999,
    "9,998 bars": "|" * 4_999 + "x" + "|" * 4_999,
    "9,999 stars": "*" * 9_999,
    "9,999 dots": "." * 9_999,
    "9,999 commas": "max(" + "," * 9_990 + ")",
    "9,999 blanks": " " * 9_999,
    "9,999 line ends": "\n" * 9_999 + "x",
    "9,999 nines": "9" * 9_997 + "*x",
    "9,000 decimals": "0." + "1" * 9_000 + "*x",
    "an exponent of 9,000 digits": "1e" + "9" * 9_000 + "*x",
    "a superscript of 9,000 digits": "x" + "⁹" * 9_000,
    "5,000 superscripts": "x" + "²⁻²" * 3_000,
    "9^9^9^9^9": "9^9^9^9^9*x",
    "9**9**9**9 of x": "x**9**9**9**9",
    "x to the x": "^".join(["x"] * 101),
    "x to the x, too high": "^".join(["x"] * 5_000),
    "squares of squares": "(" * 99 + "x" + ")^2" * 99,
    "thousandth powers": "(" * 99 + "x" + ")^1000" * 99,
    "sin of sin": "sin(" * 99 + "x" + ")" * 99,
    "exp of exp": "exp(" * 99 + "x" + ")" * 99,
    "a sum of 5,000": "x" + "+x" * 4_999,
    "a sum of 1,250 different terms": "+".join(f"x*{i}" for i in range(1_250)),
    "quotients": "x" + "/x" * 4_999,
    "products of 50 variables": "*".join(f"x{1 + i % 50}" for i in range(2_400)),
    "powers of 50 variables": "^".join(f"x{1 + i}" for i in range(50)),
    "maxima of 50 variables": "max(" + ",".join(f"x{1 + i % 50}*{i}" for i in range(900)) + ")",
    "the same sine 1,000 times": "*".join(["sin(x*y)"] * 1_000),
    "a polynomial of Horner": "(" * 99 + "x" + "*x+1)" * 99,
    "billion laughs": "(" * 20 + "x" + "*x)^x" * 20,
    "1,000 parameters": "+".join(f"a{i}*x" for i in range(1_000)),
    "a parameter of 9,000 letters": "x + " + "a" * 9_000,
    "zero to the zero": "0^0^0^0*x",
    "zero over zero": "0/0*x + 0/(x - x)",
    "poles everywhere": "1/(x*y) + log(x*y) + tan(1/x)",
    "undefined everywhere": "sqrt(-1 - x^2) + acos(2 + x^2)",
    "tiny": "1e-320*x^2/1e-320",
}
HOSTILE = {line: line for line in CODE} | LONG

WATCHED = ("exec", "compile", "import", "open", "os.", "subprocess.", "ctypes.", "pty.", "marshal")


@pytest.fixture(scope="module", autouse=True)
def _what_is_old_is_not_searched() -> Iterator[None]:
    """Time formulas, not the search for garbage among what other tests have left."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.fixture(scope="module")
def heard() -> Iterator[list[str]]:
    """Events of the interpreter that running a user's text would cause, while it is a list.

    Audit hooks cannot be removed, so this one falls silent.
    """
    events: list[str] = []
    listening = True

    def listen(event: str, arguments: tuple[object, ...]) -> None:
        if listening and event.startswith(WATCHED):
            events.append(f"{event} {arguments!r:.200}")

    use("x^2 + a*y")  # loads what is loaded late
    sys.addaudithook(listen)
    yield events
    listening = False


@pytest.fixture(scope="module")
def yardstick() -> Yardstick:
    """A long formula without malice."""
    return Yardstick(lambda: use("+".join(f"x*{i}" for i in range(1_250))))


TIMES = 20
"""The worst of the corpus takes eight times as long as the honest formula."""


def use(text: str) -> None:
    """All that the program does with a formula that it has not seen yet, Hessian included."""
    for kept in (parse, compile_formula, compile_hessian):
        kept.cache_clear()
    choice = ObjectiveChoice("formula", None, {"formula": text})
    Experiment(choice)
    objective = choice.build().place(torch.float64, torch.device("cpu"))
    start = objective.start(np.random.default_rng(0))
    point = torch.tensor(start, dtype=torch.float64)[:, None].expand(-1, 32).contiguous()
    assert objective.value(point).shape == (32,)
    assert objective.gradient(point).shape == point.shape
    hessian = objective.hessian(point)
    assert hessian is None or hessian.shape == (objective.dim, objective.dim, 32)


def test_that_the_corpus_is_large() -> None:
    assert len(HOSTILE) >= 300


@pytest.mark.parametrize("name", HOSTILE, ids=[f"{i:03}" for i in range(len(HOSTILE))])
def test_that_it_gets_a_sentence_or_numbers_at_once(
    name: str, heard: list[str], yardstick: Yardstick
) -> None:
    def use_or_refuse() -> None:
        try:
            use(HOSTILE[name])
        except InputError as error:
            sentence = str(error)
            assert sentence.startswith("objective.formula: ")
            assert len(sentence) < 500
            assert sentence.isprintable()

    heard.clear()
    yardstick.assert_bounds(use_or_refuse, TIMES)
    assert heard == []


def test_that_the_watch_would_hear_code_run(heard: list[str]) -> None:
    heard.clear()
    eval("1 + 1")
    assert heard


@pytest.mark.parametrize("text", [line for line in CODE if "_" in line or "." in line])
def test_that_attributes_and_dunders_are_refused(text: str) -> None:
    with pytest.raises(FormulaError):
        parse(text)


@given(st.text(max_size=60))
def test_that_any_text_is_read_or_refused(text: str) -> None:
    read_or_refuse(text)


@given(st.text("xya12.e+-*/^(),| sincoma²⁻_", max_size=40))
def test_that_any_almost_formula_is_read_or_refused(text: str) -> None:
    read_or_refuse(text)


def read_or_refuse(text: str) -> None:
    refusal = None
    try:
        objective = Formula(text, {})
    except FormulaError as error:
        refusal = error
    if refusal is None:
        assert len(objective.start(np.random.default_rng(0))) == objective.dim
    else:
        assert refusal.position is None or 0 <= refusal.position <= len(text)
        assert str(refusal).isprintable()
