"""What the table of a folder of photos says of the people in them: sex, skin and facing, as of rendered people."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

KINDS: Final = ("sex", "skin", "facing")


def known_groups(folder: Path) -> dict[str, dict[str, str]]:
    """Groups by the photo's name, kind to group; empty where the folder has no such table or it says nothing."""
    try:
        rows = json.loads((folder / "keypoints18.json").read_text(encoding="utf-8"))
        return {
            str(name): {kind: str(row[kind]) for kind in KINDS if isinstance(row.get(kind), str) and row[kind]}
            for name, row in rows.items()
        }
    except (OSError, ValueError, AttributeError):
        return {}
