"""A briefing with timelines in every form, scale and company."""

from __future__ import annotations

from pathlib import Path

_CATEGORIES = """\
    now: 2024-06-19
    categories:
      politics: {label: Politik}
      military: {label: Militär}
      trade: {label: Wirtschaft}
"""
_SPANS = """\
    spans:
      - {id: war, when: 1950/1953, category: military, title: Koreakrieg}
      - {id: course, when: 1962?/1991, category: politics, title: Ein eigener Kurs}
      - {id: revival, when: 2000/.., category: politics, title: Wiederannäherung}
"""
_TITLES = (
    "Vertrag über gegenseitigen Beistand", "Gipfel in Pjöngjang", "Ende der Sowjetunion",
    "Gemeinsame Kritik an den US-Raketenabwehrplänen", "Moskau nimmt Beziehungen zu Seoul auf",
)  # fmt: skip
_KINDS = ("politics", "military", "trade")


def _write_events(count: int, step: int, start: int = 1948) -> str:
    lines = [
        f"      - {{id: e{n}, when: {start + n * step // 12}-{1 + n * step % 12:02}, "
        f"category: {_KINDS[n % 3]}, rank: {n % 3}, title: {_TITLES[n % 5]}}}\n"
        for n in range(count)
    ]
    return "    events:\n" + "".join(lines)


_SAMPLES = {
    "plain": "    title: Auf einer Achse\n    today: true\n" + _CATEGORIES + _SPANS
    + _write_events(8, 108),
    "broken": "    title: Mit Brüchen\n    form: horizontal\n"
    "    scale: {breaks: [1956, 2020], shares: [.3, .4, .3]}\n" + _CATEGORIES + _SPANS
    + _write_events(8, 108),
    "small": "    title: Auf wenig Raum\n    form: horizontal\n    height_mm: 60\n" + _CATEGORIES
    + _write_events(14, 60),
    "lanes": "    title: In Bahnen\n    lanes: category\n" + _CATEGORIES + _SPANS
    + _write_events(6, 140),
    "both": "    title: Plan und Wirklichkeit\n    beside: [plan, fact]\n",
    "strip": "    title: In einer Zeile\n    form: strip\n" + _CATEGORIES + _SPANS
    + _write_events(8, 108),
    "wide": "    title: Auf einer Seite\n    form: landscape\n" + _CATEGORIES + _SPANS
    + _write_events(18, 50),
    "list": "    title: Als Liste\n    form: vertical\n" + _CATEGORIES + _SPANS
    + _write_events(6, 140),
    "antiquity": "    title: Im Altertum\n    events:\n"
    "      - {id: rome, when: '-0752', title: Gründung Roms}\n"
    "      - {id: ides, when: '-0043-03-15', title: Iden des März}\n"
    "      - {id: death, when: '0014', title: Tod des Augustus}\n",
}  # fmt: skip
_COMPANY = {
    name: f"    title: {title}\n    events:\n"
    f"      - {{id: begin, when: {year}, title: Beginn}}\n"
    f"      - {{id: end, when: {year + 4}, title: Ende}}\n"
    for name, title, year in (("plan", "Plan", 2018), ("fact", "Wirklichkeit", 2020))
}
_LINKS = {"strip": " mit einem [Ereignis](#strip-e3) und einem [Krieg](#strip-war)"}
FORMS = {
    "plain": "horizontal", "broken": "horizontal", "small": "horizontal", "lanes": "horizontal",
    "both": "horizontal", "strip": "strip", "wide": "landscape", "list": "vertical",
    "antiquity": "horizontal",
}  # fmt: skip


def write_exhibition(root: Path) -> Path:
    """Write the definition into a project and give its folder."""
    folder = root / "briefings" / "exhibition"
    folder.mkdir(parents=True)
    parts = ["id: exhibition\nlanguage: de\ntitle: Zeitleisten\ndate: 2024-06-19\nsections:\n"]
    for name in _SAMPLES:
        parts.append(
            f"  - id: section-{name}\n    title: Abschnitt\n    text: |\n      {{#text-{name}}}\n"
            f"      Die Zeitleiste steht hier{_LINKS.get(name, '')}.\n\n      ![](#{name})\n"
        )
    parts.append("timelines:\n")
    parts += [f"  {name}:\n{fields}" for name, fields in {**_SAMPLES, **_COMPANY}.items()]
    (folder / "briefing.yaml").write_text("".join(parts), encoding="utf-8")
    return folder
