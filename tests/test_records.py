"""The records: what is written is read back the same, refuses what it does not know, and satisfies its own schema."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly import records
from reportedly.records import Article, CodedArticle, Record
from reportedly.schema import record_schema

TYPES = [value for value in vars(records).values() if isinstance(value, type) and issubclass(value, Record) and value is not Record]
SCHEMA = json.loads(record_schema())


def strategy(kind: msgspec.inspect.Type) -> st.SearchStrategy[Any]:
    """Return values of one type as msgspec sees it."""
    inspect = msgspec.inspect
    if isinstance(kind, inspect.StructType):
        fields = {f.name: strategy(f.type) for f in kind.fields}
        return st.fixed_dictionaries(fields).map(lambda values: kind.cls(**values))
    if isinstance(kind, inspect.UnionType):
        return st.one_of([strategy(t) for t in kind.types])
    if isinstance(kind, inspect.VarTupleType):
        return st.lists(strategy(kind.item_type), max_size=3).map(tuple)
    if isinstance(kind, inspect.TupleType):
        return st.tuples(*(strategy(t) for t in kind.item_types))
    if isinstance(kind, inspect.LiteralType):
        return st.sampled_from(kind.values)
    plain = {
        inspect.NoneType: st.none(),
        inspect.StrType: st.text(st.characters(codec="utf-8"), max_size=12),
        inspect.IntType: st.integers(-(2**63), 2**63 - 1),
        inspect.FloatType: st.floats(allow_nan=False, allow_infinity=False),
    }
    return plain[type(kind)]


def problems(value: Any, schema: dict[str, Any] | bool, path: str = "$") -> list[str]:
    """Return where a JSON value breaks the parts of JSON Schema that ours uses; an unknown keyword is a problem, too."""
    if isinstance(schema, bool):
        return [] if schema else [f"{path}: nothing allowed here"]
    if "$ref" in schema:
        return problems(value, SCHEMA["$defs"][schema["$ref"].rsplit("/", 1)[-1]], path)
    found = [f"{path}: keyword {k}" for k in schema if k not in KEYWORDS]
    if "anyOf" in schema and all(problems(value, option, path) for option in schema["anyOf"]):
        found.append(f"{path}: none of the alternatives")
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{path}: {value!r} not in {schema['enum']}")
    if "type" in schema and not is_type(value, schema["type"]):
        return [*found, f"{path}: not {schema['type']}"]
    if isinstance(value, dict):
        found += object_problems(value, schema, path)
    if isinstance(value, list):
        first = schema.get("prefixItems", [])
        parts = [*first, *[schema.get("items", True)] * (len(value) - len(first))]
        found += [p for n, (item, part) in enumerate(zip(value, parts, strict=False)) for p in problems(item, part, f"{path}[{n}]")]
        if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
            found.append(f"{path}: {len(value)} items")
    return found


KEYWORDS = {
    "$schema", "$defs", "$ref", "additionalProperties", "anyOf", "default", "description", "enum", "items", "maxItems", "minItems", "prefixItems",
    "properties", "required", "title", "type",
}  # fmt: skip


def is_type(value: Any, name: str) -> bool:
    kinds: dict[str, Any] = {"object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "null": type(None), "boolean": bool}
    return isinstance(value, kinds[name]) and not (isinstance(value, bool) and name != "boolean")


def object_problems(value: dict[str, Any], schema: dict[str, Any], path: str) -> list[str]:
    known = schema.get("properties", {})
    found = [f"{path}: no {key}" for key in schema.get("required", []) if key not in value]
    if schema.get("additionalProperties") is False:
        found += [f"{path}: unknown {key}" for key in value if key not in known]
    return found + [p for key, part in known.items() if key in value for p in problems(value[key], part, f"{path}.{key}")]


@pytest.mark.parametrize("record", TYPES, ids=lambda t: t.__name__)
def test_what_is_written_is_read_back_the_same(record: type[Record]) -> None:
    @settings(max_examples=40, deadline=None)
    @given(strategy(msgspec.inspect.type_info(record)))
    def check(value: Record) -> None:
        data = msgspec.json.encode(value)
        assert msgspec.json.decode(data, type=record) == value
        assert msgspec.json.encode(msgspec.json.decode(data, type=record)) == data
        assert hash(value) == hash(msgspec.json.decode(data, type=record))

    check()


@pytest.mark.parametrize("record", TYPES, ids=lambda t: t.__name__)
def test_records_cannot_be_changed_or_widened(record: type[Record]) -> None:
    @settings(max_examples=1, deadline=None, database=None)
    @given(strategy(msgspec.inspect.type_info(record)))
    def check(value: Record) -> None:
        name = record.__struct_fields__[0]
        with pytest.raises(AttributeError):
            setattr(value, name, getattr(value, name))
        with pytest.raises(msgspec.ValidationError, match="unknown field"):
            msgspec.convert({**msgspec.to_builtins(value), "bogus": 1}, record)

    check()


def test_coded_articles_satisfy_the_schema(demo: list[CodedArticle]) -> None:
    for coded in demo:
        assert problems(json.loads(msgspec.json.encode(coded)), SCHEMA) == []


def test_the_check_above_finds_faults(demo: list[CodedArticle]) -> None:
    value = json.loads(msgspec.json.encode(demo[0]))
    value["events"][0]["status"] = "maybe"
    value["events"][0]["trigger"] = [1, "2"]
    value["actors"][0]["bogus"] = 1
    del value["article"]["text"]
    found = "\n".join(problems(value, SCHEMA))
    assert all(words in found for words in ("$.events[0].status: 'maybe'", "$.events[0].trigger[1]: not integer", "$.actors[0]: unknown bogus", "$.article: no text"))


def test_ids_lead_to_records(demo: list[CodedArticle]) -> None:
    """Ids are unique in an article, and every reference finds what it names."""
    for coded in demo:
        layers = {name: [r.id for r in getattr(coded, name)] for name in ("actors", "places", "times", "statements", "events")}
        for ids in layers.values():
            assert len(ids) == len(set(ids))
        for event in coded.events:
            assert {*event.actors, *event.recipients, *event.sources} <= set(layers["actors"])
            assert {event.statement, event.place, event.time} - {None} <= {*layers["statements"], *layers["places"], *layers["times"]}
        for said in coded.statements:
            assert {*said.speakers, said.channel} - {None} <= set(layers["actors"])
            assert {said.parent, said.time} - {None} <= {*layers["statements"], *layers["times"]}
        assert {f.event for f in coded.framing} - {None} <= set(layers["events"])


def test_article_needs_its_text_only() -> None:
    assert msgspec.json.decode(b'{"text": "x"}', type=Article) == Article(text="x")
    with pytest.raises(msgspec.ValidationError, match="text"):
        msgspec.json.decode(b"{}", type=Article)
