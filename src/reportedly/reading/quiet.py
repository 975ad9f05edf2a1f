"""Libraries that log what they think of a file: on a terminal that would be a stranger's bytes, and we say what matters ourselves."""

from __future__ import annotations

import logging


def quiet(*names: str) -> None:
    """Keep loggers from writing to standard error by default; who sets up logging still gets their messages."""
    for name in names:
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
