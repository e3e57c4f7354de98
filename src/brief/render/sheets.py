"""Style sheets and fonts made ready for the engine, and kept for the next document.

Parsing style sheets and registering fonts takes as long as laying out two pages. Both depend on
nothing but their own text and bytes, so a worker keeps them.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path

from weasyprint import CSS
from weasyprint.css import ColorProfile
from weasyprint.css.counters import CounterStyle
from weasyprint.text.fonts import FontConfiguration

from brief.model.composition import BASE_URL, Composition, Stylesheet
from brief.render.environment import open_font_folder
from brief.render.fetch import ClosedFetcher
from brief.render.log import Remark, listen

OUTPUT_INTENT = "sRGB"
_MOST_SHEETS = 200


class Press:
    """One set of fonts with the style sheets that were parsed for it."""

    def __init__(self, folder: Path) -> None:
        """Begin with no font and no style sheet; the engine copies fonts into `folder`."""
        self.fonts = FontConfiguration()
        self.fonts._folder = folder  # it would make one that a worker leaves behind
        self.counter_styles = CounterStyle()
        self.colour_profiles: dict[str, object] = {OUTPUT_INTENT: OutputProfile()}
        self._sheets: dict[Stylesheet, tuple[CSS, tuple[Remark, ...]]] = {}

    def prepare(
        self, composition: Composition, fetcher: ClosedFetcher
    ) -> tuple[list[CSS], tuple[Remark, ...]]:
        """Give the parsed style sheets of a composition and what the engine said about them."""
        if len(self._sheets) > _MOST_SHEETS:
            self._sheets.clear()
        parsed = [self._parse(sheet, fetcher) for sheet in composition.stylesheets]
        remarks = tuple(remark for _, said in parsed for remark in said)
        return [css for css, _ in parsed], remarks

    def _parse(self, sheet: Stylesheet, fetcher: ClosedFetcher) -> tuple[CSS, tuple[Remark, ...]]:
        known = self._sheets.get(sheet)
        if known is None:
            with listen(sheet.name) as heard:
                css = CSS(
                    string=sheet.css,
                    base_url=BASE_URL + sheet.name,
                    url_fetcher=fetcher,
                    font_config=self.fonts,
                    counter_style=self.counter_styles,
                    color_profiles=self.colour_profiles,
                )
            known = self._sheets[sheet] = (css, heard.remarks)
        return known


class OutputProfile(ColorProfile):
    """The sRGB profile that ships with the engine, with the bytes of its file.

    The engine would leave the file open, and write the profile as Little CMS writes it, which
    depends on what has been read of it before.
    """

    def __init__(self) -> None:
        """Read the file."""
        self._data = (files("weasyprint.pdf") / "sRGB2014.icc").read_bytes()
        channels = (["r"], ["g"], ["b"])
        super().__init__(BytesIO(self._data), "sRGB2014.icc", "relative-colorimetric", channels)

    @property
    def content(self) -> bytes:
        """The bytes of the profile."""
        return self._data


def choose_press(composition: Composition) -> Press:
    """Give the press that holds exactly the fonts of a composition."""
    fonts = {
        address: resource.data
        for address, resource in composition.resources.items()
        if resource.media_type.startswith("font/")
    }
    digest = hashlib.sha256()
    for address, data in sorted(fonts.items()):
        digest.update(address.encode() + b"\0" + hashlib.sha256(data).digest())
    folder = open_font_folder(next(iter(fonts.values()), b""))
    return _open_press(digest.hexdigest(), folder)


@lru_cache(maxsize=4)
def _open_press(digest: str, folder: Path) -> Press:
    """Open a press for the fonts with the given digest."""
    own = folder / digest[:16]
    own.mkdir(exist_ok=True)
    return Press(own)
