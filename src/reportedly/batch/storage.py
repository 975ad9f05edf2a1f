"""Shared storage: a folder, or a place behind a URI that pyarrow knows (s3://, gs://, hdfs://, file://), for files that are there whole or not at all."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from reportedly.corpus.parts import replace_file

if TYPE_CHECKING:
    import pyarrow.fs


def is_uri(place: str) -> bool:
    """Whether a place is a URI rather than a path."""
    return "://" in place


def below(place: str, name: str) -> str:
    """Return the place of a file or folder below another; a URI's options stay behind it (``s3://news/2024?region=...``)."""
    base, asked, options = place.partition("?") if is_uri(place) else (place, "", "")
    return f"{base.rstrip('/')}/{name}{asked}{options}"


def known_as(place: str) -> str:
    """Return what a place is called in a corpus and in messages: a URI without its options and whoever it logs in as, which may hold a key."""
    return re.sub(r"(?<=://)[^/@?]*@", "", place.partition("?")[0]) if is_uri(place) else place


class Storage:
    """The files at a place. Travels to other processes and machines by its place alone."""

    def __init__(self, place: str) -> None:
        self.place = place if is_uri(place) else str(Path(place).absolute())

    def list_files(self) -> list[str]:
        """Return the places of the files below this one, sorted, or of the file that it is."""
        from pyarrow.fs import FileSelector, FileType

        system, root = self._open()
        if system.get_file_info(root).type != FileType.Directory:
            return [self.place]
        infos = system.get_file_info(FileSelector(root, recursive=True))
        return sorted(below(self.place, i.path[len(root.rstrip("/")) + 1 :]) for i in infos if i.type == FileType.File and not i.base_name.startswith("."))

    def open(self) -> BinaryIO:
        """Open the file at this place for reading, at any position."""
        system, root = self._open()
        return cast(BinaryIO, system.open_input_file(root))

    def has(self, name: str) -> bool:
        """Whether there is a file of a name."""
        from pyarrow.fs import FileType

        system, root = self._open()
        return bool(system.get_file_info(f"{root}/{name}").type == FileType.File)

    def read(self, name: str) -> bytes:
        """Return the bytes of a file."""
        system, root = self._open()
        with system.open_input_stream(f"{root}/{name}") as stream:
            return bytes(stream.read())

    def write(self, name: str, data: bytes) -> None:
        """Write a file: locally aside, synced and renamed; an object store shows it only when it is whole."""
        if not is_uri(self.place):
            replace_file(Path(self.place) / name, data)
            return
        system, root = self._open()
        system.create_dir(root, recursive=True)
        with system.open_output_stream(f"{root}/{name}") as stream:
            stream.write(data)

    def clear(self) -> None:
        """Remove all files."""
        from pyarrow.fs import FileType

        system, root = self._open()
        if system.get_file_info(root).type == FileType.Directory:
            system.delete_dir(root)

    def _open(self) -> tuple[pyarrow.fs.FileSystem, str]:
        from pyarrow.fs import FileSystem, LocalFileSystem

        if not is_uri(self.place):
            return LocalFileSystem(), self.place
        found: tuple[Any, str] = FileSystem.from_uri(self.place)
        return found
