"""A team: people sign in, roles hold, and decisions are shared through PostgreSQL as through SQLite."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import httpx2
import pytest
from argon2 import PasswordHasher
from browsing import ON_CI, serving
from click.testing import CliRunner
from deciding import fields, sheet_of
from postgres import MISSING, find_server, running
from staging import ORIGIN
from starlette.testclient import TestClient

from reportedly.cli import cli
from reportedly.errors import InputError
from reportedly.workbench.app import make_app
from reportedly.workbench.bench import Bench
from reportedly.workbench.reviewing.sheets import REVIEW
from reportedly.workbench.reviewing.store import Conflict, Decision, State, Store, open_engine
from reportedly.workbench.settings import Settings
from reportedly.workbench.users import FREE_TRIES, PAUSE, Users

FAST = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
PASSWORD = "correct horse battery"
SignIn = Callable[[str, str], TestClient]


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """A real PostgreSQL server; on CI there must be one."""
    if (programs := find_server()) is None:
        assert not ON_CI, MISSING
        pytest.skip(MISSING)
    with running(programs) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'team.sqlite'}"
    url: str = request.getfixturevalue("server")
    import sqlalchemy as sa

    engine = open_engine(url)
    with engine.begin() as db:
        db.execute(sa.text("DROP SCHEMA public CASCADE"))
        db.execute(sa.text("CREATE SCHEMA public"))
    engine.dispose()
    return url


@pytest.fixture
def team(bench: Bench, database: str) -> Iterator[Bench]:
    store = Store(database)
    users = Users(store.engine, hasher=FAST)
    for name, role in (("Rea", "reader"), ("Cody", "coder"), ("Ada", "adjudicator")):
        users.set(name, role, PASSWORD)
    yield replace(bench, store=store, users=users, settings=Settings(origin=ORIGIN, team=True))
    store.close()


@pytest.fixture
def sign_in(team: Bench) -> SignIn:
    app = make_app(team)

    def enter(name: str, password: str = PASSWORD) -> TestClient:
        client = TestClient(app, base_url=ORIGIN, headers={"origin": ORIGIN})
        client.post("/login", data={"name": name, "password": password})
        return client

    return enter


def test_people_come_in_by_name_and_password(team: Bench, sign_in: SignIn) -> None:
    stranger = TestClient(make_app(team), base_url=ORIGIN, headers={"origin": ORIGIN})
    assert stranger.get("/review", follow_redirects=False).headers["location"] == "/login"
    assert stranger.get(f"/open?token={team.sessions.token}").status_code == 403  # the token is for one person alone
    assert stranger.post("/login", data={"name": "Cody", "password": "wrong"}).status_code == 403
    assert stranger.post("/login", data={"name": "nobody", "password": PASSWORD}).status_code == 403
    cody = sign_in("Cody", PASSWORD)
    assert "Cody (coder)" in cody.get("/review").text
    assert cody.post("/name", data={"name": "Ada"}).status_code == 403


def test_roles_hold(team: Bench, sign_in: SignIn, keys: dict[str, str]) -> None:
    key = keys["sahel-wire-1"]
    rea, cody, ada = (sign_in(name, PASSWORD) for name in ("Rea", "Cody", "Ada"))
    accept = {"action": "accept", "version": "0"}
    assert rea.get(f"/review/{key}/e1").status_code == 200
    assert 'value="accept"' not in rea.get(f"/review/{key}/e1").text
    for path in (f"/review/{key}/e1", f"/review/{key}", "/review/undo", f"/double/code/{key}"):
        assert rea.post(path, data=accept).status_code == 403
    assert not team.store.verdicts(REVIEW)
    assert cody.post(f"/review/{key}/e1", data=accept).status_code == 200
    assert cody.get(f"/double/final/{key}").status_code == 403
    assert cody.post(f"/double/final/{key}", data={"action": "agreed"}).status_code == 403
    assert ada.get(f"/double/final/{key}").status_code == 404  # nobody has coded it
    assert [d.who for d in team.store.decisions(REVIEW, key)] == ["Cody"]


def test_two_of_a_team_cannot_overwrite_each_other_unseen(team: Bench, sign_in: SignIn, keys: dict[str, str]) -> None:
    key = keys["sahel-wire-1"]
    entry = sheet_of(team, key).entry("e3")
    assert entry and entry.code
    clients = [sign_in(name, PASSWORD) for name in ("Cody", "Ada")]
    with ThreadPoolExecutor(2) as pool:
        codes = list(pool.map(lambda c: c.post(f"/review/{key}/e3", data=fields(entry.code, action="reject", version="0")).status_code, clients))  # type: ignore[arg-type]
    assert sorted(codes) == [200, 409]
    assert len(team.store.decisions(REVIEW, key)) == 1


def test_of_many_writers_one_is_kept(team: Bench) -> None:
    def save(n: int) -> bool:
        try:
            team.store.save(Decision(track=REVIEW, article="k", record="e1", version=1, who=str(n), at="", kind="accept", before=State(), after=State(verdict="accepted"), comment="\U0001f6a9 \u0642"))
        except Conflict:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(save, range(16))).count(True) == 1
    assert [d.comment for d in team.store.decisions(REVIEW, "k")] == ["\U0001f6a9 \u0642"]


def test_who_is_taken_out_is_out_and_a_new_role_holds(team: Bench, sign_in: SignIn) -> None:
    assert team.users is not None
    cody = sign_in("Cody", PASSWORD)
    team.users.set("Cody", "reader", PASSWORD)
    assert "Cody (reader)" in cody.get("/review").text
    team.users.remove("Cody")
    assert cody.get("/review", follow_redirects=False).headers["location"] == "/login"


def test_guessing_has_to_wait() -> None:
    time = [0.0]
    users = Users(open_engine("sqlite://"), hasher=FAST, clock=lambda: time[0])
    users.set("Ada", "coder", PASSWORD)
    for _ in range(FREE_TRIES):
        assert users.check("Ada", "wrong") is None
    with pytest.raises(InputError, match="try again"):
        users.check("Ada", PASSWORD)
    time[0] = PAUSE + 1
    assert users.check("Ada", PASSWORD) == "coder"


@pytest.mark.parametrize(
    ("name", "role", "password"), [("", "coder", PASSWORD), (" a", "coder", PASSWORD), ("a\nb", "coder", PASSWORD), ("x" * 61, "coder", PASSWORD), ("a", "king", PASSWORD), ("a", "coder", "short"), ("a", "coder", "x" * 201)]
)
def test_what_is_no_member_is_refused(name: str, role: str, password: str) -> None:
    users = Users(open_engine("sqlite://"), hasher=FAST)
    with pytest.raises(InputError):
        users.set(name, role, password)
    assert users.all() == []


def test_passwords_are_kept_as_argon2id_hashes(tmp_path: Path) -> None:
    Users(open_engine(f"sqlite:///{tmp_path / 'u.sqlite'}")).set("Ada", "coder", PASSWORD)
    data = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert PASSWORD.encode() not in data and b"$argon2id$" in data


def test_a_database_that_is_none_is_an_error_without_its_password() -> None:
    for url in ("mysql://a:secret@h/x", "postgresql://a:secret@127.0.0.1:1/x?connect_timeout=1", "file:///etc/passwd"):
        with pytest.raises(InputError) as error:
            open_engine(url)
        assert "secret" not in str(error.value)


def test_the_command_keeps_the_list(bench_folder: Path, database: str) -> None:
    run = CliRunner().invoke
    added = run(cli, ["users", str(bench_folder), "--database", database, "--add", "Ada", "--role", "adjudicator"], input=PASSWORD + "\n")
    assert added.exit_code == 0 and added.output == "Ada\tadjudicator\n"
    assert run(cli, ["users", "--database", database]).output == "Ada\tadjudicator\n"
    assert run(cli, ["users", "--database", database, "--remove", "Ada"]).output == ""
    assert run(cli, ["users"]).exit_code == 2


def test_a_team_is_served_as_the_documentation_says(bench_folder: Path, database: str, keys: dict[str, str]) -> None:
    """Members are added and the workbench is started by the commands alone; what was decided is there after a kill, whichever the database."""
    added = CliRunner().invoke(cli, ["users", str(bench_folder), "--add", "Ada", "--role", "coder"], input=f"{PASSWORD}\n{PASSWORD}\n", env={"REPORTEDLY_DATABASE": database})
    assert added.exit_code == 0, added.output
    record = f"/review/{keys['sahel-wire-1']}/e1"
    for _ in range(2):
        with serving(str(bench_folder), "--team", REPORTEDLY_DATABASE=database) as (process, address):
            assert address.endswith("/login")
            origin = address.removesuffix("/login")
            with httpx2.Client(base_url=origin, headers={"origin": origin}, follow_redirects=True, timeout=60) as client:
                assert client.get(record).url.path == "/login"
                assert client.post("/login", data={"name": "Ada", "password": PASSWORD}).status_code == 200
                before = client.get(record).text
                client.post(record, data={"action": "accept", "version": "0"})
            process.kill()
    assert "accepted" in before and "Ada" in before
