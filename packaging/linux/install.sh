#!/bin/sh
# Richtet Ehrenamt Desktop ein, aus dem Ordner, in dem diese Datei liegt.
#   ./install.sh               für Sie: nach ~/.local
#   sudo ./install.sh          für alle: nach /opt und /usr/local
#   ./install.sh --entfernen   nimmt das Programm wieder weg; der Bestand bleibt
set -eu
here=$(cd "$(dirname "$0")" && pwd)
if [ "$(id -u)" = 0 ]; then
    program=/opt/ehrenamt-desktop bin=/usr/local/bin share=/usr/local/share
else
    share=${XDG_DATA_HOME:-$HOME/.local/share}
    program=$share/ehrenamt-desktop-programm bin=$HOME/.local/bin
fi
sizes="16 24 32 48 64 128 256 512"

register() {
    for tool in "update-desktop-database $share/applications" "update-mime-database $share/mime" \
        "gtk-update-icon-cache -q -t $share/icons/hicolor"; do
        # shellcheck disable=SC2086  # a tool and its words
        if command -v ${tool%% *} >/dev/null; then $tool >/dev/null 2>&1 || true; fi
    done
}

if [ "${1:-}" = --entfernen ]; then
    rm -rf "$program"
    rm -f "$bin/ehrenamt-desktop" "$share"/applications/ehrenamt-desktop*.desktop \
        "$share/mime/packages/ehrenamt-desktop.xml" \
        "$share"/metainfo/example.code.ehrenamt_desktop.metainfo.xml \
        "$share"/icons/hicolor/*/apps/ehrenamt-desktop.*
    register
    echo "Ehrenamt Desktop ist entfernt. Ihr Bestand und Ihre Sicherungen sind unberührt."
    exit 0
fi

[ -x "$here/ehrenamt-desktop" ] && [ -d "$here/linux" ] || {
    echo "Neben dieser Datei fehlt das Programm. Bitte entpacken Sie das ganze Archiv." >&2
    exit 1
}
if [ "$here" = "$program" ]; then
    echo "Diese Datei gehört zum eingerichteten Programm. Bitte starten Sie die aus dem Archiv." >&2
    exit 1
fi
mkdir -p "$bin" "$share/applications" "$share/mime/packages" "$share/metainfo" \
    "$share/icons/hicolor/scalable/apps" "$(dirname "$program")"
rm -rf "$program.neu"
cp -R "$here" "$program.neu"
rm -rf "$program"
mv "$program.neu" "$program"
ln -sf "$program/ehrenamt-desktop" "$bin/ehrenamt-desktop"
for entry in ehrenamt-desktop ehrenamt-desktop-open; do
    sed "s|^Exec=ehrenamt-desktop|Exec=\"$program/ehrenamt-desktop\"|" \
        "$here/linux/$entry.desktop" > "$share/applications/$entry.desktop"
done
cp "$here/linux/ehrenamt-desktop.mime.xml" "$share/mime/packages/ehrenamt-desktop.xml"
cp "$here"/linux/*.metainfo.xml "$share/metainfo/"
cp "$here/linux/ehrenamt-desktop.svg" "$share/icons/hicolor/scalable/apps/"
for size in $sizes; do
    mkdir -p "$share/icons/hicolor/${size}x$size/apps"
    cp "$here/linux/ehrenamt-desktop-$size.png" \
        "$share/icons/hicolor/${size}x$size/apps/ehrenamt-desktop.png"
done
register
echo "Ehrenamt Desktop ist eingerichtet und steht im Menü unter „Büro“."
echo "Auf der Befehlszeile: $bin/ehrenamt-desktop"
