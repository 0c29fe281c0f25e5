#!/usr/bin/env bash
# Makes this folder ready: a Python of 3.11 or later, .venv with Repose Studio in it, and what Qt needs of the system.
#
#   set_up.sh run     what it takes to use the product
#   set_up.sh test    that, and the tools that check it
#
# Quick when nothing has changed. Installs system packages only where it may (as root, or by a sudo that asks nothing);
# elsewhere it names what is missing. Works with the bash 3.2 of macOS.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
here=$(pwd)
purpose=${1:-run}
case "$purpose" in
    run) wanted="." ;;
    test) wanted=".[test]" ;;
    *) echo "set_up.sh: '$purpose' is neither run nor test" >&2; exit 2 ;;
esac
again="then run 'make $purpose' again"

say() { printf '%s\n' "$*" >&2; }
stop() { say "$@"; exit 1; }

source resources/setup/system.sh

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }
has_venv() { "$1" -c 'import ensurepip, venv' >/dev/null 2>&1; }

# Sets `python` to one that can make a virtual environment, or to nothing; `without_venv` to one that only lacks venv.
find_python() {
    local name
    python="" without_venv=""
    for name in ${PYTHON:-} python3 python3.13 python3.12 python3.11 python3.14 python; do
        command -v "$name" >/dev/null 2>&1 && new_enough "$name" || continue
        if has_venv "$name"; then python=$name; return; fi
        [ -n "$without_venv" ] || without_venv=$name
    done
}

need_python() {
    local package=python3-venv
    find_python
    [ -z "$python" ] || return 0
    if [ -n "$without_venv" ]; then
        package=$("$without_venv" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    fi
    if may_install; then
        say "Installing $package ..."
        if install_packages "$package" || install_packages python3-venv; then find_python; fi
        [ -z "$python" ] || return 0
    fi
    if [ -n "$without_venv" ]; then
        stop "$("$without_venv" --version) is here, but not the part of it that makes virtual environments:" \
            "run 'sudo apt-get install $package', $again."
    fi
    stop "Repose Studio needs Python 3.11 or later: install it (Debian and Ubuntu: 'sudo apt-get install python3" \
        "python3-venv'; macOS: 'brew install python'), $again. One in an unusual place: 'make $purpose PYTHON=/its/path'."
}

need_environment() {
    if new_enough .venv/bin/python && .venv/bin/python -m pip --version >/dev/null 2>&1; then
        return 0
    fi
    need_python
    say "Making the virtual environment .venv with $("$python" --version) ..."
    "$python" -m venv --clear .venv || stop "The virtual environment $here/.venv could not be made: see the lines above."
}

install_product() {
    local quiet="--quiet"
    [ ! -t 2 ] || quiet=""
    say "Installing Repose Studio and what it needs; the first time this fetches some gigabytes, most of it PyTorch ..."
    export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore PIP_NO_INPUT=1
    export PIP_DEFAULT_TIMEOUT="${PIP_DEFAULT_TIMEOUT:-120}"
    # A second try leaves pip's cache alone: it may be damaged, full or somebody else's.
    .venv/bin/python -m pip install $quiet -e "$wanted" \
        || .venv/bin/python -m pip install $quiet --no-cache-dir -e "$wanted" \
        || stop "Installing into $here/.venv failed: see pip's lines above; with the network and some 10 GB of disk there, run 'make $purpose' again."
}

# What the environment was made from: it is made ready again when this changes or the folder was moved.
state() { printf '%s %s\n' "$here" "$(cksum <pyproject.toml)"; }

# What is ready for tests is ready for use as well.
is_ready() {
    local stamp
    for stamp in ".venv/.ready-$purpose" .venv/.ready-test; do
        if [ "$(cat "$stamp" 2>/dev/null)" = "$(state)" ]; then new_enough .venv/bin/python; return; fi
    done
    return 1
}

if ! is_ready; then
    need_environment
    rm -f .venv/.ready-*
    install_product
    state >".venv/.ready-$purpose"
fi
need_qt_libraries
