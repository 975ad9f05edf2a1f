"""Compressed streams: gzip, zstd and brotli, unpacked as they are read and never further than the limits allow."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from typing import Literal, cast

from reportedly.errors import InputError
from reportedly.limits import FREE_BYTES, MEMBER_RATIO
from reportedly.reading.source import Budget, Readable, Source, buffered

Packing = Literal["gzip", "zstd", "brotli", "deflate"]
# What a damaged or cut stream raises, whichever library unpacks it.
DAMAGE = (EOFError, zlib.error, OSError)


class Ratio:
    """Watches a stream being unpacked; raises InputError once it is a bomb."""

    def __init__(self, budget: Budget, packed: int = 0) -> None:
        self.packed, self.unpacked, self.budget = packed, 0, budget

    def took(self, size: int) -> None:
        """Count packed bytes."""
        self.packed += size

    def gave(self, size: int) -> None:
        """Count unpacked bytes."""
        self.unpacked += size
        self.budget.spend(size)
        if self.unpacked > FREE_BYTES.default and self.unpacked > MEMBER_RATIO.default * self.packed:
            raise InputError(f"unpacks to more than {MEMBER_RATIO.default} times its size (a decompression bomb?); the rest is left unread")


def read_packed(source: Source, packing: Packing) -> Iterator[Source]:
    """Yield what a compressed source is when unpacked."""
    ratio = Ratio(source.budget)
    yield source.layer(unpack(source.stream, packing, ratio), watch=ratio.gave)


def unpack(stream: Readable, packing: Packing, ratio: Ratio) -> Readable:
    """Return a stream that unpacks another; the caller reports what it gives to ``ratio``."""
    counted = buffered(stream, ratio.took)
    if packing == "gzip":
        return gzip.GzipFile(fileobj=counted, mode="rb")
    if packing == "deflate":
        return _Deflated(counted)
    import pyarrow as pa

    return cast(Readable, pa.CompressedInputStream(pa.PythonFile(counted, mode="r"), packing))


class _Deflated:
    """HTTP's "deflate": a zlib stream, or by old mistake a bare one."""

    def __init__(self, stream: Readable) -> None:
        self._stream, self._unpack = stream, zlib.decompressobj()
        self._first = True

    def read(self, size: int, /) -> bytes:
        while not self._unpack.eof:
            data = self._unpack.unconsumed_tail or self._stream.read(1 << 14)
            if not data:
                raise EOFError("the compressed stream ends too early")
            try:
                piece = self._unpack.decompress(data, size)
            except zlib.error:
                if not self._first:
                    raise
                self._unpack = zlib.decompressobj(-zlib.MAX_WBITS)
                piece = self._unpack.decompress(data, size)
            self._first = False
            if piece:
                return piece
        return b""
