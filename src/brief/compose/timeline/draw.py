"""Draw a scene's marks as SVG with Matplotlib; words are set by the page, never here.

A figure is plain shapes: no axes, no text, no transparency, nothing that depends on the machine.
The same scene gives the same bytes.
"""

from __future__ import annotations

import io
import os
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from brief.compose.timeline.scene import Line, Mark, Point, Scene

POINTS_PER_PIXEL = 0.75
_SETTINGS: dict[str, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "brief",
    "path.simplify": False,
    "path.snap": False,
    "text.usetex": False,
    "text.parse_math": False,
}
_NO_METADATA = {"Creator": None, "Date": None, "Format": None, "Type": None}
_lock = threading.Lock()


@lru_cache(maxsize=512)
def draw_svg(scene: Scene) -> bytes:
    """Give the marks of a scene as an SVG document of the same size, 1 px being 0.75 pt."""
    engine = load_engine()
    size = (scene.width * POINTS_PER_PIXEL / 72, scene.height * POINTS_PER_PIXEL / 72)
    figure = engine.Figure(figsize=size, dpi=72)
    figure.patch.set_visible(False)
    for style, run in groupby(scene.marks, key=_style_of):
        figure.add_artist(_make_patch(engine, style, tuple(run), scene.height))
    target = io.BytesIO()
    engine.Canvas(figure).print_svg(target, metadata=_NO_METADATA)
    return target.getvalue()


def _style_of(mark: Mark) -> tuple[Any, ...]:
    if isinstance(mark, Line):
        return ("line", mark.stroke, mark.width, mark.dash)
    own = mark.ref if mark.role == "doubt" else ""  # letters keep the holes of their outlines
    return ("area", mark.fill, mark.stroke, mark.line_width, own)


def _make_patch(
    engine: SimpleNamespace, style: tuple[Any, ...], marks: tuple[Mark, ...], height: float
) -> Any:
    """Put marks of one style into one compound path: the figure stays small and quick."""
    vertices: list[Point] = []
    codes: list[int] = []
    for mark in marks:
        if isinstance(mark, Line):
            vertices += [mark.start, mark.end]
            codes += [engine.Path.MOVETO, engine.Path.LINETO]
            continue
        for ring in mark.rings:
            points = ring if mark.role == "doubt" else _turn(ring)
            vertices += [*points, points[0]]
            codes += [engine.Path.MOVETO, *[engine.Path.LINETO] * (len(points) - 1)]
            codes.append(engine.Path.CLOSEPOLY)
    scale = POINTS_PER_PIXEL
    path = engine.Path([(x * scale, (height - y) * scale) for x, y in vertices], codes)
    return engine.PathPatch(path, transform=None, clip_on=False, **_patch_style(style))


def _patch_style(style: tuple[Any, ...]) -> dict[str, Any]:
    if style[0] == "line":
        _, stroke, width, dash = style
        # Matplotlib counts dashes in line widths.
        dashes = (0, tuple(length / width for length in dash)) if dash else "solid"
        line = {"linewidth": width * POINTS_PER_PIXEL, "linestyle": dashes, "capstyle": "butt"}
        return {"fill": False, "edgecolor": stroke, **line}
    _, fill, stroke, width, _ = style
    if stroke is None:
        return {"facecolor": fill, "edgecolor": "none", "linewidth": 0}
    line = {"linewidth": width * POINTS_PER_PIXEL, "joinstyle": "miter"}
    return {"facecolor": fill, "edgecolor": stroke, **line}


def _turn(ring: tuple[Point, ...]) -> tuple[Point, ...]:
    """Give a ring in one sense of rotation, so that overlapping rings do not cancel out."""
    area = sum(
        x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1], strict=True)
    )
    return ring if area >= 0 else ring[::-1]


@lru_cache(maxsize=1)
def load_engine() -> SimpleNamespace:
    """Import what we use of Matplotlib, with its own settings whatever the machine has.

    The import is lazy because it takes half a second and most briefings need it once. A file
    `matplotlibrc` in the current folder or in the user's would be obeyed, so the import happens
    in an empty folder and with Matplotlib's own file.
    """
    with _lock, _empty_folder():
        import matplotlib
        from matplotlib.backends.backend_svg import FigureCanvasSVG
        from matplotlib.figure import Figure
        from matplotlib.patches import PathPatch
        from matplotlib.path import Path as MatplotlibPath

        settings: Any = matplotlib.rcParams
        settings.update(matplotlib.rcParamsDefault)
        settings.update(_SETTINGS)
    return SimpleNamespace(
        Figure=Figure, Canvas=FigureCanvasSVG, PathPatch=PathPatch, Path=MatplotlibPath
    )


@contextmanager
def _empty_folder() -> Iterator[None]:
    before = Path.cwd()
    asked = os.environ.get("MATPLOTLIBRC")
    with tempfile.TemporaryDirectory(prefix="brief-") as folder:
        settings = Path(folder) / "settings" / "matplotlibrc"
        settings.parent.mkdir()
        settings.touch()
        os.environ["MATPLOTLIBRC"] = str(settings)
        os.chdir(folder)
        try:
            yield
        finally:
            os.chdir(before)
            if asked is None:
                del os.environ["MATPLOTLIBRC"]
            else:
                os.environ["MATPLOTLIBRC"] = asked
