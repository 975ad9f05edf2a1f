"""Records to other formats, one a file. ``fold`` says how a status becomes what a format without statuses can carry; ``losses`` says what was lost."""

from __future__ import annotations
