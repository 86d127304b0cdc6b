"""German words that are surnames as well: alone in a text they name nobody.

Trades, seasons, animals, plants and adjectives are the most frequent kinds of German surnames
(Wikipedia, "Liste der häufigsten Familiennamen in Deutschland"); folded, in the forms offers use.
"""

from __future__ import annotations

_TRADES = (
    "koch koeche baecker mueller schneider schuster schmied maurer zimmermann gaertner jaeger "
    "fischer foerster bauer bauern hirt schaefer richter vogt kaiser koenig graf fuerst ritter "
    "buerger pfarrer kuester lehrer schreiner tischler dreher wirt metzger fleischer sattler "
    "toepfer binder drucker maler kellner kutscher waechter meister geiger pfeifer saenger "
    "spieler laeufer wanderer fahrer helfer betreuer begleiter leiter trainer berater vorleser "
    "pate paten lotse lotsen rat kaufmann hausmann bergmann hauptmann moench bischof papst pastor "
    "vorsteher krueger weber"
)
_TIMES = (
    "sommer winter herbst lenz mai maerz april august freitag samstag sonntag montag donnerstag "
    "morgen abend jahr tag nacht woche zeit stunde fasching ostern pfingsten feiertag feierabend"
)
_NATURE = (
    "wolf fuchs hase hirsch vogel voegel hahn huhn adler falke specht lerche fink storch schwan "
    "biene igel baer loewe ochs pferd fohlen kalb lamm ziege katze hund baum busch wald wiese berg "
    "tal bach fluss see teich stein fels sand acker feld garten rose rosen blume blumen linde "
    "eiche buche birke tanne fichte ahorn weide apfel birne kirsch pflaume kraut kohl salz zucker "
    "honig brot stern sonne mond wind sturm regen schnee frost eis blitz donner licht nebel korn "
    "hafer roggen gerste weizen stroh heu holz moos rabe taube hecht karpfen"
)
_QUALITIES = (
    "klein gross lang kurz jung alt neu schwarz weiss braun roth rot gruen blau gut stark schnell "
    "froehlich ehrlich reich arm frueh spaet frei hoch tief breit kluge klug schoen suess sauer "
    "bunt ernst still lieb wild sanft kraft mutig selig heilig krumm grob fein rund eckig zart"
)
_THINGS = (
    "kopf herz hand fuss haar bart zahn auge hammer nagel schluessel haus hof kirche turm tor "
    "bruecke strasse weg kessel topf pfanne loeffel messer gabel rad pflug seil faden nadel buch "
    "brief bild ball spiel kreis ring band kranz kreuz stock stab korb kasten kiste sack beutel "
    "hut rock schuh mantel decke bett tisch stuhl ofen herd rad wagen schlitten boot kahn glocke "
    "orgel harfe geige trommel pauke horn krug becher glas kanne schale teller kuchen wurst speck "
    "butter bier wein most mehl teig nudel suppe"
)
_SENSES = (
    "glueck lust freude friede frieden krieg streit recht ehre treue segen heil sorge not hilfe "
    "dank preis wert heimat welt land stadt dorf markt gast gaeste kind mann frau herr vater "
    "bruder schwester freund freunde nachbar nachbarn leute familie jugend senior verein lauf "
    "sprung gang fahrt kunst musik theater chor lied tanz spass mut wunsch wille rede wort amt "
    "schule bus bahn post bank rast ruhe schlaf traum sang klang reim schatz gold silber kupfer "
    "eisen stahl pfennig heller thaler gulden anders beste bester frohe lange kurze kleine grosse "
    "alte neue junge weisse schwarze gute schoene"
)

ORDINARY = frozenset(
    " ".join((_TRADES, _TIMES, _NATURE, _QUALITIES, _THINGS, _SENSES)).split()
)  # fmt: skip
"""Folded."""

PARTICLES = frozenset(
    {"frau", "herr", "herrn", "familie", "von", "vom", "van", "der", "den", "dem", "zu", "zum",
     "zur", "de", "und", "dr", "prof"}
)  # fmt: skip
"""Folded words of names that are ordinary words as well."""
