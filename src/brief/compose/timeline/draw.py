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
    target = io.StringIO()
    width, height = scene.width * POINTS_PER_PIXEL, scene.height * POINTS_PER_PIXEL
    renderer = engine.Renderer(width, height, target, metadata=_NO_METADATA)
    for style, run in groupby(scene.marks, key=_style_of):
        _draw_run(engine, renderer, style, tuple(run), scene.height)
    renderer.finalize()
    return target.getvalue().encode()


def _style_of(mark: Mark) -> tuple[Any, ...]:
    if isinstance(mark, Line):
        return ("line", mark.stroke, mark.width, mark.dash)
    own = mark.ref if mark.role == "doubt" else ""  # letters keep the holes of their outlines
    return ("area", mark.fill, mark.stroke, mark.line_width, own)


def _draw_run(
    engine: SimpleNamespace,
    renderer: Any,
    style: tuple[Any, ...],
    marks: tuple[Mark, ...],
    height: float,
) -> None:
    """Draw marks of one style as one compound path: the figure stays small and quick."""
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
    graphics, fill = _set_graphics(renderer.new_gc(), style)
    renderer.draw_path(graphics, path, engine.Identity(), fill)
    graphics.restore()


def _set_graphics(graphics: Any, style: tuple[Any, ...]) -> tuple[Any, tuple[float, ...] | None]:
    """Set stroke, width and dashes; gives the graphics with the colour of the fill."""
    graphics.set_linewidth(0)
    if style[0] == "line":
        _, stroke, width, dash = style
        graphics.set_foreground(stroke)
        graphics.set_linewidth(width * POINTS_PER_PIXEL)
        graphics.set_capstyle("butt")
        if dash:
            graphics.set_dashes(0, [length * POINTS_PER_PIXEL for length in dash])
        return graphics, None
    _, fill, stroke, width, _ = style
    if stroke is not None:
        graphics.set_foreground(stroke)
        graphics.set_linewidth(width * POINTS_PER_PIXEL)
        graphics.set_joinstyle("miter")
    return graphics, tuple(int(fill[at : at + 2], 16) / 255 for at in (1, 3, 5))


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
    with an empty file, and away from the current folder if there is one in it: other threads share
    that folder. Threads that come while it happens wait, since its settings are set only once.
    """
    with _lock:
        return _import_engine()


@lru_cache(maxsize=1)
def _import_engine() -> SimpleNamespace:
    with _empty_settings():
        import matplotlib
        from matplotlib.backends.backend_svg import RendererSVG
        from matplotlib.path import Path as MatplotlibPath
        from matplotlib.transforms import IdentityTransform

        settings: Any = matplotlib.rcParams
        settings["backend"] = "svg"  # as long as it is undecided, asking for it loads `pyplot`
        default: Any = matplotlib.rcParamsDefault
        settings.update({**default, "backend": "svg", **_SETTINGS})
    return SimpleNamespace(Renderer=RendererSVG, Path=MatplotlibPath, Identity=IdentityTransform)


@contextmanager
def _empty_settings() -> Iterator[None]:
    asked = os.environ.get("MATPLOTLIBRC")
    with tempfile.TemporaryDirectory(prefix="brief-") as folder:
        settings = Path(folder) / "settings" / "matplotlibrc"
        settings.parent.mkdir()
        settings.touch()
        os.environ["MATPLOTLIBRC"] = str(settings)
        before = Path.cwd() if Path("matplotlibrc").exists() else None
        if before:
            os.chdir(folder)
        try:
            yield
        finally:
            if before:
                os.chdir(before)
            if asked is None:
                del os.environ["MATPLOTLIBRC"]
            else:
                os.environ["MATPLOTLIBRC"] = asked
