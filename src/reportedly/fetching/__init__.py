"""Fetching: addresses to a WARC file. The only room that uses the network, and only when it is called.

Meant to be pointed at strangers' addresses: https alone, public addresses alone (checked again on every redirect, and the
connection goes to the very address that was checked), sizes and times bounded, robots.txt obeyed, one request at a time.
"""

from __future__ import annotations

from reportedly.fetching.fetcher import fetch_all
from reportedly.fetching.rules import Fetched, Rules

__all__ = ["Fetched", "Rules", "fetch_all"]
