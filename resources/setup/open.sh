#!/usr/bin/env bash
# Opens the window where there is a screen; elsewhere makes the demo's pictures and says where they are.
#
#   open.sh [FOLDER]     FOLDER for the demo's pictures, demo-pictures unless told
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
folder=${1:-demo-pictures}

screen=""
case "${QT_QPA_PLATFORM:-}" in
    offscreen* | minimal*) ;;
    *)
        if [ "$(uname -s)" = Darwin ]; then
            screen="this Mac's screen"
        elif [ -n "${WAYLAND_DISPLAY:-}${DISPLAY:-}" ]; then
            screen="the screen ${WAYLAND_DISPLAY:-$DISPLAY}"
        fi
        ;;
esac

if [ -n "$screen" ]; then
    # A screen that is named may still be out of reach (a closed connection, a missing library): Qt is asked first,
    # in a process of its own because it ends (and dumps) a process that gets no screen.
    ask='from PySide6.QtGui import QGuiApplication; QGuiApplication([])'
    if answer=$(ulimit -c 0 && .venv/bin/python -c "$ask" 2>&1); then
        exec .venv/bin/repose-studio
    fi
    echo "Qt cannot open $screen, so the demo runs without a window."
    printf '%s\n' "$answer" | grep -m 1 -i -E 'could not|cannot open' || true
else
    echo "There is no screen here, so the demo runs without a window."
fi
.venv/bin/repose demo --out "$folder"
echo "The demo's pictures are in $(cd "$folder" && pwd)"
