"""„Auskunft geben …“: a folder is asked for, the files lie there, the notice leads to them."""

from __future__ import annotations

from tests.ui.people.test_people_tab import open_person, settle


def test_the_disclosure_of_the_shown_person(tab, town, files, notices, tmp_path):
    open_person(tab, town.marion)
    deed = next(one for one in tab.page.commands() if one.name == "person.disclose")
    deed.run()
    assert files.asked[-1] == ("Ordner für die Auskunft wählen", "")
    files.next_path = tmp_path
    deed.run()
    settle()
    folder = tmp_path / f"auskunft-{town.marion}"
    assert (folder / f"{folder.name}.pdf").stat().st_size > 10_000
    assert any("Auskunft ist fertig" in one for one in notices.texts())
    notices.actions["Ansehen"]()
    notices.actions["Ordner"]()
    assert files.shown == [folder / f"{folder.name}.pdf"]
    assert files.revealed == [folder]
