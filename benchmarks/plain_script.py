"""What an engineer writes in an afternoon: YAML, Jinja2, Matplotlib and WeasyPrint in one script.

It prints the flagship with the same parts as `brief build`: summary and key points, contents with
page numbers, running head and foot, notes, citations, a timeline, a table, sources with their
addresses, tags and PDF/A-3a with the definition attached. It checks nothing, translates nothing,
and its labels overlap. `benchmarks/run.py` measures it beside `brief build`.
"""

from __future__ import annotations

import base64
import io
import re
import sys
from pathlib import Path

import jinja2
import markdown_it
import matplotlib as mpl
import yaml

mpl.use("svg")
import matplotlib.pyplot as plt
from matplotlib.font_manager import fontManager
from weasyprint import HTML, Attachment

PAGE = """<html lang="{{ d.language }}"><head><title>{{ d.title }}</title><style>
{% for family, file, weight, style in faces %}
@font-face{font-family:"{{ family }}";src:url({{ fonts }}/{{ file }});
font-weight:{{ weight }};font-style:{{ style }}}
{% endfor %}
@page{size:A4;margin:28mm 18mm 25mm 70mm;
@top-left{content:"{{ d.publisher.name }} | {{ d.short_title }}";font:8pt Sans}
@bottom-right{content:"Seite " counter(page) " von " counter(pages);font:7.5pt Sans}}
html{font:10pt/13.5pt Serif;hyphens:auto} h1{font-size:30pt;line-height:34pt;hyphens:none}
h2{break-after:avoid} img{width:173mm;margin-left:-60mm}
.fn{float:footnote;font-size:8pt;line-height:10.5pt}
table{font:9pt/11pt Sans;border-collapse:collapse;width:100%} td,th{border-bottom:.25pt solid #888}
.toc a::after{content:target-counter(attr(href),page);float:right}
.sources{font:8.5pt/11.25pt Sans}</style></head><body>
<h1>{{ d.title }}</h1><p>{{ d.subtitle }}</p>{{ summary }}
<ol>{% for p in points %}<li>{{ p }}</li>{% endfor %}</ol>
<ul class="toc">{% for s in sections %}<li><a href="#{{ s.id }}">{{ s.title }}</a></li>
{% endfor %}</ul>
{% for s in sections %}<h2 id="{{ s.id }}">{{ loop.index }} {{ s.title }}</h2>{{ s.html }}
{% if loop.first %}<img src="{{ figure }}" alt="{{ d.timelines.relations.title }}">{% endif %}
{% endfor %}{{ table }}
<ol class="sources">{% for s in d.sources %}<li><em>{{ s.title }}</em>. {{ s.container }}
{{ s.publisher }}, {{ s.date }}. {{ s.note }} <a href="{{ s.url }}">{{ s.url }}</a></li>
{% endfor %}</ol></body></html>"""

FACES = [
    ("Serif", "source-serif/SourceSerif4SmText-Regular.ttf", 400, "normal"),
    ("Serif", "source-serif/SourceSerif4SmText-It.ttf", 400, "italic"),
    ("Serif", "source-serif/SourceSerif4SmText-Semibold.ttf", 700, "normal"),
    ("Sans", "source-sans/SourceSans3-Regular.ttf", 400, "normal"),
    ("Sans", "source-sans/SourceSans3-It.ttf", 400, "italic"),
    ("Sans", "source-sans/SourceSans3-Semibold.ttf", 700, "normal"),
]


def year(when: object) -> int:
    """Take the first year of a date."""
    return int("".join(c if c != "X" else "0" for c in str(when) if c.isdigit() or c == "X")[:4])


def draw(timeline: dict[str, object], fonts: Path) -> str:
    """Draw dots on a line with their labels at alternating heights, bars for spans below."""
    fontManager.addfont(fonts / "source-sans" / "SourceSans3-Regular.ttf")
    plt.rcParams["font.family"] = "Source Sans 3"
    figure, axes = plt.subplots(figsize=(6.8, 3.8))
    events = timeline["events"]
    for index, entry in enumerate(events):
        place = year(entry["when"])
        axes.annotate(
            f"{entry['when']}\n{entry['title']}", (place, 0), (place, 1 + index % 4), fontsize=8
        )
        axes.plot([place, place], [0, 1 + index % 4], linewidth=0.6)
    axes.plot([year(entry["when"]) for entry in events], [0] * len(events), "o")
    for index, span in enumerate(timeline["spans"]):
        start = year(span["when"])
        last = str(span["when"]).partition("/")[2]
        end = year(last) if any(c.isdigit() for c in last) else 2024
        axes.barh(-1 - index, end - start, 0.3, start)
        axes.text(start, -0.7 - index, f"{span['when']} {span['title']}", fontsize=8)
    stream = io.BytesIO()
    figure.savefig(stream, format="svg")
    return "data:image/svg+xml;base64," + base64.b64encode(stream.getvalue()).decode()


def prepare(text: str, numbers: dict[str, int]) -> str:
    """Turn notes and citations into HTML, and drop what only `brief` understands."""
    notes = dict(re.findall(r"^\[\^(\w+)\]: (.*)$", text, re.M))
    text = re.sub(r"^\[\^\w+\]: .*$|^\{#.*\}$|^!\[\].*$|^:::.*$", "", text, flags=re.M)
    text = re.sub(r"\[\^(\w+)\]", lambda m: f'<span class="fn">{notes[m[1]]}</span>', text)
    cite = lambda m: str([numbers[key] for key in re.findall(r"@([\w-]+)", m[0])])  # noqa: E731
    return re.sub(r"\[@[^\]]+\]", cite, text)


def main(folder: Path, fonts: Path, target: Path) -> None:
    """Build the briefing in `folder` into `target`."""
    source = (folder / "briefing.yaml").read_text(encoding="utf-8")
    data = yaml.load(source, Loader=yaml.CSafeLoader)
    numbers = {source["id"]: number for number, source in enumerate(data["sources"], 1)}
    markdown = markdown_it.MarkdownIt("commonmark", {"html": True}).enable("table")
    sections = [
        {
            "id": section["id"],
            "title": section["title"],
            "html": markdown.render(
                prepare((folder / section["file"]).read_text(encoding="utf-8"), numbers)
            ),
        }
        for section in data["sections"]
    ]
    html = jinja2.Template(PAGE).render(
        d=data,
        faces=FACES,
        fonts=fonts.resolve().as_uri(),
        summary=markdown.render(prepare(data["summary"], numbers)),
        points=[markdown.renderInline(point["text"]) for point in data["key_points"]],
        sections=sections,
        figure=draw(data["timelines"]["relations"], fonts),
        table=markdown.render(data["tables"]["votes"]["text"]),
    )
    HTML(string=html).write_pdf(
        target,
        pdf_variant="pdf/a-3a",
        pdf_tags=True,
        attachments=[Attachment(string=source, name="briefing.yaml", relationship="Source")],
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
