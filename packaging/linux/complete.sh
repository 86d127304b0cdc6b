#!/bin/sh
# Lays beside the built program what a Linux desktop needs: complete.sh FOLDER
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
