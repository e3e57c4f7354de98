"""Fill the templates of a design.

Templates hold loops and conditions only. Their strings come from the interface catalogue
through Jinja2's i18n extension; everything else is prepared before.
"""

from __future__ import annotations

from functools import lru_cache
from gettext import NullTranslations

from jinja2 import DictLoader, Environment, StrictUndefined

from brief.compose.view import PageView
from brief.model.design import Design

PAGE = "page.html"


def fill_page(design: Design, page: PageView, interface: NullTranslations) -> str:
    """Fill the page template of `design`."""
    environment = _environment(tuple(sorted(design.templates.items())))
    environment.install_gettext_translations(interface, newstyle=True)  # type: ignore[attr-defined]
    return environment.get_template(PAGE).render(page=page)


@lru_cache(maxsize=8)
def _environment(templates: tuple[tuple[str, str], ...]) -> Environment:
    environment = Environment(
        loader=DictLoader(dict(templates)),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.policies["ext.i18n.trimmed"] = True
    return environment
