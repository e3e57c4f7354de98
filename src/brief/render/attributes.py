"""A leak of WeasyPrint, mended: attributes of text that nobody frees.

For every line that it tries, the engine makes a list of Pango attributes with the font features,
and keeps all of them until the process ends: a megabyte for every three variants.
"""

from __future__ import annotations

from brief.render.mending import change_line


def mend_attributes() -> None:
    """Let every list own its attributes, and be freed with the layout that it belongs to."""
    from weasyprint.text import line_break  # after the engine is set up

    line_break.Layout.setup = change_line(
        line_break,
        line_break.Layout.setup,
        """\
        attr = style.font_config.font_features.setdefault(
            features, pango.pango_attr_font_features_new(features))
        attr_list = pango.pango_attr_list_new()
""",
        """\
        attr = pango.pango_attr_font_features_new(features)
        attr_list = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
""",
    )
