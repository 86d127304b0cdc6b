"""What is handed out is described truly: data, menu entries, set-up script, icon, version."""

from __future__ import annotations

import ast
import configparser
import re
import struct
import subprocess
import tomllib
from importlib import resources
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from ehrenamt_desktop import __version__

ROOT = Path(__file__).resolve().parents[2]
LINUX = ROOT / "packaging" / "linux"
WINDOWS = ROOT / "packaging" / "windows"
ICONS = ROOT / "resources" / "icons"
SPEC = (ROOT / "build_installer.spec").read_text(encoding="utf-8")
SCRIPT = (WINDOWS / "ehrenamt-desktop.iss").read_text(encoding="utf-8-sig")
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
CATEGORIES = {"Office", "Database"}


def _spec_values() -> dict[str, object]:
    """The spec up to its analysis, carried out."""
    tree = ast.parse(SPEC)
    names = {"ROOT", "PACKAGE", "MIGRATIONS", "ICONS", "DATA", "MODULES", "WINDOWS", "QT_UNUSED"}
    kept = [
        node
        for node in tree.body
        if (isinstance(node, ast.Import | ast.FunctionDef))
        or (isinstance(node, ast.ImportFrom) and node.module != "PyInstaller.utils.hooks")
        or (
            isinstance(node, ast.Assign | ast.AugAssign)
            and {one.id for one in ast.walk(node) if isinstance(one, ast.Name)} & names
            and not any(isinstance(one, ast.Call) and _name(one) in BUILDERS
                        for one in ast.walk(node))
        )
    ]  # fmt: skip
    values: dict[str, object] = {"SPECPATH": str(ROOT)}
    exec(compile(ast.Module(kept, []), "build_installer.spec", "exec"), values)
    return values


BUILDERS = {"Analysis", "PYZ", "EXE", "COLLECT", "program"}


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


@pytest.fixture(scope="module")
def spec():
    return _spec_values()


def test_the_spec_ships_every_file_that_is_looked_up(spec):
    shipped = {(Path(source), target) for source, target in spec["DATA"]}
    assert (ROOT / "resources", "resources") in shipped
    assert (ROOT / "docs" / "handbuch", "handbook") in shipped
    migrations = ROOT / "src" / "ehrenamt_desktop" / "store" / "migrations"
    needed = {file for file in migrations.rglob("*") if file.suffix in {".py", ".sql", ".mako"}}
    assert needed <= {source for source, _ in shipped}
    for source, target in shipped:
        assert source.exists()
        if migrations in source.parents:
            assert Path(target) == source.parent.relative_to(ROOT / "src")


def test_no_data_file_lies_in_the_package_unshipped(spec):
    package = ROOT / "src" / "ehrenamt_desktop"
    shipped = {Path(source) for source, _ in spec["DATA"]}
    files = [file for file in package.rglob("*") if file.is_file()]
    data = [
        file for file in files if file.suffix not in {".py", ".pyc"} and file.name != "py.typed"
    ]
    assert data
    assert not set(data) - shipped


def test_every_module_is_named_although_imported_late(spec):
    modules = set(spec["MODULES"])
    assert {"ehrenamt_desktop", "ehrenamt_desktop.ui.people.tab"} <= modules
    assert {"ehrenamt_desktop.reports.board", "ehrenamt_desktop.services.imports"} <= modules
    assert not [name for name in modules if ".migrations." in name or "__init__" in name]


def test_of_qts_texts_only_the_german_ones_stay(spec):
    wanted = spec["wanted"]
    folder = "PySide6/Qt/translations"
    assert wanted((f"{folder}/qtbase_de.qm", "", "DATA"))
    assert not wanted((f"{folder}/qtbase_fr.qm", "", "DATA"))
    assert not wanted(("PySide6\\translations\\qtbase_fr.qm", "", "DATA"))
    assert not wanted(("PySide6/Qt/plugins/platformthemes/libqgtk3.so", "", "BINARY"))
    assert wanted(("PySide6/Qt/plugins/platforms/libqxcb.so", "", "BINARY"))


