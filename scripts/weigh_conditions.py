"""Weigh the conditions of the coder's rules: ``python scripts/weigh_conditions.py tests/gold/*.jsonl [--only acting] [--jobs 2] > weighed.tsv``.

Every truth test of reportedly.coding (a condition, an operand of and/or, what a predicate returns) is forced true and forced false, one at a time, over the passages in
which that can change anything, as mutation testing does with tests in place of gold (DeMillo, Lipton, Sayward: Hints on Test Data Selection, 1978). A row is one forced
test that changed some record: the passages it concerns and how many of these were coded (at most MOST), what it gained, how many passages gained and how many lost, and where it stands. Tests
at the top mark rules that are wrong more often than right or narrower than they should be; a gain from two or three passages is chance. Minutes to hours.
"""

from __future__ import annotations

import argparse
import ast
import builtins
import importlib.abc
import importlib.machinery
import json
import multiprocessing
import random
import signal
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any, NamedTuple

PACKAGE = "reportedly.coding"
MOST = 80  # passages a test is forced on; of more it is a sample
SECONDS = 5.0  # for a passage: a forced test may never come to an end
LOSS = -6.0  # beyond which a test is plainly needed
DETECTED, TRIPLE, QUALIFIED, CODED = range(4)
PRICE = 1.75  # of a record coded, where one right in all three measures gains 6: near the slope of their F1


class Test(NamedTuple):
    """A truth test: where it stands, what it is part of (``if``, ``and``, ``or``, ``return`` ...), its words."""

    module: str
    line: int
    function: str
    part: str
    words: str


class Forcing:
    """All tests, which of them came out true and false, and the one that is forced. Modules call ``_truth(number, value)``."""

    def __init__(self) -> None:
        self.tests: list[Test] = []
        self.true: set[int] = set()
        self.false: set[int] = set()
        self.forced: tuple[int, bool] | None = None

    def watch(self, number: int, value: object) -> object:
        (self.true if value else self.false).add(number)
        return value

    def force(self, number: int, value: object) -> object:
        return self.forced[1] if self.forced is not None and self.forced[0] == number else value


