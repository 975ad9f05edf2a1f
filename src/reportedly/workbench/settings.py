"""What a workbench is started with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Settings:
    """``origin``: the address people type, as ``http://127.0.0.1:8765``; every request must be for it. ``team``: people sign in with name and password."""

    origin: str
    team: bool = False

    @property
    def hosts(self) -> frozenset[str]:
        """Host headers that are answered; on this machine both of its names."""
        host = self.origin.partition("://")[2]
        name, _, port = host.partition(":")
        return frozenset({host, f"localhost:{port}"}) if name == "127.0.0.1" else frozenset({host})

    @property
    def origins(self) -> frozenset[str]:
        """Origins from which a form may be sent."""
        return frozenset(f"{self.origin.partition('://')[0]}://{host}" for host in self.hosts)

    @property
    def is_encrypted(self) -> bool:
        """Whether people reach it through TLS."""
        return self.origin.startswith("https://")

    @property
    def cookie(self) -> str:
        """Name of the session cookie; cookies do not tell ports apart, so the port is in it."""
        return f"reportedly-{self.origin.rpartition(':')[2].strip('/')}"
