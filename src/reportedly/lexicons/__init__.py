"""The lexicons: data files that a researcher edits (``data/``) and their loader."""

from reportedly.lexicons.loader import Entry, data_root, read_table, table_names

__all__ = ["Entry", "data_root", "read_table", "table_names"]
