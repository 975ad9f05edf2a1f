"""The JSON Schema of the records, made from the structs themselves."""

from __future__ import annotations

import json

import msgspec

from reportedly.records import CodedArticle


def record_schema() -> str:
    """Return the JSON Schema (draft 2020-12) of one coded article as indented JSON text."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "reportedly: one coded article", **msgspec.json.schema(CodedArticle)}
    return json.dumps(schema, indent=2) + "\n"
