from __future__ import annotations

import json

import pytest

from gui.services.config_fields import (
    differences,
    documentation_of,
    fields_of,
    flattened,
    text_of,
    value_of,
)
from training.config import EstimatorConfig, GeneratorConfig, LoopConfig, to_json, with_settings

KINDS = (EstimatorConfig, GeneratorConfig)


@pytest.mark.parametrize("kind", [LoopConfig, *KINDS])
def test_every_field_is_documented(kind: type) -> None:
    assert not [field.key for field in fields_of(kind) if not field.doc]


def test_documentation_of_several_names_and_several_lines() -> None:
    docs = documentation_of(LoopConfig)
    assert docs["sample_every"] == docs["log_every"] == "in steps; 0 for never"
    assert docs["seed"].endswith("draws the same")


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_takes_its_own_default(kind: type) -> None:
    """What the form would hand over unchanged is what the configuration holds."""
    fields = fields_of(kind)
    settings = [f"{field.key}={text_of(field.default)}" for field in fields if field.default != ""]
    assert with_settings(kind(), settings) == kind()
    assert {field.key for field in fields} | {"format"} == set(flattened(json.loads(to_json(kind()))))
    for field in fields:
        assert value_of(text_of(field.default), field.kind) in (
            field.default,
            list(field.default) if isinstance(field.default, tuple) else field.default,
        )


def test_titles_and_groups() -> None:
    by_key = {field.key: field for field in fields_of(GeneratorConfig)}
    assert by_key["loop.checkpoint_every"].group == "loop" and by_key["ngf"].group == ""
    assert by_key["loop.checkpoint_every"].title == "checkpoint every"


def test_differences_of_configurations() -> None:
    first = json.loads(to_json(GeneratorConfig()))
    second = json.loads(to_json(with_settings(GeneratorConfig(), ["loop.steps=5", "ngf=64"])))
    assert differences([first, second]) == {"loop.steps": [8000, 5], "ngf": [16, 64]}
    assert differences([first, {}])["ngf"] == [16, None]
    assert differences([first, first]) == {}


@pytest.mark.parametrize(("text", "kind"), [("x", int), ("", float), ("yes", bool), ("{", object)])
def test_what_is_no_value_is_refused(text: str, kind: type) -> None:
    with pytest.raises(ValueError):
        value_of(text, kind)
