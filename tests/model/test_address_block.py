"""Pasted blocks, written by hand: heads of letters, signatures, cards, lines of phone books.

Everybody in them is invented. Each says what is taken; what is not named must stay empty.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ehrenamt_desktop.model.addresses.block import AddressBlock, take_apart
from ehrenamt_desktop.model.enums import Salutation
from ehrenamt_desktop.model.text import digits, fold

MS, MR = Salutation.MS, Salutation.MR
VILLAGES = frozenset({"ulfen", "breitau", "sontra", "herleshausen", "wichmannshausen"})
OFFICE_NAMES = frozenset({"oeznur", "tjark"})
SONTRA = {"postcode": "36205", "city": "Sontra"}


def block(**parts):
    return AddressBlock(**parts)


CASES = [
    # heads of letters
    ("Herrn\nHans Müller\nHauptstr. 5\n36205 Sontra",
     block(salutation=MR, first_name="Hans", last_name="Müller", street="Hauptstr. 5", **SONTRA)),
    ("Frau Änne Groß\nAm Anger 3 a\n36205 Sontra",
     block(salutation=MS, first_name="Änne", last_name="Groß", street="Am Anger 3 a", **SONTRA)),
    ("An Herrn\nDr. med. Karl von der Heide\nLange Straße 12-14\nD-36205 Sontra",
     block(salutation=MR, title="Dr. med.", first_name="Karl", last_name="von der Heide",
           street="Lange Straße 12-14", **SONTRA)),
    ("Frau\nProf. Dr. Dr. h. c. Inge Schmidt-Lange\nPostfach 12 34\n37269 Eschwege",
     block(salutation=MS, title="Prof. Dr. Dr. h. c.", first_name="Inge",
           last_name="Schmidt-Lange", street="Postfach 12 34", postcode="37269", city="Eschwege")),
    ("Ana García Márquez\nc/o Familie Schmidt\nUlfen\nLange Straße 7\n36205 Sontra",
     block(first_name="Ana", last_name="García Márquez", street="Lange Straße 7",
           district="Ulfen", left=("c/o Familie Schmidt",), **SONTRA)),
    ("Ursula Schmidt Weber\nZum Weinberg 2b\n36205 Sontra-Ulfen",
     block(first_name="Ursula", last_name="Schmidt Weber", street="Zum Weinberg 2b",
           postcode="36205", city="Sontra-Ulfen")),
    ("Karl-Theodor zu Löwenstein\nSchlossallee 1\n36205 Sontra",
     block(first_name="Karl-Theodor", last_name="zu Löwenstein", street="Schlossallee 1",
           **SONTRA)),
    ("Friedrich Meyer zu Hoberge\nNeue Gasse 4\n36205 Sontra",
     block(first_name="Friedrich", last_name="Meyer zu Hoberge", street="Neue Gasse 4", **SONTRA)),
    ("Maria Freifrau von und zu Weißenbach\n36205 Sontra",
     block(first_name="Maria", last_name="Freifrau von und zu Weißenbach", **SONTRA)),
    ("Jan van de Velde\nWeg zum Teich 9\n36205 Sontra",
     block(first_name="Jan", last_name="van de Velde", street="Weg zum Teich 9", **SONTRA)),
    ("Vincenzo Di Luca\nBad Hersfelder Straße 5\n36205 Sontra",
     block(first_name="Vincenzo", last_name="Di Luca", street="Bad Hersfelder Straße 5",
           **SONTRA)),
    ("HANS PETER MÜLLER\nHAUPTSTRASSE 5\n36205 SONTRA",
     block(first_name="Hans Peter", last_name="Müller", street="HAUPTSTRASSE 5",
           postcode="36205", city="SONTRA")),
    ("MÜLLER Hans\nHauptstraße 5",
     block(first_name="Hans", last_name="Müller", street="Hauptstraße 5")),
    ("Öznur PETER\nHauptstraße 5",
     block(first_name="Öznur", last_name="Peter", street="Hauptstraße 5")),
    ("Öznur Peter\nHauptstraße 5",
     block(first_name="Öznur", last_name="Peter", street="Hauptstraße 5")),
    ("Groß, Änne\nHauptstraße 5",
     block(first_name="Änne", last_name="Groß", street="Hauptstraße 5")),
    ("Heide, Dr. Anna von der\nHauptstraße 5",
     block(title="Dr.", first_name="Anna", last_name="von der Heide", street="Hauptstraße 5")),
    ("Eheleute Hans und Inge Müller\nHauptstr. 5\n36205 Sontra",
     block(first_name="Hans", last_name="Müller", street="Hauptstr. 5",
           left=("Eheleute", "und Inge"), **SONTRA)),
    ("Familie Dąbrowski\nHauptstr. 5\n36205 Sontra",
     block(last_name="Dąbrowski", street="Hauptstr. 5", left=("Familie",), **SONTRA)),
    ("Anna Groß geb. Schmidt\nHauptstr. 5",
     block(first_name="Anna", last_name="Groß", street="Hauptstr. 5", left=("geb. Schmidt",))),
    ("Dipl.-Ing. Jörg Löffler\nUlfen 12\n36205 Sontra",
     block(title="Dipl.-Ing.", first_name="Jörg", last_name="Löffler", street="Ulfen 12",
           **SONTRA)),
    ("Inga Löffler, M.A.\nHauptstr. 5",
     block(title="M.A.", first_name="Inga", last_name="Löffler", street="Hauptstr. 5")),
    ("Frau Müller\nHauptstr. 5\n36205 Sontra",
     block(salutation=MS, last_name="Müller", street="Hauptstr. 5", **SONTRA)),
    ("Verein für Heimatpflege e. V.\nz. Hd. Frau Inge Schmidt\nHauptstr. 5\n36205 Sontra",
     block(salutation=MS, first_name="Inge", last_name="Schmidt", street="Hauptstr. 5",
           left=("Verein für Heimatpflege e. V.",), **SONTRA)),
    ("Stadt Sontra\nMarktplatz 11\n36205 Sontra",
     block(street="Marktplatz 11", left=("Stadt Sontra",), **SONTRA)),
    ("Hans Müller\nMarktplatz 11, Hinterhaus\n36205 Sontra",
     block(first_name="Hans", last_name="Müller", street="Marktplatz 11", left=("Hinterhaus",),
           **SONTRA)),
    ("Bürgermeister Hans Müller\nMarktplatz 11",
     block(first_name="Hans", last_name="Müller", street="Marktplatz 11",
           left=("Bürgermeister",))),
    ("Rechtsanwältin Inge Steinweg\nMarktplatz 11",
     block(first_name="Inge", last_name="Steinweg", street="Marktplatz 11",
           left=("Rechtsanwältin",))),
    ("Frau Anna Steinweg\nMarktplatz 11",
     block(salutation=MS, first_name="Anna", last_name="Steinweg", street="Marktplatz 11")),
    ("Anna M. Groß\nMarktplatz 11\nA-1010 Wien",
     block(first_name="Anna M.", last_name="Groß", street="Marktplatz 11", postcode="A-1010",
           city="Wien")),
    # towns
    ("Hans Müller\nHauptstr. 5\n36205 Sontra (Ulfen)",
     block(first_name="Hans", last_name="Müller", street="Hauptstr. 5", postcode="36205",
           city="Sontra (Ulfen)")),
    ("Hans Müller\nHauptstr. 5\n36205 Sontra, OT Ulfen",
     block(first_name="Hans", last_name="Müller", street="Hauptstr. 5", postcode="36205",
           city="Sontra, OT Ulfen")),
    ("Hans Müller\nHauptstr. 5\n60311 Frankfurt am Main",
     block(first_name="Hans", last_name="Müller", street="Hauptstr. 5", postcode="60311",
           city="Frankfurt am Main")),
    ("Hans Müller\nHauptstr. 5\n01067 Dresden\nTel. 0351 123456",
     block(first_name="Hans", last_name="Müller", street="Hauptstr. 5", postcode="01067",
           city="Dresden", phone="0351 123456")),
    ("Hans Müller\nHauptstr. 5\nDE 36205 Sontra\nDeutschland",
     block(first_name="Hans", last_name="Müller", street="Hauptstr. 5", left=("Deutschland",),
           **SONTRA)),
    # signatures
    ("Mit freundlichen Grüßen\n\ni. A. Änne Groß-Özdemir\nSachbearbeiterin\n\n"
     "Muster GmbH & Co. KG\nBahnhofstraße 12 | 36205 Sontra\n"
     "Tel. +49 (0) 5653 9777-0, Durchwahl -12 | Fax +49 5653 9777-99\n"
     "aenne.gross@example.org | www.example.org\n\n"
     "Sitz der Gesellschaft: Sontra, Amtsgericht Bad Hersfeld HRB 1234\n"
     "Geschäftsführer: Karl Muster\nUSt-IdNr. DE123456789\nIBAN DE02 1203 0000 0000 2020 51",
     block(first_name="Änne", last_name="Groß-Özdemir", street="Bahnhofstraße 12",
           phone="+49 (0) 5653 9777-12", email="aenne.gross@example.org",
           left=("Mit freundlichen Grüßen", "Sachbearbeiterin", "Muster GmbH & Co. KG",
                 "www.example.org",
                 "Sitz der Gesellschaft: Sontra, Amtsgericht Bad Hersfeld HRB 1234",
                 "Geschäftsführer: Karl Muster", "USt-IdNr. DE123456789",
                 "IBAN DE02 1203 0000 0000 2020 51", "Fax +49 5653 9777-99"), **SONTRA)),
    ("-- \nJürgen Müßig\nmobil: 0171/2345678\ntel: 05653/9777\njuergen@example.org",
     block(first_name="Jürgen", last_name="Müßig", phone="05653/9777", mobile="0171/2345678",
           email="juergen@example.org")),
    ("Viele Grüße\nTjark Ohnsorge\n---\nM: 0151 2345 6789\nT: 05653 9777",
     block(first_name="Tjark", last_name="Ohnsorge", phone="05653 9777", mobile="0151 2345 6789",
           left=("Viele Grüße",))),
    ("Von: Inge Schmidt <inge.schmidt@example.org>\nGesendet von meinem Telefon",
     block(first_name="Inge", last_name="Schmidt", email="inge.schmidt@example.org",
           left=("Gesendet von meinem Telefon",))),
    ("Schimmelpfennig Irmgard\nirmgard.schimmelpfennig@example.org\n05653 1234",
     block(first_name="Irmgard", last_name="Schimmelpfennig", phone="05653 1234",
           email="irmgard.schimmelpfennig@example.org")),
    ("Inge Schmidt\nTelefon privat: 05653 1234\nTelefon dienstlich: 05651 98765",
     block(first_name="Inge", last_name="Schmidt", phone="05653 1234",
           left=("Telefon dienstlich: 05651 98765",))),
    ("Inge Schmidt\nDienstlich 05651 98765\nPrivat 05653 1234",
     block(first_name="Inge", last_name="Schmidt", phone="05653 1234",
           left=("Dienstlich 05651 98765",))),
    ("Inge Schmidt\n05653 9777 / 0171 2345678",
     block(first_name="Inge", last_name="Schmidt", phone="05653 9777", mobile="0171 2345678")),
    ("Inge Schmidt\nTel. 05653 9777 oder 05651 4455",
     block(first_name="Inge", last_name="Schmidt", phone="05653 9777",
           left=("oder", "05651 4455"))),
    ("Inge Schmidt\nTel. 97770",
     block(first_name="Inge", last_name="Schmidt", phone="97770")),
    ("Inge Schmidt\n+49 171 2345678\n(05653) 97 77-0",
     block(first_name="Inge", last_name="Schmidt", phone="(05653) 97 77-0",
           mobile="+49 171 2345678")),
    ("Inge Schmidt\n0049 5653 97770\nFax: 05653 97771",
     block(first_name="Inge", last_name="Schmidt", phone="0049 5653 97770",
           left=("Fax: 05653 97771",))),
    ("Inge Schmidt\ninge(at)example(dot)org",
     block(first_name="Inge", last_name="Schmidt", email="inge@example.org")),
    ("Inge Schmidt\ninge@example.org, privat@example.com",
     block(first_name="Inge", last_name="Schmidt", email="inge@example.org",
           left=("privat@example.com",))),
    ("Inge Schmidt\nE-Mail: <mailto:inge@example.org>\nInternet: https://example.org/inge?x=1",
     block(first_name="Inge", last_name="Schmidt", email="inge@example.org",
           left=("Internet", "https://example.org/inge?x=1"))),
    ("> Inge Schmidt\n> Hauptstr. 5\n> 36205 Sontra",
     block(first_name="Inge", last_name="Schmidt", street="Hauptstr. 5", **SONTRA)),
    # lines of phone books and lists
    ("Müller, Hans, Hauptstr. 5, 36205 Sontra, Tel. 05653/1234",
     block(first_name="Hans", last_name="Müller", street="Hauptstr. 5", phone="05653/1234",
           **SONTRA)),
    ("Müller Hans Hauptstr. 5 36205 Sontra 05653 1234",
     block(first_name="Hans", last_name="Müller", street="Hauptstr. 5", phone="05653 1234",
           **SONTRA)),
    ("Müller Hans Am Anger 5 36205 Sontra 05653/97771",
     block(first_name="Hans", last_name="Müller", street="Am Anger 5", phone="05653/97771",
           **SONTRA)),
    ("Löffler\tKarla\tHauptstr. 5\t36205 Sontra\t05653 1234",
     block(first_name="Karla", last_name="Löffler", street="Hauptstr. 5", phone="05653 1234",
           **SONTRA)),
    ("Karla Löffler; Hauptstr. 5; 36205 Sontra; karla@example.org",
     block(first_name="Karla", last_name="Löffler", street="Hauptstr. 5",
           email="karla@example.org", **SONTRA)),
    ("Müller, Hauptstr. 5, 36205 Sontra",
     block(last_name="Müller", street="Hauptstr. 5", **SONTRA)),
    ("Hans Müller, 36205 Sontra-Ulfen, 0171 2345678",
     block(first_name="Hans", last_name="Müller", mobile="0171 2345678", postcode="36205",
           city="Sontra-Ulfen")),
    ("Gliem Horst Schulstr. 14 Herleshausen 05654 1234",
     block(first_name="Horst", last_name="Gliem", street="Schulstr. 14", district="Herleshausen",
           phone="05654 1234")),
    ("Fam. Groß, Bachstr. 9, 36205 Sontra, 05653-9988",
     block(last_name="Groß", street="Bachstr. 9", phone="05653-9988", left=("Fam.",), **SONTRA)),
    ("Roth, Bernd <bernd@example.org>",
     block(first_name="Bernd", last_name="Roth", email="bernd@example.org")),
    ("Elfriede Wehr (Witwe)\nBachstr. 9",
     block(first_name="Elfriede", last_name="Wehr", street="Bachstr. 9", left=("Witwe",))),
    ("Pfr. i. R. Johannes Stein\nPfarrgasse 1",
     block(first_name="Johannes", last_name="Stein", street="Pfarrgasse 1",
           left=("Pfr. i. R.",))),
    ("K.-H. Schmidt\nBachstr. 9",
     block(first_name="K.-H.", last_name="Schmidt", street="Bachstr. 9")),
    ("Anneliese Müller-von der Ohe\nBachstr. 9",
     block(first_name="Anneliese", last_name="Müller-von der Ohe", street="Bachstr. 9")),
    ("Wolfgang Amadeus von Trott zu Solz\nSchloss 1",
     block(first_name="Wolfgang Amadeus", last_name="von Trott zu Solz", street="Schloss 1")),
    ("i.V. Thorsten Kaiser | Teamleiter Vertrieb | Muster AG | Industriestraße 7 | 36205 Sontra |"
     " T +49 5653 889-0 | M +49 160 9876543 | thorsten.kaiser@example.com",
     block(first_name="Thorsten", last_name="Kaiser", street="Industriestraße 7",
           phone="+49 5653 889-0", mobile="+49 160 9876543", email="thorsten.kaiser@example.com",
           left=("Teamleiter Vertrieb", "Muster AG"), **SONTRA)),
    # forms and cards
    ("Vorname: Änne\nNachname: Groß\nStraße: Am Anger 3\nPLZ/Ort: 36205 Sontra\n"
     "Telefon: 05653 9777\nE-Mail: aenne@example.org\nGeburtsdatum: 01.02.1960",
     block(first_name="Änne", last_name="Groß", street="Am Anger 3", phone="05653 9777",
           email="aenne@example.org", left=("Geburtsdatum: 01.02.1960",), **SONTRA)),
    ("Anrede: Frau\nName: Änne Groß\nPLZ: 36205\nOrt: Sontra\nOrtsteil: Ulfen",
     block(salutation=MS, first_name="Änne", last_name="Groß", district="Ulfen", **SONTRA)),
    ("BEGIN:VCARD\nVERSION:3.0\nN:Groß;Änne;;Dr.;\nFN:Dr. Änne Groß\nTEL;TYPE=CELL:0171 2345678\n"
     "TEL;TYPE=HOME:05653 9777\nADR;TYPE=HOME:;;Am Anger 3;Sontra;;36205;Deutschland\n"
     "EMAIL:aenne@example.org\nEND:VCARD",
     block(title="Dr.", first_name="Änne", last_name="Groß", street="Am Anger 3",
           phone="05653 9777", mobile="0171 2345678", email="aenne@example.org", **SONTRA)),
    ("FN:Hans von der Heide\nTEL:05653 9777\nORG:Muster e.V.\nNOTE:kommt dienstags",
     block(first_name="Hans", last_name="von der Heide", phone="05653 9777",
           left=("Muster e.V.", "kommt dienstags"))),
    # misread and mangled
    ("Te1.: O5653/97 77 l2\nHans Müller\nHauptstr, 5\n36 205 Sontra\nhans.mueller (at) example.org",
     block(first_name="Hans", last_name="Müller", street="Hauptstr. 5", phone="05653/97 77 12",
           email="hans.mueller@example.org", **SONTRA)),
    ("Hans Mu\u0308ller\u00a0\nHauptstraBe 5\nD — 36205 Sontra",
     block(first_name="Hans", last_name="Müller", street="Hauptstraße 5", **SONTRA)),
    ("|  Hans Müller  |\r\n|  Hauptstr. 5 |\r\n\u200e36205 Sontra\u200f",
     block(first_name="Hans", last_name="Müller", street="Hauptstr. 5", **SONTRA)),
    ("hans müller\nHauptstr. 5",
     block(first_name="Hans", last_name="Müller", street="Hauptstr. 5")),
    ("Hans Müller\n2. OG links\nHauptstr. 5",
     block(first_name="Hans", last_name="Müller", street="Hauptstr. 5", left=("2. OG links",))),
    ("Kunden-Nr. 4711\nHans Müller\nHauptstr. 5",
     block(first_name="Hans", last_name="Müller", street="Hauptstr. 5",
           left=("Kunden-Nr. 4711",))),
    ("Bitte um Rückruf!\nHans Müller 05653 1234",
     block(first_name="Hans", last_name="Müller", phone="05653 1234",
           left=("Bitte um Rückruf!",))),
    ("", block()),
    ("***\n---\n", block()),
    ("<b>Hans Müller</b>\n=SUMME(A1:A9)\n36205 Sontra",
     block(left=("b>Hans Müller</b", "SUMME(A1:A9)"), **SONTRA)),
]  # fmt: skip


def test_the_table_is_long_enough():
    assert len(CASES) >= 60


@pytest.mark.parametrize(("text", "parts"), CASES, ids=[repr(text[:40]) for text, _ in CASES])
def test_a_block_is_taken_apart(text, parts):
    assert take_apart(text, VILLAGES, OFFICE_NAMES) == parts


LABELS = frozenset(
    fold(
        "D DE Herrn Herr Frau An Tel Te Telefon Mobil E Mail mailto Name Vorname Nachname Straße "
        "PLZ Ort Anrede Ortsteil M T von z Hd i A privat FN ORG NOTE at dot Durchwahl V"
    ).split()
)
"""Words that name a field, and those a field stands for."""


def words(text):
    return set(re.findall(r"[a-z]+", fold(text)))


@pytest.mark.parametrize("text", [text for text, _ in CASES if "BEGIN" not in text])
def test_no_word_is_lost(text):
    taken = take_apart(text, VILLAGES, OFFICE_NAMES)
    shown = " ".join([*(part for part in taken[1:-1]), *taken.left])
    written = re.sub("Te1|O(?=5)|l(?=2)", "", text).replace("straBe", "straße")
    assert words(written) - words(shown) <= LABELS


PIECES = st.sampled_from([
    "Hans Müller", "Dr. Anna von der Heide", "Hauptstr. 5", "36205 Sontra", "D-36205 Sontra",
    "Tel. 05653 9777", "0171 2345678", "anna@example.org", "c/o Schmidt", "Muster GmbH", "HRB 1234",
    "www.example.org", "\t", " | ", ", ", "Durchwahl -12", "()", "+49", "@", "36205", "Frau",
    "N:Groß;Änne", "TEL:", "Herrn", ": ", "\x00", "\u202e", "😀", "=1+1", "z. Hd.", "von",
])  # fmt: skip


@given(st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=14), st.sampled_from(["\n", " "]))
@settings(max_examples=300, deadline=None)
def test_nothing_pasted_breaks_it(pieces, joint):
    text = joint.join(pieces)
    taken = take_apart(text, VILLAGES)
    assert all(isinstance(part, str) for part in taken[1:-1])
    assert all(one.strip() for one in taken.left)
    shown = digits("".join(str(part) for part in (*taken[1:-1], *taken.left)))
    assert len(shown) <= len(digits(text.replace("O", "0").replace("l", "1").replace("I", "1"))) + 2


@pytest.mark.parametrize("sign", ["a", "0", "(", "@", " ", "\n", ",", "a.", "a@", "0/", "Hans "])
def test_a_long_text_takes_no_time(sign):
    text = sign * 50_000
    taken = take_apart(text)
    assert not taken.email
    assert sum(map(len, taken.left)) <= len(text)
