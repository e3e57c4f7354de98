"""WeasyPrint without the machine's fonts, with notes mended, a line grid and tags of our own.

Importing this module takes most of a cold start, so a worker imports it once, before it works.
"""

from __future__ import annotations

import warnings

from brief.render.environment import hide_system_fonts
from brief.render.libraries import search_quickly
from brief.render.postpone import postpone, restore

hide_system_fonts()
postpone()
with warnings.catch_warnings():
    # It warns that there are no fonts, which is what we want, and that the HarfBuzz library for
    # subsets is missing, which `brief doctor` says.
    warnings.simplefilter("ignore")
    with search_quickly():
        import weasyprint
        import weasyprint.pdf
restore()

from brief.render.attributes import mend_attributes  # noqa: E402  # they need the engine
from brief.render.baselines import mend_baselines  # noqa: E402
from brief.render.clusters import mend_clusters  # noqa: E402
from brief.render.defaults import mend_defaults  # noqa: E402
from brief.render.floats import keep_floats  # noqa: E402
from brief.render.footnotes import mend_footnotes  # noqa: E402
from brief.render.hyphens import mend_hyphens  # noqa: E402
from brief.render.indents import mend_indents  # noqa: E402
from brief.render.linegrid import keep_grid  # noqa: E402
from brief.render.openings import keep_openings  # noqa: E402
from brief.render.tagging import add_tags  # noqa: E402

VERSION = "70.0"  # what `footnotes`, `tagging` and `artifacts` were written against

if weasyprint.__version__ != VERSION:
    raise ImportError(f"brief needs WeasyPrint {VERSION} and found {weasyprint.__version__}")

mend_attributes()
mend_baselines()
mend_clusters()
mend_defaults()
mend_footnotes()
mend_hyphens()
mend_indents()
keep_grid()
keep_openings()
keep_floats()
weasyprint.pdf.add_tags = add_tags
HTML = weasyprint.HTML
CSS = weasyprint.CSS
