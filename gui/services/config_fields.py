"""The fields of a training's configuration, with what its documentation says of each: forms are made of these."""

from __future__ import annotations

import dataclasses
import json
import re
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

_DOCUMENTED: Final = re.compile(r"^(?P<names>[a-z]\w*(?:, *[a-z]\w*)*)\s{2,}(?P<text>\S.*)$")


@dataclass(frozen=True)
class ConfigField:
    """One setting: `key` is dotted, as `--set` takes it; `kind` is bool, int, float, str or object."""

    key: str
    kind: type
    default: Any
    doc: str

    @property
    def group(self) -> str:
        """The part before the last dot; empty at the top."""
        return self.key.rpartition(".")[0]

    @property
    def title(self) -> str:
        """The name as people read it."""
        return self.key.rpartition(".")[2].replace("_", " ")


def sections_of(kind: type) -> dict[str, int]:
    """Which paragraph of a configuration's docstring each field stands in, counted from 0."""
    found: dict[str, int] = {}
    number, begun = 0, False
    for line in (kind.__doc__ or "").splitlines():
        match = _DOCUMENTED.match(line.strip())
        if match:
            found.update({name.strip(): number for name in match["names"].split(",")})
            begun = True
        elif not line.strip() and begun:
            number, begun = number + 1, False
    return found


def documentation_of(kind: type) -> dict[str, str]:
    """What a configuration's docstring says of its fields, by name.

    A field stands at the start of a line, with others that share its text after commas, two spaces before the text;
    lines that are indented further go on with it.
    """
    found: dict[str, str] = {}
    names: list[str] = []
    for line in (kind.__doc__ or "").splitlines():
        text = line.strip()
        match = _DOCUMENTED.match(text)
        if match:
            names = [name.strip() for name in match["names"].split(",")]
            found.update(dict.fromkeys(names, match["text"].strip()))
        elif not text:
            names = []
        elif names and len(line) - len(line.lstrip()) > 4:
            found.update({name: f"{found[name]} {text}" for name in names})
        else:
            names = []
    return found


def fields_of(kind: type, *, prefix: str = "") -> list[ConfigField]:
    """Every setting of a configuration class, groups within it last, each with its default."""
    if not dataclasses.is_dataclass(kind):
        raise TypeError(f"{kind} is not a configuration")
    return list(_fields(kind(), prefix=prefix))


def _fields(config: Any, *, prefix: str) -> Iterator[ConfigField]:
    kind = type(config)
    docs, hints = documentation_of(kind), typing.get_type_hints(kind)
    groups = []
    for entry in dataclasses.fields(config):
        value = getattr(config, entry.name)
        if dataclasses.is_dataclass(value):
            groups.append(entry.name)
            continue
        hint = hints[entry.name]
        plain = hint if hint in (bool, int, float, str) else object
        yield ConfigField(f"{prefix}{entry.name}", plain, value, docs.get(entry.name, ""))
    for name in groups:
        yield from _fields(getattr(config, name), prefix=f"{prefix}{name}.")


def flattened(config: Mapping[str, Any], *, prefix: str = "") -> dict[str, Any]:
    """A configuration as JSON holds it, with dotted keys."""
    flat: dict[str, Any] = {}
    for key, value in config.items():
        if isinstance(value, Mapping):
            flat.update(flattened(value, prefix=f"{prefix}{key}."))
        else:
            flat[f"{prefix}{key}"] = value
    return flat


def differences(configs: list[Mapping[str, Any]]) -> dict[str, list[Any]]:
    """The settings in which configurations differ, by dotted key: one value each, None where it is absent."""
    flat = [flattened(config) for config in configs]
    keys = sorted({key for config in flat for key in config})
    rows = {key: [config.get(key) for config in flat] for key in keys}
    return {key: values for key, values in rows.items() if any(value != values[0] for value in values)}


def text_of(value: Any) -> str:
    """A setting's value as `--set` and a person read it."""
    return value if isinstance(value, str) else json.dumps(value)


def value_of(text: str, kind: type) -> Any:
    """What a person typed, as a setting of this kind. ValueError when it is none."""
    if kind is str:
        return text
    if kind is bool:
        if text.lower() in ("true", "false"):
            return text.lower() == "true"
        raise ValueError(f"{text!r} is neither true nor false")
    if kind is int:
        return int(text)
    if kind is float:
        return float(text)
    return json.loads(text)
