"""Holding a written PDF against its profile: each broken rule is found."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from brief.diag.collector import Collector
from brief.finish import finish_pdf, list_faults
from brief.model.pdf import RenderedPdf
from brief.model.profile import PROFILES
from tests.render.compositions import compose, render_well

COMPOSITION = compose('<h1>Titel</h1><p>Ein <a href="https://example.org/">Verweis</a>.</p>')
DIGITAL = PROFILES["digital"]


@pytest.fixture(scope="module")
def sound() -> bytes:
    """A PDF that keeps all rules."""
    return render_well(COMPOSITION).data


def _without_font_files(pdf: pikepdf.Pdf) -> None:
    for item in pdf.objects:
        if isinstance(item, Dictionary) and item.get(Name.Type) == Name.FontDescriptor:
            for key in (Name.FontFile, Name.FontFile2, Name.FontFile3):
                if key in item:
                    del item[key]


def _with_script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def _with_file_link(pdf: pikepdf.Pdf) -> None:
    link = pdf.pages[0].Annots[0]
    link.A = pdf.make_indirect(Dictionary(S=Name.URI, URI=String("file:///etc/passwd")))


def _with_lost_heading(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.K[0].K[0].S = Name.H3


def _with_bare_picture(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.K[0].K[1].S = Name.Figure


BREAKS: dict[str, tuple[Callable[[pikepdf.Pdf], object], str]] = {
    "language": (lambda pdf: pdf.Root.__delitem__(Name.Lang), "language"),
    "title": (lambda pdf: pdf.docinfo.__delitem__(Name.Title), "title"),
    "metadata": (lambda pdf: pdf.Root.__delitem__(Name.Metadata), "XMP"),
    "colour": (lambda pdf: pdf.Root.__delitem__(Name.OutputIntents), "output intent"),
    "fonts": (_without_font_files, "not embedded"),
    "tags": (lambda pdf: pdf.Root.__delitem__(Name.StructTreeRoot), "not tagged"),
    "headings": (_with_lost_heading, "heading of level 3"),
    "pictures": (_with_bare_picture, "picture has no text"),
    "script": (_with_script, "OpenAction"),
    "link": (_with_file_link, "file:///etc/passwd"),
    "form": (
        lambda pdf: pdf.Root.__setitem__(Name.AcroForm, Dictionary(Fields=Array())),
        "AcroForm",
    ),
}


def test_a_sound_file_is_delivered(sound: bytes) -> None:
    """A PDF that keeps its claims comes out as it went in."""
    collector = Collector()
    finished = finish_pdf(RenderedPdf(sound, 1), COMPOSITION.metadata, DIGITAL, collector)
    assert finished is not None
    assert finished.data == sound
    assert collector.diagnostics == ()


@pytest.mark.parametrize("name", BREAKS)
def test_a_broken_rule_is_found(name: str, sound: bytes) -> None:
    """Each rule that a PDF breaks is named, and the file is not delivered."""
    damage, expected = BREAKS[name]
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(sound)) as pdf:
        damage(pdf)
        pdf.save(target)
    faults = list_faults(target.getvalue(), COMPOSITION.metadata, DIGITAL)
    assert any(expected in fault for fault in faults), faults
    collector = Collector()
    rendered = RenderedPdf(target.getvalue(), 1)
    assert finish_pdf(rendered, COMPOSITION.metadata, DIGITAL, collector) is None
    assert {said.code.name for said in collector.diagnostics} == {"finish.claim-not-kept"}


def test_a_file_that_is_no_pdf_is_found() -> None:
    """Bytes that cannot be read again are a fault and no exception."""
    assert list_faults(b"no pdf", COMPOSITION.metadata, DIGITAL)
