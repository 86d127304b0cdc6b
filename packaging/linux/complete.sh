#!/bin/sh
# Lays beside the built program what a Linux desktop needs, and takes the symbols out of its largest
# libraries: complete.sh FOLDER. PyInstaller's own stripping breaks the libraries of numpy.
set -eu
here=$(dirname "$0")
root=$here/../..
share=$1/linux
rm -rf "$share"
mkdir -p "$share"
cp "$here"/*.desktop "$here"/*.xml "$share/"
cp "$root/resources/icons/app.svg" "$share/ehrenamt-desktop.svg"
for size in 16 24 32 48 64 128 256 512; do
    cp "$root/resources/icons/app-$size.png" "$share/ehrenamt-desktop-$size.png"
done
cp "$here/install.sh" "$1/install.sh"

inner=$1/_internal
find "$inner"/libpython3* "$inner/sqlcipher3" "$inner"/python3*/lib-dynload "$inner/sqlalchemy" \
    -name '*.so*' -type f -exec strip --strip-unneeded {} +