def _entry(name: str) -> configparser.SectionProxy:
    parser = configparser.RawConfigParser(delimiters=("=",))
    parser.optionxform = str
    parser.read(LINUX / name, encoding="utf-8")
    assert parser.sections() == ["Desktop Entry"]
    return parser["Desktop Entry"]


@pytest.mark.parametrize("name", ["ehrenamt-desktop.desktop", "ehrenamt-desktop-open.desktop"])
def test_menu_entries_hold_what_is_needed(name):
    entry = _entry(name)
    assert entry["Type"] == "Application"
    assert entry["Name"] == "Ehrenamt Desktop"
    assert entry["Icon"] == "ehrenamt-desktop"
    assert entry["Terminal"] == "false"
    assert entry["Exec"].startswith("ehrenamt-desktop")
    assert entry["Comment[de]"]
    for key in ("Categories", "Keywords", "Keywords[de]", "MimeType"):
        assert entry.get(key, ";").endswith(";")


def test_the_menu_shows_one_entry_and_the_other_opens_stores():
    assert set(_entry("ehrenamt-desktop.desktop")["Categories"].split(";")) == {*CATEGORIES, ""}
    opening = _entry("ehrenamt-desktop-open.desktop")
    assert opening["NoDisplay"] == "true"
    assert opening["Exec"].endswith("--store %f")
    mime = ET.parse(LINUX / "ehrenamt-desktop.mime.xml").getroot()
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    kind = mime.find(f"{space}mime-type")
    assert opening["MimeType"] == f"{kind.get('type')};"
    assert kind.find(f"{space}glob").get("pattern") == "*.ehrenamt"


def test_the_appstream_file_tells_this_version_and_licence():
    (path,) = LINUX.glob("*.metainfo.xml")
    component = ET.parse(path).getroot()
    assert component.get("type") == "desktop-application"
    assert f"{component.findtext('id')}.metainfo.xml" == path.name
    assert component.find("releases/release").get("version") == __version__
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert component.findtext("project_license") == settings["license"]
    assert (LINUX / component.findtext("launchable")).is_file()
    for tag in ("metadata_license", "name", "summary", "description/p", "content_rating"):
        assert component.find(tag) is not None
    german = component.findall("summary[@{http://www.w3.org/XML/1998/namespace}lang='de']")
    assert len(german) == 1


def _section(name: str) -> list[str]:
    inside = SCRIPT.split(f"[{name}]")[1].split("\n[")[0]
    return [line for line in inside.splitlines() if line and not line.startswith(";")]


def test_the_set_up_script_packs_what_the_spec_makes():
    defined = dict(re.findall(r'^#define (\w+) "(.+)"$', SCRIPT, re.M))
    programs = set(re.findall(r'program\("([^"]+)", console', SPEC))
    assert {defined["Window"], defined["Console"]} == {f"{name}.exe" for name in programs}
    built = re.search(r'COLLECT\(.*name="([^"]+)"', SPEC, re.S)[1]
    assert defined["Built"] == rf"..\..\dist\{built}"
    used = set(re.findall(r"\{#(\w+)\}", SCRIPT))
    assert used <= {*defined, "Version"}
    sources = [re.search(r'Source: "([^"]+)"', line)[1] for line in _section("Files")]
    assert sorted(sources) == sorted(
        [r"{#Built}\{#Window}", r"{#Built}\{#Console}", r"{#Built}\_internal\*"]
    )


