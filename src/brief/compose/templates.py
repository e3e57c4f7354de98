"""Fill the templates of a design.

Templates hold loops and conditions only. Their strings come from the interface catalogue
through Jinja2's i18n extension; everything else is prepared before. Environments are shared by
locales and threads, so the catalogue is looked up in the context of the call and never installed
in them.
"""

from __future__ import annotations

from contextvars import ContextVar
from functools import lru_cache
from gettext import NullTranslations

from jinja2 import DictLoader, Environment, StrictUndefined, TemplateError, TemplateSyntaxError

from brief.compose.view import AloneView, PageView
from brief.diag.diagnostic import Place
from brief.model.design import Design

PAGE = "page.html"
_interface: ContextVar[NullTranslations] = ContextVar("interface")


def fill_page(
    design: Design, page: PageView | AloneView, interface: NullTranslations, template: str = PAGE
) -> str:
    """Fill the page template of `design`, or another one."""
    environment = _environment(tuple(sorted(design.templates.items())))
    before = _interface.set(interface)
    try:
        return environment.get_template(template).render(page=page)
    finally:
        _interface.reset(before)


def describe_template_error(error: TemplateError, design: Design) -> tuple[str, Place]:
    """Say what is wrong in a template, and where, for the designer who wrote it."""
    name, line = PAGE, 1
    if isinstance(error, TemplateSyntaxError):
        name, line = error.name or PAGE, error.lineno
    trace = error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file in design.templates or file == "<template>":
            name = trace.tb_frame.f_globals.get("__jinja_template__", file)
            name = name if isinstance(name, str) else getattr(name, "name", PAGE)
            line = trace.tb_lineno
        trace = trace.tb_next
    return f"{error.message or error}", Place(f"templates/{design.name}/{name}", line)


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
    environment.install_gettext_callables(  # type: ignore[attr-defined]  # the extension adds it
        gettext=lambda message: _interface.get().gettext(message),
        ngettext=lambda one, many, number: _interface.get().ngettext(one, many, number),
        pgettext=lambda context, message: _interface.get().pgettext(context, message),
        newstyle=True,
    )
    return environment