class Instrument(ast.NodeTransformer):
    """Put a call around every truth test of a module; cached functions are left alone, since they would remember a forced answer."""

    def __init__(self, module: str, forcing: Forcing) -> None:
        self.module, self.forcing = module, forcing
        self.functions: list[tuple[str, bool]] = []  # around what is visited: name, whether it returns a bool

    def truth(self, node: ast.expr, part: str) -> ast.expr:
        """Wrap an expression that is only asked whether it holds, and its operands."""
        words = ast.unparse(node)
        if isinstance(node, ast.BoolOp):
            node.values = [self.truth(value, "and" if isinstance(node.op, ast.And) else "or") for value in node.values]
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            node.operand = self.truth(node.operand, "not")
            return node
        elif isinstance(node, ast.Constant):
            return node
        else:
            node = self.visit(node)
        number = len(self.forcing.tests)
        self.forcing.tests.append(Test(self.module, node.lineno, ".".join(name for name, _ in self.functions), part, words))
        return ast.copy_location(ast.Call(ast.Name("_truth", ast.Load()), [ast.Constant(number), node], []), node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        if any("cache" in ast.unparse(decorator) for decorator in node.decorator_list):
            return node
        return self._inside(node, returns_bool=node.returns is not None and ast.unparse(node.returns) == "bool")

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        return self._inside(node, returns_bool=False)

    def _inside(self, node: ast.FunctionDef | ast.ClassDef, *, returns_bool: bool) -> ast.AST:
        self.functions.append((node.name, returns_bool))
        node.body = [self.visit(statement) for statement in node.body]
        self.functions.pop()
        return node

    def visit_Return(self, node: ast.Return) -> ast.AST:
        if node.value is not None:
            node.value = self.truth(node.value, "return") if self.functions and self.functions[-1][1] else self.visit(node.value)
        return node

    def visit_If(self, node: ast.If) -> ast.AST:
        node.test = self.truth(node.test, "if")
        node.body, node.orelse = [self.visit(s) for s in node.body], [self.visit(s) for s in node.orelse]
        return node

    def visit_IfExp(self, node: ast.IfExp) -> ast.AST:
        node.test, node.body, node.orelse = self.truth(node.test, "if else"), self.visit(node.body), self.visit(node.orelse)
        return node

    def visit_comprehension(self, node: ast.comprehension) -> ast.AST:
        node.iter, node.ifs = self.visit(node.iter), [self.truth(test, "for if") for test in node.ifs]
        return node

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.AST:
        return self.truth(node, "not") if isinstance(node.op, ast.Not) else self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> ast.AST:
        if isinstance(node.func, ast.Name) and node.func.id in ("any", "all") and len(node.args) == 1 and isinstance(node.args[0], ast.GeneratorExp):
            of = node.args[0]
            of.generators, of.elt = [self.visit(g) for g in of.generators], self.truth(of.elt, node.func.id)
            return node
        return self.generic_visit(node)


class Loader(importlib.machinery.SourceFileLoader):
    """Load a module of the coder with its truth tests wrapped."""

    forcing: Forcing

    def source_to_code(self, data: Any, path: Any, *, _optimize: int = -1) -> CodeType:  # type: ignore[override]
        tree = Instrument(self.name, self.forcing).visit(ast.parse(data))
        return compile(ast.fix_missing_locations(tree), path, "exec", dont_inherit=True, optimize=_optimize)

    def get_code(self, fullname: str) -> CodeType | None:
        return self.source_to_code(self.get_data(self.path), self.path)  # never what was compiled before


class Finder(importlib.abc.MetaPathFinder):
    """Find the coder's modules below a prefix, for Loader."""

    def __init__(self, prefix: str, forcing: Forcing) -> None:
        self.prefix, self.forcing = prefix, forcing

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> importlib.machinery.ModuleSpec | None:
        spec = importlib.machinery.PathFinder.find_spec(name, path, target) if name.startswith(self.prefix) else None
        if spec is None or spec.origin is None or spec.submodule_search_locations is not None:
            return None
        spec.loader = loader = Loader(name, spec.origin)
        loader.forcing = self.forcing
        return spec


class Passages:
    """Gold passages, coded again and again from parses made once."""

    def __init__(self, paths: Iterable[Path]) -> None:
        import reportedly
        from reportedly.measuring.codings import compare
        from reportedly.measuring.gold import decode_gold
        from reportedly.measuring.matching import is_qualified, is_triple, match
        from reportedly.records import Article

        lines = [line for path in paths for line in path.read_bytes().splitlines() if line.strip()]
        self.gold = [decode_gold(line) for line in lines]
        self._articles = [Article(text=gold.text, published=json.loads(line).get("published"), outlet=gold.outlet) for gold, line in zip(self.gold, lines, strict=True)]
        self._coder = reportedly.load()
        self._zone = self._coder.nlp.memory_zone()
        self._zone.__enter__()  # one for all passages, for good: the coder would open and leave one for each, and its parse with it
        self._parses: dict[int, list[Any]] = {}
        self._match, self._compare, self._is_triple, self._is_qualified = match, compare, is_triple, is_qualified
        self._pipe = self._coder.parse.nlp.pipe

    def counts(self, n: int) -> tuple[int, int, int, int]:
        """Code passage ``n``; return its records detected, right in who did what to whom, right in all, and coded."""

        def remembered(docs: Iterable[Any], **options: Any) -> list[Any]:
            if n not in self._parses:
                self._parses[n] = list(self._pipe(docs, **options))
            return self._parses[n]

        self._coder.parse.nlp.pipe = remembered  # type: ignore[method-assign,assignment]
        matched = self._match(self._compare(self.gold[n], self._coder.code(self._articles[n])))
        triples = [pair for pair in matched.events if self._is_triple(*pair)]
        return len(matched.events), len(triples), sum(self._is_qualified(*pair) for pair in triples), len(matched.compared.coded.events)


class Job(NamedTuple):
    number: int
    value: bool
    passages: list[int]


class Weigher:
    """What forcing a test does to the counts of the passages it concerns."""

    def __init__(self, passages: Passages, forcing: Forcing, only: str) -> None:
        self.passages, self.forcing = passages, forcing
        self.before: list[tuple[int, int, int, int]] = []
        true: dict[int, list[int]] = {}
        false: dict[int, list[int]] = {}
        for n in range(len(passages.gold)):
            forcing.true.clear()
            forcing.false.clear()
            self.before.append(passages.counts(n))
            for seen, by_test in ((forcing.true, true), (forcing.false, false)):
                for number in seen:
                    by_test.setdefault(number, []).append(n)
        self.jobs = [
            Job(number, value, concerned)
            for number, test in enumerate(forcing.tests)
            if only in test.module
            for value, part, concerned in ((False, "and", true.get(number)), (True, "or", false.get(number)))
            if concerned and test.part != part  # an operand of "and" that is false is the whole that is false, which is a test of its own
        ]

    def weigh(self, job: Job) -> str | None:
        """Return the row of a forced test; None where it changes nothing, fails, or is plainly needed."""
        self.forcing.forced = job.number, job.value
        sample = random.Random(job.number).sample(job.passages, min(MOST, len(job.passages)))
        gains = []
        try:
            for n in sample:
                with _limit(SECONDS):
                    now = self.passages.counts(n)
                change = [a - b for a, b in zip(now, self.before[n], strict=True)]
                gains.append(2 * (change[DETECTED] + change[TRIPLE] + change[QUALIFIED]) - PRICE * change[CODED])
                if sum(gains) < LOSS or (len(gains) == MOST // 4 and not any(gains)):
                    return None
        except Exception:  # what a forced test leads to was never meant to be reached
            return None
        finally:
            self.forcing.forced = None
        if not any(gains):
            return None
        test = self.forcing.tests[job.number]
        return f"{sum(gains):+.2f}\t{job.value}\t{len(job.passages)}\t{len(sample)}\t{sum(g > 0 for g in gains)}\t{sum(g < 0 for g in gains)}\t{test.module}:{test.line}\t{test.function}\t{test.part}\t{test.words}"


_of_process: list[Weigher] = []  # which forked processes inherit: its parses are not to be sent


def _weigh(job: Job) -> str | None:
    return _of_process[0].weigh(job)


@contextmanager
def _limit(seconds: float) -> Iterator[None]:
    def stop(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path, help="gold passages in the codebook's shape, one JSON object a line")
    parser.add_argument("--only", default="", help="tests of modules whose name holds this, such as acting")
    parser.add_argument("--jobs", type=int, default=1, help="processes")
    args = parser.parse_args()
    forcing = Forcing()
    sys.meta_path.insert(0, Finder(f"{PACKAGE}.", forcing))
    builtins._truth = forcing.watch  # type: ignore[attr-defined]
    weigher = Weigher(Passages(args.gold), forcing, args.only)
    builtins._truth = forcing.force  # type: ignore[attr-defined]
    print(f"{len(weigher.passages.gold)} passages, {len(forcing.tests)} tests, {len(weigher.jobs)} to force", file=sys.stderr)
    _of_process.append(weigher)
    with multiprocessing.get_context("fork").Pool(args.jobs) as pool:
        rows = [row for row in pool.imap(_weigh, weigher.jobs, chunksize=20) if row]
    print("gain\tforced\tpassages\tcoded\tbetter\tworse\tat\tfunction\tpart\ttest")
    print("\n".join(sorted(rows, key=lambda row: -float(row.split("\t", 1)[0]))))


if __name__ == "__main__":
    main()
