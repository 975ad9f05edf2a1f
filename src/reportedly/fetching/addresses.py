"""Addresses that may be fetched: https, without a password in them, and leading to public machines only."""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urlsplit

from reportedly.errors import InputError
from reportedly.fetching.rules import Rules

_PORTS = {"https": 443, "http": 80}
_SAFE = "/?&=%:@!$'()*+,;~-._[]"
_LONGEST = 2048
_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # where networks with IPv6 only show the machines that have IPv4 only


@dataclass(frozen=True)
class Target:
    """An address that was checked, with the one machine that may be asked for it."""

    url: str
    scheme: str
    host: str
    port: int
    path: str  # with the query
    machine: str  # the IP address to connect to

    @property
    def site(self) -> str:
        """What robots.txt and pauses are kept for."""
        return f"{self.scheme}://{self.netloc}"

    @property
    def netloc(self) -> str:
        """Host, and port where it is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def check_address(url: str, rules: Rules) -> Target:
    """Resolve an address and return what to connect to; raise InputError for one that may not be fetched.

    Every IP address of the host must be public: a name that has one private address among public ones is refused.
    """
    parts, port = _split(url)
    if parts.scheme not in rules.schemes:
        raise InputError(f"only {' and '.join(rules.schemes)} addresses are fetched")
    if not parts.hostname or parts.username is not None or parts.password is not None:
        raise InputError("an address without a host, or with a name or password in it")
    try:
        host = parts.hostname if ":" in parts.hostname else parts.hostname.encode("idna").decode("ascii")
    except UnicodeError:
        raise InputError(f"{parts.hostname!r} is no name of a host") from None
    port = port or _PORTS[parts.scheme]
    if port != _PORTS[parts.scheme] and not rules.private:
        raise InputError(f"port {port}; only the usual one is asked")
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise InputError(f"the host {host!r} cannot be found: {getattr(error, 'strerror', None) or error}") from None
    machines = [str(entry[4][0]) for entry in found]
    if not rules.private and (bad := next((m for m in machines if not is_public(m)), None)) is not None:
        raise InputError(f"{host!r} leads to {bad}, which is not on the public internet")
    path = quote(parts.path or "/", safe=_SAFE) + (f"?{quote(parts.query, safe=_SAFE)}" if parts.query else "")
    target = Target("", parts.scheme, host, port, path, machines[0])
    return Target(f"{target.site}{path}", parts.scheme, host, port, path, machines[0])


def _split(url: str) -> tuple[SplitResult, int | None]:
    if len(url) > _LONGEST or any(c <= " " or c == "\x7f" for c in url):
        raise InputError(f"no address: it has blanks or control characters in it or is longer than {_LONGEST}")
    try:
        parts = urlsplit(url)
        return parts, parts.port
    except ValueError as error:
        raise InputError(f"no address: {error}") from None


def is_public(machine: str) -> bool:
    """Whether an IP address is on the public internet; one that wraps another in itself is judged by that, too."""
    address = ipaddress.ip_address(machine.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        if address in _NAT64:
            return is_public(str(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)))
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if (inner is not None and not is_public(str(inner))) or int(address) >> 32 == 0:  # the last: an old way to wrap IPv4
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)
