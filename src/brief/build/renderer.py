"""Where compositions are rendered: in this process, or in another that gets ready meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeAlias

from brief.diag.collector import Collector

if TYPE_CHECKING:  # a run that finds nothing to do needs none of these
    from brief.model.composition import Composition
    from brief.model.pdf import RenderedPdf
    from brief.model.profile import Profile

Rendering: TypeAlias = "Callable[[Collector], RenderedPdf | None]"
"""A rendering that has begun; gives the PDF and reports what was said about it."""


class WorkerDiedError(Exception):
    """A process that worked for this one has ended without an answer."""


class Renderer(Protocol):
    """What renders compositions, one after the other."""

    def get_ready(self) -> None:
        """Begin to get ready, if that is of use."""

    def rehearse(self, compose: Callable[[], Composition | None], profile: Profile) -> None:
        """Get ready with a specimen, if that is of use."""

    def start(self, composition: Composition, profile: Profile) -> Rendering:
        """Begin to render; the result gives the PDF when it is asked for."""


class RendererHere:
    """Renders in this process, when the result is asked for."""

    def get_ready(self) -> None:
        """Do nothing: whoever renders here imports the engine when it is needed."""

    def rehearse(self, compose: Callable[[], Composition | None], profile: Profile) -> None:
        """Do nothing: whoever renders here would wait for the rehearsal too."""

    def start(self, composition: Composition, profile: Profile) -> Rendering:
        """Give a function that renders."""
        from brief.render import render_composition  # the slowest import of all

        return partial(render_composition, composition, profile)


HERE = RendererHere()
