"""How much memory this process holds."""

from __future__ import annotations

import sys
from pathlib import Path


def memory_held() -> int:
    """Bytes of memory that are in use now; where the system does not say that, the most there ever were, else 0."""
    file = Path("/proc/self/statm")
    if file.exists():
        import os

        return int(file.read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    if sys.platform == "win32":
        return 0
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024
