"""Turn the page of a figure into a picture of points (PNG).

The page is painted by PDFium, an engine other than ours, which takes the fonts from the file; it
is an extra and imported only here. It serves one thread at a time.
"""

from __future__ import annotations

import io
import threading

from PIL.PngImagePlugin import PngInfo

from brief.model.pdf import FinishedFigure

MAX_SIDE = 20_000
_POINTS = 72
_engine_lock = threading.Lock()


class NoRasterError(Exception):
    """The library that paints pages is not installed."""


class TooManyPointsError(Exception):
    """The picture would be larger than programs open; `limit` is the resolution that is not."""

    def __init__(self, limit: int) -> None:
        """Name the highest resolution that would do."""
        super().__init__(f"a side would have more than {MAX_SIDE:,} points")
        self.limit = limit


def draw_png(figure: FinishedFigure, dpi: int) -> bytes:
    """Paint a figure with `dpi` points to the inch; title and description come along as text."""
    try:
        import pypdfium2  # an extra
    except ImportError:
        raise NoRasterError from None
    with _engine_lock, pypdfium2.PdfDocument(figure.data) as pdf:
        page = pdf[0]
        longest = max(page.get_size())
        if longest * dpi / _POINTS > MAX_SIDE:
            raise TooManyPointsError(int(MAX_SIDE * _POINTS / longest))
        picture = page.render(scale=dpi / _POINTS, draw_annots=False).to_pil()
    said, target = PngInfo(), io.BytesIO()
    said.add_itxt("Title", figure.metadata.title, figure.metadata.language)
    said.add_itxt("Description", figure.metadata.description, figure.metadata.language)
    picture.save(target, "PNG", dpi=(dpi, dpi), pnginfo=said, optimize=True)
    return target.getvalue()
