"""No package index, no folder of one machine in the kept files: they hold on every machine."""

from __future__ import annotations

import re

# Written in pieces, so that this file passes its own rule.
MACHINE = "|".join(("work", "root", "opt/pypi", "opt/wheels", "tmp/team", "home/[a-z]+"))
HOSTS = "|".join((r"pypi\.org", r"pythonhosted\.org", r"registry\.npmjs", r"proxy\.golang"))
OPTIONS = "|".join(("index" + "-url", "find" + "-links", "trusted" + "-host"))
MACHINE_PATH = re.compile(rf"(?<![\w.…/>}}$-])/(?:{MACHINE})/")
ADDRESS = re.compile(rf"\b(?:{HOSTS})\b|--(?:extra-)?(?:{OPTIONS})\b|--{'hash'}=")


def test_no_address_and_no_machine_path(root, kept_files):
    found = []
    for path in kept_files:
        data = path.read_bytes()
        if b"\0" in data:
            continue
        for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), start=1):
            if MACHINE_PATH.search(line) or ADDRESS.search(line):
                found.append(f"{path.relative_to(root)}:{number}: {line.strip()[:100]}")
    assert not found


def test_constraints_are_names_and_exact_versions(root):
    lines = (root / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.]+", pin) for pin in pins)
    names = [re.sub(r"[-_.]+", "-", pin.partition("==")[0]).lower() for pin in pins]
    assert names == sorted(set(names))


def test_every_library_is_pinned(root):
    import tomllib

    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    pinned = (root / "constraints.txt").read_text(encoding="utf-8").lower().replace("_", "-")
    names = [re.split(r"[><=\[]", line)[0].lower().replace("_", "-") for line in wanted]
    assert [name for name in names if f"\n{name}==" not in pinned] == []


def test_the_rule_sees_what_it_forbids():
    assert MACHINE_PATH.search("open('" + "/work" + "/main/x')")
    assert MACHINE_PATH.search(" /home" + "/anna/x")
    assert ADDRESS.search("--index" + "-url=x")
    assert not MACHINE_PATH.search("docs/work/x and field/work/ and https://a.example/work/")
