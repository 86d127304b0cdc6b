"""An invented pair, so that pictures of the review and the merge show what they are for."""

from __future__ import annotations

from ehrenamt_desktop.model.doubles import (
    BOTH,
    KEEP,
    LOSE,
    DoublePair,
    MergeField,
    MergePreview,
    Side,
)

TWO, THREE = (KEEP, LOSE), (KEEP, LOSE, BOTH)
IDA = Side(12, "Ohnsorge, Ida", "05.06.1955 · Wichmannshausen · 05653 12345")
IDDA = Side(87, "Ohnsorg, Idda", "1955 · Sontra · 0170 1234567")
PAIRS = (
    DoublePair(IDA, IDDA, 0.98, "ähnlicher Name, gleiches Geburtsjahr, gleiche E-Mail-Adresse"),
    DoublePair(
        Side(31, "Rehbein, Karl", "12.09.1961 · Ulfen"),
        Side(64, "Karl, Rehbein", "12.09.1961 · Ulfen"),
        0.97, "Vor- und Nachname vertauscht, gleiches Geburtsdatum, gleicher Ort",
    ),
    DoublePair(
        Side(40, "Gliem, Hannes", "Herleshausen · 05654 2210"),
        Side(77, "Gliem-Vogt, Johannes", "Herleshausen · 05654 2210"),
        0.91, "ein Teil des Nachnamens gleich, gleiche Telefonnummer, gleicher Ort",
    ),
)  # fmt: skip
PREVIEW = MergePreview(
    IDA, IDDA, (1, 1),
    (
        MergeField("last_name", "Ohnsorge", "Ohnsorg", TWO, KEEP),
        MergeField("first_name", "Ida", "Idda", TWO, KEEP),
        MergeField("street", "", "Kirchgasse 7", TWO, LOSE),
        MergeField("city", "Wichmannshausen", "Sontra", TWO, LOSE),
        MergeField("phone", "05653 12345", "", TWO, KEEP),
        MergeField("mobile", "", "0170 1234567", TWO, LOSE),
        MergeField("adviser_note", "Liest gern vor.", "Ruft vormittags an.", THREE, BOTH),
    ),
    (("Gespräch", 2), ("Vermittlung", 1), ("Einwilligung", 1)),
)  # fmt: skip
