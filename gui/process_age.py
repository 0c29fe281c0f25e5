"""How long this process has been running, its interpreter's start included."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

_IMPORTED = time.perf_counter()


def process_age() -> float:
    """Seconds since the process began; where the system does not tell, since this module was imported."""
    system = sys.platform
    if system.startswith("linux"):
        # Field 22 of stat, counted after the name in brackets: start in clock ticks since the system's boot.
        fields = Path("/proc/self/stat").read_text().rpartition(")")[2].split()
        begun = int(fields[19]) / os.sysconf("SC_CLK_TCK")
        return time.clock_gettime(time.CLOCK_BOOTTIME) - begun
    return _windows_age() if os.name == "nt" else time.perf_counter() - _IMPORTED


def _windows_age() -> float:
    import ctypes
    from ctypes import wintypes

    created, other = wintypes.FILETIME(), wintypes.FILETIME()
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined, unused-ignore]
    process = kernel.GetCurrentProcess()
    known = kernel.GetProcessTimes(
        process, ctypes.byref(created), ctypes.byref(other), ctypes.byref(other), ctypes.byref(other)
    )
    if not known:
        return time.perf_counter() - _IMPORTED
    # 100 nanoseconds since 1601.
    begun = (created.dwHighDateTime << 32 | created.dwLowDateTime) / 1e7 - 11_644_473_600
    return time.time() - begun
