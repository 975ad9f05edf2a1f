"""Fit the weights of the confidence score on the truth tables and write confidence.tsv: ``python scripts/fit_confidence.py``.

Logistic regression with an L2 penalty, by Newton's method. A record is right when its type, actors, recipients, status and sources are.
Prints the expected calibration error on passages left out (five folds).
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

import reportedly  # noqa: E402
import truth_tables  # noqa: E402
from reportedly.analysis import Analysis  # noqa: E402
from reportedly.coding.confidence import FEATURES, features  # noqa: E402
from reportedly.coding.emit import emit  # noqa: E402
from reportedly.records import Article  # noqa: E402

PENALTY = 2.0
FOLDS = 5


def observations() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return features (records x features), whether each record is right, and the number of its passage."""
    coder = reportedly.load()
    rows, right, group = [], [], []
    passages = [p for p in truth_tables.read(sorted(truth_tables.FOLDER.glob("*.txt"))) if p.events is not None]
    for n, passage in enumerate(passages):
        analysis = Analysis(Article(text=passage.text, published=truth_tables.PUBLISHED))
        coder.structure(analysis)
        coder.parse(analysis)
        for component in coder.components:
            component(analysis)
        found = features(analysis)
        for names, is_right in zip(found, truth_tables.are_right(passage.events or [], emit(analysis)), strict=True):
            rows.append([name in names for name in FEATURES])
            right.append(is_right)
            group.append(n)
    return np.array(rows, float), np.array(right, float), np.array(group)


def fit(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Return the weights of a logistic regression whose first feature is the constant, which is not penalised."""
    weights = np.zeros(x.shape[1])
    penalty = np.full(x.shape[1], PENALTY)
    penalty[0] = 1e-6
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (y - p) - penalty * weights
        hessian = (x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        weights += step
        if np.abs(step).max() < 1e-9:
            break
    return weights


def calibration_error(p: np.ndarray, y: np.ndarray) -> float:
    """Return the expected calibration error over ten bins of equal width."""
    bins = np.minimum((p * 10).astype(int), 9)
    return float(sum(abs(p[bins == b].mean() - y[bins == b].mean()) * (bins == b).mean() for b in range(10) if (bins == b).any()))


def main() -> None:
    x, y, group = observations()
    left_out = np.empty(len(y))
    for fold in range(FOLDS):
        held = group % FOLDS == fold
        left_out[held] = 1 / (1 + np.exp(-x[held] @ fit(x[~held], y[~held])))
    weights = fit(x, y)
    table = ROOT / "src" / "reportedly" / "lexicons" / "data" / "confidence.tsv"
    lines = [line for line in table.read_text(encoding="utf-8").splitlines() if line.startswith("#")] + ["feature\tweight\tnote"]
    counts = x.sum(axis=0)
    lines += [f"{name}\t{weight:.2f}\t{int(count)} records" for name, weight, count in zip(FEATURES, weights, counts, strict=True) if count]
    table.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(y)} records of {len(set(group))} passages, {y.mean():.3f} right; calibration error on passages left out {calibration_error(left_out, y):.3f}")


if __name__ == "__main__":
    main()
