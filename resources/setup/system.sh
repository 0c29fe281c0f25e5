# Part of set_up.sh: system packages, and the libraries and fonts that Qt takes from the system on Linux.
# shellcheck shell=bash

# True where packages can be installed without asking anybody anything.
may_install() {
    command -v apt-get >/dev/null 2>&1 || return 1
    [ "$(id -u)" = 0 ] || sudo -n true >/dev/null 2>&1
}

apt() {
    local root=""
    [ "$(id -u)" = 0 ] || root="sudo -n"
    $root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 "$@" >/dev/null 2>"$apt_errors"
}

# Installs Debian packages; on failure says apt-get's first error and returns false.
install_packages() {
    local apt_errors
    apt_errors=$(mktemp)
    if apt install -y --no-install-recommends "$@" || { apt update && apt install -y --no-install-recommends "$@"; }; then
        rm -f "$apt_errors"
        return 0
    fi
    say "apt-get could not install $*: $(grep -m1 '^E:' "$apt_errors" || echo 'it gave no reason')"
    rm -f "$apt_errors"
    return 1
}

# Debian's package for a shared library that Qt asks for; nothing for one that comes along with another.
package_of() {
    case "$1" in
        libEGL.so.1) echo libegl1 ;;
        libGL.so.1) echo libgl1 ;;
        libX11.so.6) echo libx11-6 ;;
        libX11-xcb.so.1) echo libx11-xcb1 ;;
        libdbus-1.so.3) echo libdbus-1-3 ;;
        libfontconfig.so.1) echo libfontconfig1 ;;
        libfreetype.so.6) echo libfreetype6 ;;
        libglib-2.0.so.0 | libgthread-2.0.so.0) echo libglib2.0-0 ;;
        libwayland-client.so.0) echo libwayland-client0 ;;
        libwayland-cursor.so.0) echo libwayland-cursor0 ;;
        libwayland-egl.so.1) echo libwayland-egl1 ;;
        libxcb.so.1) echo libxcb1 ;;
        libxcb-cursor.so.0) echo libxcb-cursor0 ;;
        libxcb-glx.so.0) echo libxcb-glx0 ;;
        libxcb-icccm.so.4) echo libxcb-icccm4 ;;
        libxcb-image.so.0) echo libxcb-image0 ;;
        libxcb-keysyms.so.1) echo libxcb-keysyms1 ;;
        libxcb-randr.so.0) echo libxcb-randr0 ;;
        libxcb-render.so.0) echo libxcb-render0 ;;
        libxcb-render-util.so.0) echo libxcb-render-util0 ;;
        libxcb-shape.so.0) echo libxcb-shape0 ;;
        libxcb-shm.so.0) echo libxcb-shm0 ;;
        libxcb-sync.so.1) echo libxcb-sync1 ;;
        libxcb-util.so.1) echo libxcb-util1 ;;
        libxcb-xfixes.so.0) echo libxcb-xfixes0 ;;
        libxcb-xkb.so.1) echo libxcb-xkb1 ;;
        libxkbcommon.so.0) echo libxkbcommon0 ;;
        libxkbcommon-x11.so.0) echo libxkbcommon-x11-0 ;;
        libz.so.1) echo zlib1g ;;
        libzstd.so.1) echo libzstd1 ;;
    esac
}

# Names of the shared libraries that Qt's window, its drawing without a screen, X11 and Wayland ask for in vain.
missing_libraries() {
    local qt=".venv/lib/python3*/site-packages/PySide6"
    # the pattern and the names hold no spaces
    # shellcheck disable=SC2086
    ldd $qt/QtWidgets.abi3.so $qt/Qt/plugins/platforms/libqoffscreen.so $qt/Qt/plugins/platforms/libqxcb.so \
        $qt/Qt/plugins/xcbglintegrations/*.so $qt/Qt/plugins/platforms/libqwayland*.so \
        $qt/Qt/plugins/wayland-graphics-integration-client/libqt-plugin-wayland-egl.so 2>/dev/null \
        | awk '/not found/ && $1 !~ /^libQt6/ { print $1 }' | sort -u
}

no_fonts() {
    [ -z "$(find -L /usr/share/fonts /usr/local/share/fonts "${HOME:-/root}/.fonts" "${HOME:-/root}/.local/share/fonts" \
        \( -name '*.ttf' -o -name '*.otf' -o -name '*.ttc' \) -print 2>/dev/null | head -n 1)" ]
}

# Sets `missing` to the libraries (and "fonts") that are missing, and `packages` to Debian's packages for them.
look_for_qt_libraries() {
    local library
    missing="" packages=""
    for library in $(missing_libraries || true); do
        missing="$missing $library"
        packages="$packages $(package_of "$library")"
    done
    if no_fonts; then
        missing="$missing fonts"
        packages="$packages fonts-dejavu-core"
    fi
    packages=$(printf '%s\n' $packages | sort -u | tr '\n' ' ')
    packages=${packages% }
}

# Installs what Qt lacks or, where that cannot be, names it in one line. Not fatal: pictures need no window.
need_qt_libraries() {
    local missing packages
    [ "$(uname -s)" = Linux ] && command -v ldd >/dev/null 2>&1 || return 0
    look_for_qt_libraries
    if [ -n "$packages" ] && may_install; then
        say "Installing what the window needs of this system: $packages ..."
        # shellcheck disable=SC2086
        install_packages $packages || true
        look_for_qt_libraries
    fi
    [ -n "$missing" ] || return 0
    if command -v apt-get >/dev/null 2>&1 && [ -n "$packages" ]; then
        say "The window lacks some of this system's libraries: run 'sudo apt-get install $packages', $again."
    else
        say "The window lacks some of this system's libraries: install what holds$missing, $again."
    fi
}
