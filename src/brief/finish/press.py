"""Make the file of a print shop: inks for colours, sheets with marks, and PDF/X-4 (ISO 15930-7).

What serves readers of a screen alone (links, bookmarks, attached files) is left out.
"""

from __future__ import annotations

import io

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from brief.finish.colours import ColourTable
from brief.finish.exchange_metadata import write_metadata
from brief.finish.separation import Separator
from brief.finish.sheet import lay_on_sheet
from brief.model.composition import Metadata
from brief.model.ink import Inks, PrintingCondition
from brief.model.profile import Profile

VERSION = "1.6"
_ON_SCREEN = (
    Name.Outlines, Name.Names, Name.Dests, Name.AF, Name.PageMode, Name.OpenAction,
    Name.ViewerPreferences,
)  # fmt: skip
_ON_PAGE = (Name.Annots, Name.Tabs, Name.StructParents, Name.Rotate)


def make_press_file(
    data: bytes, inks: Inks, condition: PrintingCondition, metadata: Metadata, profile: Profile
) -> bytes:
    """Turn a rendered PDF into the file of a print shop.

    What cannot be turned into inks is an `UnprintableError`.
    """
    table = ColourTable(inks, condition)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for key in _ON_SCREEN:
            if key in pdf.Root:
                del pdf.Root[key]
        separator = Separator(pdf, table)
        for page in pdf.pages:
            for key in _ON_PAGE:
                if key in page.obj:
                    del page.obj[key]
            separator.separate_page(page.obj)
            lay_on_sheet(pdf, page.obj, profile)
        pdf.Root.OutputIntents = Array([_describe_intent(pdf, condition)])
        write_metadata(pdf, metadata, profile)
        target = io.BytesIO()
        pdf.save(
            target,
            force_version=VERSION,
            deterministic_id=True,
            compress_streams=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return target.getvalue()


def _describe_intent(pdf: Pdf, condition: PrintingCondition) -> Dictionary:
    profile = pdf.make_stream(condition.profile, N=4, Alternate=Name.DeviceCMYK)
    return Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier=String(condition.identifier),
        OutputCondition=String(condition.condition),
        RegistryName=String(condition.registry),
        Info=String(condition.condition),
        DestOutputProfile=profile,
    )
