"""Many articles: which reports are of one incident, which are copies, and who claims what."""

from __future__ import annotations
