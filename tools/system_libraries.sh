#!/bin/sh
# SPDX-License-Identifier: MIT
# Debian and Ubuntu: installs what Qt needs of the system to open a window, where it is missing.
# Asks once: where it was refused, it only says so the next time. Elsewhere it does nothing.
# usage: system_libraries.sh FOLDER      (FOLDER remembers what was refused)
set -eu
refused=$1/.system-refused
command -v apt-get >/dev/null 2>&1 || exit 0

# What the loader must find, and the package that brings it ("a|b": whichever this release has).
# Read off the NEEDED entries of PySide6-Essentials' QtCore, QtGui, QtWidgets and the xcb platform plugin.
libraries='
libdbus-1.so.3            libdbus-1-3
libEGL.so.1               libegl1
libfontconfig.so.1        libfontconfig1
libfreetype.so.6          libfreetype6
libGL.so.1                libgl1
libglib-2.0.so.0          libglib2.0-0t64|libglib2.0-0
libX11-xcb.so.1           libx11-xcb1
libxcb-cursor.so.0        libxcb-cursor0
libxcb-glx.so.0           libxcb-glx0
libxcb-icccm.so.4         libxcb-icccm4
libxcb-image.so.0         libxcb-image0
libxcb-keysyms.so.1       libxcb-keysyms1
libxcb-randr.so.0         libxcb-randr0
libxcb-render-util.so.0   libxcb-render-util0
libxcb-shape.so.0         libxcb-shape0
libxcb-shm.so.0           libxcb-shm0
libxcb-sync.so.1          libxcb-sync1
libxcb-util.so.1          libxcb-util1
libxcb-xfixes.so.0        libxcb-xfixes0
libxcb-xkb.so.1           libxcb-xkb1
libxkbcommon.so.0         libxkbcommon0
libxkbcommon-x11.so.0     libxkbcommon-x11-0
'

missing() {
  known=$(PATH="$PATH:/usr/sbin:/sbin" ldconfig -p)
  echo "$libraries" | while read -r library package; do
    case "$library" in '') continue ;; esac
    case "$known" in *"$library "*) ;; *) echo "$package" ;; esac
  done
  command -v Xvfb >/dev/null 2>&1 || echo xvfb # a display for the tests and the pictures
  fc-list 2>/dev/null | grep -q . || printf 'fontconfig\nfonts-dejavu-core\n'
}

# The first of the names that this release can install.
available() {
  for name in $(echo "$1" | tr '|' ' '); do
    if apt-cache policy "$name" | grep -q 'Candidate: [^(]'; then echo "$name"; return; fi
  done
  echo "${1##*|}"
}

packages() { for choice in $wanted; do available "$choice"; done | tr '\n' ' '; }

am_root() { [ "$(id -u)" = 0 ]; }

as_root() {
  if am_root; then "$@"; elif [ -t 0 ]; then sudo "$@"; else sudo -n "$@" 2>/dev/null; fi
}

apt() {
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get -qq -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=120 "$@" >/dev/null
}

install_packages() {
  as_root true || return 1 # the one time that a password is asked for
  # shellcheck disable=SC2086,SC2046  # one argument a package is meant
  apt install --yes --no-install-recommends $(packages) 2>/dev/null && return
  # shellcheck disable=SC2086,SC2046
  apt update && apt install --yes --no-install-recommends $(packages)
}

wanted=$(missing)
[ -n "$wanted" ] || exit 0
if am_root || { command -v sudo >/dev/null 2>&1 && [ "$(cat "$refused" 2>/dev/null)" != "$wanted" ]; }; then
  echo "Installing the system packages that the window needs: $(packages)"
  if install_packages; then rm -f "$refused"; exit 0; fi
  mkdir -p "$1" && echo "$wanted" >"$refused"
fi
echo "The window may not open, since these packages are missing and could not be installed: $(packages)" >&2
