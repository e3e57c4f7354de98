"""Values that no style sheet sets: what is found quickly is what the engine finds."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

PAGE = """
<html lang="ar" dir="{direction}"><style>
  :root {{ --gap: 3px; font-size: 10px; text-indent: calc(1em + 10%) }}
  body {{ direction: {direction}; margin-inline-start: 7px; padding-inline-end: var(--gap) }}
  p {{ inset-inline-start: 2px; position: relative; inline-size: 40px; max-inline-size: 50% }}
  p.own {{ margin-left: 5px; text-decoration: underline; font-size: 20px; page: wide }}
  b {{ float: left; margin: initial; color: inherit; text-indent: inherit }}
  i {{ display: inline-block; all: initial }}
  u {{ text-decoration: inherit; border-inline: 2px solid; margin-inline: 1px 2px !important }}
  li::before {{ content: "x"; margin-inline-end: 4px; line-height: calc(2px + 1em) }}
  td {{ padding: unset; width: calc(20px * 2); columns: 2; column-gap: normal }}
</style><body><p class="own">a <b>b <i>c</i></b> <u style="margin-left:9px">d</u></p>
<ul><li>e</li></ul><table><tr><td>f</td></tr></table></body></html>
"""
LIST = """
import json, sys
{first}
from weasyprint import HTML
from weasyprint.css import get_all_computed_styles
from weasyprint.css.properties import INITIAL_VALUES
from weasyprint.css.counters import CounterStyle
from weasyprint.css.targets import TargetCollector
from weasyprint.text.fonts import FontConfiguration

html = HTML(string=sys.stdin.read())
found = get_all_computed_styles(
    html, font_config=FontConfiguration(), counter_style=CounterStyle(), color_profiles={{}},
    page_rules=[], layers=[], target_collector=TargetCollector(),
)
values = []
for element in html.etree_element.iter():
    for pseudo in (None, "before"):
        style = found(element, pseudo)
        if style is not None:
            for key in sorted(INITIAL_VALUES):
                if key != "hyphenate_character":  # ours
                    values.append([element.tag, pseudo, key, repr(style[key])])
            child = style.anonymous_style
            values.append([element.tag, "anonymous", "", repr(child["margin_left"])])
print(json.dumps(values))
"""


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_every_value_is_that_of_the_engine(direction: str) -> None:
    """All properties of all elements are the same with and without our changes to the engine."""
    listed = [
        json.loads(
            subprocess.run(
                [sys.executable, "-c", LIST.format(first=first)],
                input=PAGE.format(direction=direction),
                capture_output=True, text=True, check=True,
            ).stdout
        )
        for first in ("", "import brief.render.engine")
    ]  # fmt: skip
    assert len(listed[0]) > 2000
    assert listed[0] == listed[1]
