#!/bin/sh
# Checks that Qt finds its system libraries, by starting it; installs what is missing where that
# is allowed (root with apt-get), else prints the one command to type.
#   qt_libraries.sh offscreen   for work without a window: tests, pictures
#   qt_libraries.sh demo        also for a window, if there is a terminal and a display to show it
#   qt_libraries.sh window      for the window; without a display it says so and stops
# The package names were found one by one on a minimal Debian 12.
set -eu

python=.venv/bin/python
wanted="libgl1 libegl1 libxkbcommon0 libglib2.0-0 libfontconfig1 libdbus-1-3 libgssapi-krb5-2"
window="libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0"
window="$window libwayland-cursor0 libwayland-egl1 libcups2"

stop() { printf '\n%s\n\n' "$*" >&2; exit 1; }

display=no
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname)" != Linux ]; then display=yes; fi
case "${1:-offscreen}" in
    window)
        [ "$display" = yes ] ||
            stop "There is no display to open a window on. 'make demo' and 'make screenshots' work without one." ;;
    demo) if [ ! -t 1 ]; then display=no; fi ;;
    *) display=no ;;
esac
if [ "$display" = yes ]; then wanted="$wanted $window"; fi

start_qt() {
    "$python" -c 'import sys
from PySide6 import QtPdf, QtPrintSupport, QtSvg, QtWidgets
QtWidgets.QApplication(sys.argv)' "$@"
}
complete() {
    start_qt -platform offscreen || return 1
    if [ "$display" = yes ]; then start_qt; fi
}

if complete >/dev/null 2>&1; then exit 0; fi

if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    stop "Qt, which draws the windows, misses libraries of the operating system.
Please type this one command (Debian, Ubuntu), then start again:

    sudo apt-get update && sudo apt-get install -y --no-install-recommends $wanted"
fi

printf '== Installing the system libraries of Qt: %s\n' "$wanted"
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086  # a list of packages
words=$( (apt-get update -qq && apt-get install -y -qq --no-install-recommends $wanted) 2>&1) ||
    stop "$words

The system libraries of Qt could not be installed; apt-get says why above."
complete || stop "Qt still does not start; its own words stand above."
