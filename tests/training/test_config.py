from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
from pathlib import Path

import pytest

from training.config import (
    EstimatorConfig,
    GeneratorConfig,
    LoopConfig,
    from_mapping,
    read,
    to_json,
    with_settings,
)

Configuration = EstimatorConfig | GeneratorConfig
KINDS: list[type[Configuration]] = [EstimatorConfig, GeneratorConfig]


@pytest.mark.parametrize("kind", KINDS)
def test_there_and_back(kind: type[Configuration], tmp_path: Path) -> None:
    config = dataclasses.replace(kind(), data="somewhere", rate=1e-4, loop=LoopConfig(seed=7, steps=3, workers=2))
    path = tmp_path / "config.json"
    path.write_text(to_json(config), encoding="utf-8")
    assert read(kind, path) == config
    assert json.loads(to_json(config))["format"] == 1
    assert from_mapping(kind, {}) == kind()


@pytest.mark.parametrize("kind", KINDS)
def test_configurations_are_frozen_and_every_field_is_documented(kind: type[Configuration]) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        kind().data = "x"  # type: ignore[misc]
    for documented in (kind, LoopConfig):
        words = (documented.__doc__ or "").replace(",", " ").split()
        for field in dataclasses.fields(documented):
            assert field.name == "loop" or field.name in words, field.name


def test_settings_by_text() -> None:
    config = with_settings(
        EstimatorConfig(),
        ["loop.steps=12", "rate=1", "loop.device=cpu", "data=/a=b/photos 2", "small_until=0", 'network="published"'],
    )
    assert config.loop.steps == 12 and config.loop.device == "cpu" and config.loop.batch == LoopConfig().batch
    assert config.rate == 1.0 and isinstance(config.rate, float)
    assert config.data == "/a=b/photos 2" and config.network == "published"
    assert with_settings(GeneratorConfig(), ["output_mask=false"]).output_mask is False
    assert with_settings(config, []) == config
    # The last word counts.
    assert with_settings(config, ["loop.seed=3", "loop.seed=4"]).loop.seed == 4


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("colour=3", "no setting called colour; there are"),
        ("loop.colour=3", "no setting called colour"),
        ("loop.steps.more=3", "no setting called more"),
        ("rate", "key=value"),
        ("loop.steps=many", "steps must be of the kind int"),
        ("loop.steps=1.5", "steps must be of the kind int"),
        ("loop.steps=true", "steps must be of the kind int"),
        ("rate=fast", "rate must be of the kind float"),
        ("rate=true", "rate must be of the kind float"),
        ("data=3", "data must be of the kind str"),
        ("loop=3", "loop must be of the kind LoopConfig"),
        ("rate=null", "rate must be of the kind float"),
    ],
)
def test_settings_that_cannot_be_used_are_named(setting: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        with_settings(EstimatorConfig(), [setting])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "not a readable configuration"),
        ("{", "not a readable configuration"),
        ("[1]", "does not hold a configuration"),
        ('{"format": 2}', "format 2"),
        ('{"colour": 1}', "no setting called colour"),
        ('{"loop": {"colour": 1}}', "no setting called colour"),
        ('{"loop": 1}', "loop must be"),
        ('{"height": "tall"}', "height must be"),
    ],
)
def test_files_that_cannot_be_used_are_named(text: str, words: str, tmp_path: Path) -> None:
    path = tmp_path / "config.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=words) as raised:
        read(EstimatorConfig, path)
    assert str(path) in str(raised.value)


def test_a_file_that_is_not_there_or_not_text(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not a readable configuration"):
        read(EstimatorConfig, tmp_path / "none.json")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    with pytest.raises(ValueError, match="not a readable configuration"):
        read(EstimatorConfig, tmp_path / "photo.jpg")


def test_the_window_can_read_it_without_anything_heavy() -> None:
    code = (
        "import sys, training.config, training.events; "
        "sys.exit(bool({'torch', 'numpy', 'cv2', 'engine'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