def test_the_set_up_needs_no_administrator_and_leaves_the_data():
    setup = dict(line.split("=", 1) for line in _section("Setup"))
    assert setup["PrivilegesRequired"] == "lowest"
    assert setup["PrivilegesRequiredOverridesAllowed"] == "dialog"
    assert setup["AppVersion"] == "{#Version}"
    assert re.fullmatch(r"\{\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}", setup["AppId"])
    for key in ("LicenseFile", "SetupIconFile"):
        assert (WINDOWS / setup[key].replace("\\", "/")).resolve().is_file()
    assert not re.search(r"^\[UninstallDelete\]", SCRIPT, re.M)
    assert "German.isl" in SCRIPT
    assert '--store ""%1""' in SCRIPT
    assert [line for line in _section("InstallDelete") if r"{app}\_internal" not in line] == []


def test_windows_reads_its_scripts():
    assert (WINDOWS / "ehrenamt-desktop.iss").read_bytes().startswith(b"\xef\xbb\xbf")
    batch = (WINDOWS / "build.bat").read_bytes()
    assert batch.count(b"\r\n") == batch.count(b"\n")
    named = re.findall(
        r"(?:tools|packaging)\\[\w\\.-]+\.\w+|\bbuild_installer\.spec", batch.decode()
    )
    assert len(named) >= 4
    assert all((ROOT / name.replace("\\", "/")).is_file() for name in named)


def test_the_icon_has_all_sizes():
    for size in SIZES:
        data = (ICONS / f"app-{size}.png").read_bytes()
        assert data[:8] == b"\x89PNG\r\n\x1a\n"
        assert struct.unpack(">II", data[16:24]) == (size, size)
    data = (ICONS / "app.ico").read_bytes()
    count = struct.unpack("<HHH", data[:6])[2]
    widths = {data[6 + 16 * number] or 256 for number in range(count)}
    assert widths == set(SIZES) - {512}


@pytest.fixture
def built(tmp_path):
    """A folder as the build leaves it, the program a script that says who it is."""
    folder = tmp_path / "Programm ä"
    (folder / "_internal").mkdir(parents=True)
    program = folder / "ehrenamt-desktop"
    program.write_text("#!/bin/sh\necho started\n")
    program.chmod(0o755)
    subprocess.run([LINUX / "complete.sh", folder], check=True)
    return folder


@pytest.mark.skipif(not hasattr(__import__("os"), "getuid"), reason="a script for Linux")
def test_the_program_is_set_up_and_removed_again(built, tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    stand_in = tmp_path / "bin"
    stand_in.mkdir()
    (stand_in / "id").write_text("#!/bin/sh\necho 1000\n")  # as an ordinary user
    (stand_in / "id").chmod(0o755)
    surroundings = {"HOME": str(home), "PATH": f"{stand_in}:/usr/bin:/bin"}

    def run(*words: str) -> str:
        call = [str(built / "install.sh"), *words]
        return subprocess.run(
            call, env=surroundings, check=True, capture_output=True, text=True
        ).stdout

    for _ in range(2):  # a second time it replaces the first
        assert "„Büro“" in run()
    share = home / ".local" / "share"
    started = subprocess.run(
        [home / ".local/bin/ehrenamt-desktop"], capture_output=True, text=True, check=True
    )
    assert started.stdout == "started\n"
    entry = (share / "applications" / "ehrenamt-desktop-open.desktop").read_text(encoding="utf-8")
    program = share / "ehrenamt-desktop-programm" / "ehrenamt-desktop"
    assert f'Exec="{program}" --store %f' in entry
    store = share / "buero.ehrenamt"
    store.touch()
    assert "unberührt" in run("--entfernen")
    left = {file for file in home.rglob("*") if file.is_file() and "cache" not in file.name}
    assert left - {file for file in left if "mime" in file.parts} == {store}


def test_word_files_find_what_they_begin_with():
    assert 'collect_data_files("docx", subdir="templates")' in SPEC
    shipped = {file.name for file in resources.files("docx").joinpath("templates").iterdir()}
    assert {"default.docx", "default-header.xml", "default-footer.xml"} <= shipped
    assert 'collect_data_files("docx", subdir="parts", include_py_files=True)' in SPEC
