#!/bin/sh
# Makes the project's own Python environment (.venv) and installs the exact versions of
# constraints.txt into it, the program itself as an editable install.
# Needs Python 3.11 or newer and pip; the Debian packages python3-venv and virtualenv are not needed.
# The system's Python is left alone: nothing is installed outside .venv.
set -eu

export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore

python=${PYTHON:-python3}
venv=.venv

say() { printf '== %s\n' "$*"; }
stop() { printf '\n%s\n' "$*" >&2; exit 1; }

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null ||
    stop "Python 3.11 or newer is needed and '$python' is not. Another one: make PYTHON=python3.12 …"

usable() { "$venv/bin/python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

if ! usable; then
    say "Making the Python environment $venv"
    rm -rf "$venv"
    "$python" -m venv --without-pip "$venv"
fi

# A bare Debian has pip but not what `python3 -m venv` needs to put pip into an environment.
if ! "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
    "$python" -m pip --version >/dev/null 2>&1 ||
        stop "pip is missing. As administrator: apt-get install -y python3-pip"
    packages=$("$venv/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
    "$python" -m pip install -qq --target "$packages" pip
fi

say "Installing the program and its libraries (about 65 packages, one to three minutes)"
"$venv/bin/python" -m pip install -qq --constraint constraints.txt hatchling
"$venv/bin/python" -m pip install -qq --constraint constraints.txt --no-build-isolation --editable '.[dev]'
# Byte code made now, so that the first window does not wait for it.
"$venv/bin/python" -m compileall -q src
say "Python environment is ready"
