"""What an engineer writes in an afternoon: YAML, Jinja2, Matplotlib and WeasyPrint in one script.

It builds the flagship's text with one figure into one PDF, with no checks, no tags and no
translations. `benchmarks/run.py` measures it beside `brief build`.
"""

from __future__ import annotations

import base64
import io
import sys
from pathlib import Path

import jinja2
import markdown_it
import matplotlib as mpl
import yaml

mpl.use("svg")
import matplotlib.pyplot as plt
from weasyprint import HTML

PAGE = """<html lang="{{ d.language }}"><head><title>{{ d.title }}</title><style>
@font-face{font-family:S;src:url({{ fonts }}/source-serif/SourceSerif4SmText-Regular.ttf)}
@font-face{font-family:S;font-weight:600;
src:url({{ fonts }}/source-serif/SourceSerif4SmText-Semibold.ttf)}
@page{size:A4;margin:28mm 18mm 25mm 70mm;@bottom-right{content:counter(page) "/" counter(pages)}}
html{font:10pt/13.5pt S;hyphens:auto} h1{font-size:30pt;line-height:34pt} img{width:100%}
</style></head><body><h1>{{ d.title }}</h1><p>{{ d.subtitle }}</p>{{ summary }}
<ul>{% for p in points %}<li>{{ p }}</li>{% endfor %}</ul>
{% for s in sections %}<h2>{{ s.title }}</h2>{{ s.html }}{% endfor %}
<img src="{{ figure }}" alt="timeline">
<ol>{% for s in d.sources %}<li>{{ s.title }}</li>{% endfor %}</ol></body></html>"""


def draw(entries: list[dict[str, object]]) -> str:
    """Draw dots on a line with their labels at alternating heights."""
    figure, axes = plt.subplots(figsize=(6.8, 3))
    years = [
        int("".join(c for c in str(e["when"]) if c.isdigit())[:4].ljust(4, "0")) for e in entries
    ]
    for index, (year, entry) in enumerate(zip(years, entries, strict=True)):
        axes.annotate(str(entry["title"]), (year, 0), (year, 1 + index % 4), fontsize=7)
    axes.plot(years, [0] * len(years), "o")
    stream = io.BytesIO()
    figure.savefig(stream, format="svg")
    return "data:image/svg+xml;base64," + base64.b64encode(stream.getvalue()).decode()


def main(folder: Path, fonts: Path, target: Path) -> None:
    """Build the briefing in `folder` into `target`."""
    data = yaml.safe_load((folder / "briefing.yaml").read_text(encoding="utf-8"))
    markdown = markdown_it.MarkdownIt().enable("table")
    sections = [
        {
            "title": section["title"],
            "html": markdown.render(
                (folder / section["file"]).read_text(encoding="utf-8")
                if "file" in section
                else section.get("text", "")
            ),
        }
        for section in data["sections"]
    ]
    timeline = next(iter(data["timelines"].values()))
    html = jinja2.Template(PAGE).render(
        d=data,
        fonts=fonts.resolve().as_uri(),
        summary=markdown.render(data.get("summary", "")),
        points=[markdown.renderInline(point) for point in data.get("key_points", ())],
        sections=sections,
        figure=draw(timeline["events"]),
    )
    HTML(string=html).write_pdf(target, pdf_tags=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
