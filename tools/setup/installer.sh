#!/bin/sh
# Builds the program as a folder that runs without Python: dist/ehrenamt-desktop.
# PyInstaller works in an environment of its own (build/installer-venv) with the program's
# libraries only, in the exact versions of constraints.txt, so that no developer tool is packed.
set -eu

export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore

python=.venv/bin/python
venv=build/installer-venv
wanted=build/installer-wanted.txt

say() { printf '== %s\n' "$*"; }
stop() { printf '\n%s\n\n' "$*" >&2; exit 1; }

# PyInstaller packs Python's own library and looks into libraries with objdump.
missing() {
    "$python" -c 'import ctypes, sysconfig
ctypes.CDLL(sysconfig.get_config_var("INSTSONAME"))' 2>/dev/null ||
        "$python" -c 'import sys, sysconfig
name = sysconfig.get_config_var("LIBDIR") + "/" + sysconfig.get_config_var("INSTSONAME")
open(name, "rb").close()' 2>/dev/null ||
        printf 'libpython%s ' "$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')"
    command -v objdump >/dev/null || printf 'binutils '
}
packages=$(missing)
if [ -n "$packages" ]; then
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
        stop "Building the program needs system packages. Please type this one command, then start again:

    sudo apt-get update && sudo apt-get install -y --no-install-recommends $packages"
    fi
    say "Installing $packages"
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086  # a list of packages
    words=$( (apt-get update -qq && apt-get install -y -qq --no-install-recommends $packages) 2>&1) ||
        stop "$words"
    left=$(missing)
    [ -z "$left" ] || stop "Still missing after the installation: $left"
fi

mkdir -p build
"$python" tools/setup/installer_wanted.py > "$wanted.new"
cat constraints.txt >> "$wanted.new"
if ! cmp -s "$wanted" "$wanted.new"; then
    say "Making the environment of the build"
    rm -rf "$venv"
    "$python" -m venv --without-pip "$venv"
    "$python" tools/setup/installer_wanted.py > "$wanted.list"
    "$python" -m pip --python "$venv/bin/python" install -qq \
        --constraint constraints.txt --requirement "$wanted.list"
    mv "$wanted.new" "$wanted"
fi
rm -f "$wanted.new"

say "Building dist/ehrenamt-desktop"
"$venv/bin/python" -m PyInstaller --noconfirm --log-level ERROR --workpath build/installer build_installer.spec
# PyInstaller's own stripping breaks the libraries of numpy.
inner=dist/ehrenamt-desktop/_internal
find "$inner"/libpython3* "$inner/sqlcipher3" "$inner"/python3*/lib-dynload "$inner/sqlalchemy" \
    -name '*.so*' -type f -exec strip --strip-unneeded {} +
packaging/linux/complete.sh dist/ehrenamt-desktop

say "Checking the built program away from its sources"
"$python" tools/setup/installer_check.py dist/ehrenamt-desktop
