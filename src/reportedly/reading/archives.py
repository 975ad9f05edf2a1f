"""Zip and tar: what is inside them as sources, member by member. Nothing is ever written to the disk under a name of theirs."""

from __future__ import annotations

import hashlib
import json
import re
import tarfile
import zipfile
from collections.abc import Iterator
from typing import Any, Self

from reportedly.errors import InputError
from reportedly.limits import FREE_BYTES, MEMBER_RATIO, MEMBERS
from reportedly.reading.hidden import hidden_aside, is_hidden
from reportedly.reading.packed import DAMAGE, Ratio
from reportedly.reading.source import BUFFER, Source
from reportedly.records import SetAside

_OUTSIDE = re.compile(r"^(?:[/\\]|[A-Za-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)")
_OFFICE = {"[Content_Types].xml": "an Office document; save it as text or PDF", "mimetype": "an e-book or OpenDocument file; save it as text or PDF"}


def read_zip(source: Source) -> Iterator[Source | SetAside]:
    """Yield the members of a zip in its order; of a WACZ, its WARC files, each checked against the hash the package gives."""
    with source.seekable() as file:
        try:
            archive = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, ValueError, NotImplementedError, *DAMAGE) as error:
            raise InputError(f"no readable zip: {error}") from None
        with archive:
            members = [m for m in archive.infolist() if not m.is_dir()]
            if members and (what := _OFFICE.get(members[0].filename)):
                raise InputError(what)
            if len(members) > MEMBERS.default:
                raise InputError(f"{len(members)} members, the limit is {MEMBERS.default}; unpack it into several")
            hidden: list[str] = []
            hashes = _wacz_hashes(archive, members)
            if hashes is not None:
                members = [m for m in members if re.fullmatch(r"archive/[^/]+\.warc(\.gz)?", m.filename)]
            for member in members:
                if (reason := _refused(member)) is not None:
                    yield SetAside(file=f"{source.name} > {member.filename}", record="file", reason=reason)
                elif is_hidden(member.filename):
                    hidden.append(member.filename)
                else:
                    yield from _open_member(source, archive, member, (hashes or {}).get(member.filename))
            yield from hidden_aside(source.name, hidden)


def _refused(member: zipfile.ZipInfo) -> str | None:
    """Return why a member is not read, if its entry alone shows that."""
    if _OUTSIDE.search(member.filename):
        return "its name leads out of the archive; left unread"
    if member.flag_bits & 1:
        return "it is locked with a password"
    if (member.external_attr >> 16) & 0o170000 == 0o120000:
        return "a link; left unread"
    if member.file_size > FREE_BYTES.default and member.file_size > MEMBER_RATIO.default * member.compress_size:
        return f"would unpack to more than {MEMBER_RATIO.default} times its size (a decompression bomb?); left unread"
    return None


def _open_member(source: Source, archive: zipfile.ZipFile, member: zipfile.ZipInfo, digest: str | None) -> Iterator[Source | SetAside]:
    ratio = Ratio(source.budget, packed=member.compress_size)
    try:
        with archive.open(member) as stream:
            opened = _Member(stream)
            inside = source.member(member.filename, opened, watch=ratio.gave)
            yield inside
            if digest is not None:
                while inside.stream.read(BUFFER):
                    pass
                if opened.hex != digest:
                    yield SetAside(file=inside.name, record="file", reason="its SHA-256 is not the one that datapackage.json gives: it was changed or damaged")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, *DAMAGE) as error:
        yield SetAside(file=f"{source.name} > {member.filename}", record="file", reason=f"cannot be unpacked: {error}")


class _Member:
    """A member's bytes, with what a damaged one raises made an OSError as for any file, and the SHA-256 of what was read."""

    def __init__(self, stream: Any) -> None:
        self._stream, self._hash = stream, hashlib.sha256()

    def read(self, size: int, /) -> bytes:
        try:
            data: bytes = self._stream.read1(size)
        except (zipfile.BadZipFile, tarfile.TarError) as error:
            raise OSError(str(error)) from None
        self._hash.update(data)
        return data

    @property
    def hex(self) -> str:
        return self._hash.hexdigest()


def _wacz_hashes(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> dict[str, str] | None:
    """Return the SHA-256 of each file of a WACZ as its datapackage.json has them; None for a zip that is no WACZ."""
    names = {m.filename for m in members}
    if "datapackage.json" not in names or not any(re.fullmatch(r"archive/[^/]+\.warc(\.gz)?", name) for name in names):
        return None
    try:
        with archive.open("datapackage.json") as stream:
            package = json.loads(stream.read(FREE_BYTES.default))
        return {r["path"]: r["hash"].removeprefix("sha256:") for r in package.get("resources", []) if r.get("hash", "").startswith("sha256:")}
    except (ValueError, KeyError, AttributeError, TypeError, RecursionError, zipfile.BadZipFile, RuntimeError, *DAMAGE):
        return {}  # without hashes the pages can still be read


_LONG = frozenset({tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE, tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK})
_LONG_BYTES = 1 << 20


class _Header(tarfile.TarInfo):
    """A tar header that refuses what the library would read into memory whatever its size."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        header = super().frombuf(buf, encoding, errors)
        if header.type in _LONG and header.size > _LONG_BYTES:
            raise InputError(f"a header of {header.size} bytes; the rest of the tar is left unread")
        if header.type == tarfile.GNUTYPE_SPARSE:
            raise InputError("a file with holes; the rest of the tar is left unread")
        return header

    def _proc_gnusparse_10(self, *_: object) -> None:  # the newer way to write holes, read without bounds
        raise InputError("a file with holes; the rest of the tar is left unread")


def read_tar(source: Source) -> Iterator[Source | SetAside]:
    """Yield the files of a tar in its order, read in one pass."""
    hidden: list[str] = []
    count = 0
    try:
        with tarfile.open(fileobj=source.stream, mode="r|", tarinfo=_Header) as archive:
            for member in archive:
                if (count := count + 1) > MEMBERS.default:
                    raise InputError(f"more than {MEMBERS.default} members; the rest is left unread")
                archive.members = []  # type: ignore[attr-defined]  # the list it keeps would grow with the archive
                if member.isdir():
                    continue
                name = f"{source.name} > {member.name}"
                if _OUTSIDE.search(member.name):
                    yield SetAside(file=name, record="file", reason="its name leads out of the archive; left unread")
                elif not member.isreg():
                    yield SetAside(file=name, record="file", reason="a link or device; left unread")
                elif is_hidden(member.name):
                    hidden.append(member.name)
                elif (stream := archive.extractfile(member)) is not None:
                    yield source.member(member.name, _Member(stream), watch=source.budget.spend)
    except tarfile.TarError as error:
        raise InputError(f"the tar is damaged after {count} members; the rest cannot be read: {error}") from None
    yield from hidden_aside(source.name, hidden)
