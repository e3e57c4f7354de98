"""A briefing with everything that a definition may hold, and more of it than is good for a page."""

from __future__ import annotations

from pathlib import Path

from tests.projects import draw_picture

_WORDS = (
    "Die Kommission für Grenzgewässer tagt seit Jahrzehnten und hat wenig beschlossen",
    "Beide Seiten deuten die Abkommen verschieden, und keine wünscht ein Schiedsverfahren",
    "Beobachter rechnen mit einer vorläufigen Regelung, die im Frühjahr unterzeichnet wird",
    "Wasserwirtschaft berührt zugleich Landwirtschaft, Energieversorgung und Binnenschifffahrt",
    "Messreihen liegen vor, sind aber nicht miteinander vergleichbar",
)


def _prose(start: int, sentences: int) -> str:
    return " ".join(f"{_WORDS[(start + n) % len(_WORDS)]}." for n in range(sentences))


_DEFINITION = """\
id: gallery
language: de
title: >-
  Grenzüberschreitende Flussläufe: Bestandsaufnahme, Verhandlungsstand
  und Möglichkeiten für die kommende Ratspräsidentschaft
subtitle: >-
  Die Verhandlungen der vergangenen Jahrzehnte,
  mit Blick auf Landwirtschaft, Energie und Schifffahrt
date: 2025-03-01
edition: 12
locales: [en]
marking: {regime: tlp, level: AMBER+STRICT}
publisher:
  name: Bundesinstitut für Gewässerkunde und Grenzfragen
  address: Lange Straße 12, 10115 Berlin
  contact: post@example.org
series: {name: Arbeitspapiere zur Außenpolitik, number: 2025/17}
authors:
  - {name: Dr. Annegret Müller-Lüdenscheidt, unit: Referat für Wasserfragen}
  - unit: Arbeitskreis Grenze
keywords: [Wasser, Grenze]
summary: |
  SUMMARY
key_points:
POINTSsections:
SECTIONSfigures:
  map:
    file: images/map.png
    alt: Eine Karte des Einzugsgebiets
    caption: Das Einzugsgebiet
    credit: "Karte: Institut"
  tall: {file: images/tall.png, alt: Ein Pegel im Hochformat, caption: Der Pegel}
tables:
  levels:
    caption: Pegelstände 1990 bis 2019
    note: Jahresmittel.
    credit: "Quelle: eigene Messung."
    text: |
      | Jahr | Messstelle | Mittel (cm) | Höchststand | Bemerkung |
      |---|---|--:|--:|---|
ROWStimelines:
  talks:
    title: Verhandlungen im Überblick
    subtitle: 1950 bis 2020
    categories:
      politics: {label: Politik, shape: circle}
    events:
EVENTS  crowded:
    title: Vierzig Jahre
    events:
MANYsources:
  - {id: yearbook, title: Jahrbuch der Gewässer, publisher: Verlag, place: Bonn, date: 2020}
  - id: letters
    authors: [Jean Dupont]
    title: Lettres du fleuve
    container: Revue
    date: 1974-05
    language: fr
    url: https://www.example.org/lettres/du/fleuve
"""
_SECTION = """\
PROSE [@yearbook, S. 12]

## Zwischenüberschrift der Frage NUMBER

PROSE[^one] Siehe [](#map) und [die erste Frage](#s1).

[^one]: PROSE [@letters]

- Erster Punkt
- Zweiter Punkt, der deutlich länger ist und über mehrere Zeilen läuft, damit man den Einzug sieht
    1. Unterpunkt eins
    2. Unterpunkt zwei

EXTRA

### Noch eine Stufe tiefer

PROSE
"""
_EXTRAS = (
    "![](#map)",
    "![](#levels)",
    "![](#tall)",
    "> Wasser kennt keine Grenzen.\n>\n> — Ein Delegierter, 1974",
    "![](#talks)\n\n::: margin-note Zahlen\nDie Angaben stammen aus drei Erhebungen.\n:::",
    "![](#crowded)\n\n::: callout Kern\nDie Frage ist offen.\n:::\n\n"
    "::: pull-quote\nKeine Einigung.\n:::",
)
CATALOGUE = """\
msgid ""
msgstr ""
"Language: en\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

msgctxt "gallery/subtitle"
msgid "Die Verhandlungen der vergangenen Jahre"
msgstr "The negotiations of past years"

msgctxt "gallery/s1/h1"
msgid "Zwischenüberschrift der Frage 1"
msgstr "A heading of question 1"
"""


def write_gallery(root: Path) -> None:
    """Write the briefing `gallery` into a project; its English copy is mostly untranslated."""
    folder = root / "briefings" / "gallery"
    (folder / "images").mkdir(parents=True)
    (folder / "locale").mkdir()
    (folder / "images" / "map.png").write_bytes(draw_picture(size=(600, 400)))
    (folder / "images" / "tall.png").write_bytes(draw_picture(size=(300, 700)))
    (folder / "locale" / "en.po").write_text(CATALOGUE, encoding="utf-8")
    sections = ""
    for number, extra in enumerate(_EXTRAS, start=1):
        sections += f"  - {{id: s{number}, title: Frage {number}, file: s{number}.md}}\n"
        text = _SECTION.replace("NUMBER", str(number)).replace("EXTRA", extra)
        prose = _prose(number, 3 + number % 4)
        (folder / f"s{number}.md").write_text(text.replace("PROSE", prose), encoding="utf-8")
    points = "".join(
        f'  - {{id: k{n}, text: "**Punkt {n}.** {_prose(n, 2)}"}}\n' for n in range(1, 9)
    )
    rows = "".join(
        f"      | {1990 + n} | Oberlauf {n} | {100 + 7 * n} | {1000 + 91 * n} | geschätzt |\n"
        for n in range(30)
    )
    text = _DEFINITION.replace("SUMMARY", _prose(0, 6)).replace("POINTS", points)
    text = text.replace("SECTIONS", sections).replace("ROWS", rows)
    text = text.replace("EVENTS", _events(6, "politics", 9)).replace("MANY", _events(40, "", 1))
    (folder / "briefing.yaml").write_text(text, encoding="utf-8")


def _events(count: int, category: str, step: int) -> str:
    given = f"category: {category}, " if category else ""
    return "".join(
        f"      - {{id: e{n}, when: {1950 + n * step}, {given}title: Runde {n} der Gespräche}}\n"
        for n in range(1, count + 1)
    )
