"""A renderer on standby: a process of its own that imports the engine while this one composes.

Importing the engine takes as long as reading and composing a briefing. Where few variants are
built, both happen at once; drawings are made here while pages are laid out there. A renderer that
dies costs its variant and not the run. The answer is the same as that of `render_composition`.
"""

from __future__ import annotations

import contextlib
import pickle
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, TypeAlias

from brief.build.interpreter import command_for, greet, open_answers
from brief.build.memory import collect_rarely, end_quickly, with_room
from brief.build.renderer import HERE, Rendering, WorkerDiedError
from brief.diag.collector import Collector

if TYPE_CHECKING:
    import subprocess

    from brief.diag.diagnostic import Diagnostic
    from brief.model.composition import Composition, Resource
    from brief.model.pdf import RenderedPdf
    from brief.model.profile import Profile


class RendererError(Exception):
    """The renderer met an exception, which this one stands for."""

    def __init__(self, said: str, trace: str) -> None:
        """Take what the exception is shown as, and where it came from."""
        super().__init__(said)
        self.add_note(trace)

    def __repr__(self) -> str:
        """Show the exception that was met."""
        return str(self)


class Standby:
    """A renderer that gets ready once and is asked later, any number of times.

    Where the system allows no more processes, this one renders.
    """

    def __init__(self) -> None:
        """Begin without a process."""
        self._process: subprocess.Popen[bytes] | None = None
        self._asked = self._owes = False
        self._held: Mapping[str, Resource] = {}

    def get_ready(self) -> None:
        """Start the process, unless it is there; it imports the engine and waits.

        One that owes an answer that nobody took, since a fault came between, is let go.
        """
        import subprocess  # nobody else needs it, and most runs have nothing to do

        if self._process is not None and self._process.poll() is None and not self._owes:
            return
        self.close()
        self._asked = self._owes = False
        self._held = {}
        command = command_for(__name__)
        try:
            self._process = subprocess.Popen(  # noqa: S603  # this very interpreter
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, process_group=0
            )
        except OSError:
            return
        with contextlib.suppress(WorkerDiedError):  # it is met again when something is asked
            self._send(greet())

    def __enter__(self) -> Standby:
        """Begin a run."""
        return self

    def __exit__(self, *error: object) -> None:
        """Let the process go; one at work, as when a run is interrupted, is not waited for."""
        self.close(wait=not self._owes)

    def close(self, *, wait: bool = True) -> None:
        """Let the process go; it tidies up and ends when it has nothing more to read."""
        process, self._process = self._process, None
        if process is None:
            return
        if not self._asked:
            process.kill()  # it may still be importing
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with contextlib.suppress(BrokenPipeError):
                    stream.close()
        if wait:
            process.wait()

    def rehearse(self, compose: Callable[[], Composition | None], profile: Profile) -> None:
        """Let the process set a specimen with which it gets ready; there is no answer."""
        self.get_ready()
        specimen = None if self._asked or self._process is None else compose()
        if specimen is not None:
            self._ask(specimen, profile, None)

    def start(self, composition: Composition, profile: Profile) -> Rendering:
        """Have a composition rendered; its drawings are made here meanwhile."""
        self.get_ready()
        if self._process is None:
            return HERE.start(composition, profile)
        self._owes = True
        self._ask(composition, profile, tuple(composition.drawings))
        for address, draw in composition.drawings.items():
            self._send(pickle.dumps((address, draw())))
        return self._finish

    def _ask(
        self, composition: Composition, profile: Profile, drawings: tuple[str, ...] | None
    ) -> None:
        """Send a composition without the resources that the process has: fonts weigh megabytes."""
        self._asked = True
        held, all_of_them = self._held, composition.resources
        new = {url: item for url, item in all_of_them.items() if held.get(url) != item}
        self._held = all_of_them
        sent = replace(composition, resources=new, drawings={})
        self._send(pickle.dumps(_Request(sent, profile, tuple(all_of_them), drawings)))

    def _finish(self, collector: Collector) -> RenderedPdf | None:
        try:
            answer: _Answer = pickle.load(self._stream("stdout"))  # noqa: S301  # of our own
        except (EOFError, pickle.UnpicklingError) as error:
            self._owes = False
            raise WorkerDiedError from error
        self._owes = False
        if isinstance(answer, _Fault):
            raise RendererError(answer.said, answer.trace)
        collector.extend(answer.diagnostics)
        return answer.rendered

    def _send(self, message: bytes) -> None:
        try:
            self._stream("stdin").write(message)
            self._stream("stdin").flush()
        except BrokenPipeError as error:
            self._owes = False
            raise WorkerDiedError from error

    def _stream(self, name: str) -> BinaryIO:
        stream: BinaryIO = getattr(self._process, name)
        return stream


class _Request(NamedTuple):
    """What to render; `resources` and `drawings` are the addresses of all there will be.

    Without `drawings`, nobody waits for the result.
    """

    composition: Composition
    profile: Profile
    resources: tuple[str, ...]
    drawings: tuple[str, ...] | None


class _Done(NamedTuple):
    rendered: RenderedPdf | None
    diagnostics: tuple[Diagnostic, ...]


class _Fault(NamedTuple):
    said: str
    trace: str


_Answer: TypeAlias = _Done | _Fault


class _Drawings(Mapping[str, "Callable[[], Resource]"]):
    """The drawings of a composition, which arrive one after the other."""

    def __init__(self, addresses: tuple[str, ...], source: BinaryIO) -> None:
        self._addresses = addresses
        self._source = source
        self._there: dict[str, Resource] = {}

    def __getitem__(self, address: str) -> Callable[[], Resource]:
        if address not in self._addresses:
            raise KeyError(address)
        return partial(self._wait_for, address)

    def __iter__(self) -> Iterator[str]:
        return iter(self._addresses)

    def __len__(self) -> int:
        return len(self._addresses)

    def take_all(self) -> None:
        """Wait for all that have not been asked for."""
        for address in self._addresses:
            self._wait_for(address)

    def _wait_for(self, address: str) -> Resource:
        while address not in self._there:
            arrived, resource = pickle.load(self._source)  # noqa: S301  # of our own process
            self._there[arrived] = resource
        return self._there[address]


@with_room
def work() -> None:
    """Render what stands on the standard input until it ends."""
    collect_rarely()
    with open_answers() as answers, contextlib.suppress(EOFError, BrokenPipeError):
        with contextlib.suppress(Exception):  # it is met again when something is asked
            import brief.render  # noqa: F401  # what all the waiting is for
        held: Mapping[str, Resource] = {}
        while True:
            held = _answer_one(sys.stdin.buffer, answers, held)
    end_quickly()


def _answer_one(
    source: BinaryIO, answers: BinaryIO, held: Mapping[str, Resource]
) -> Mapping[str, Resource]:
    """Render what is asked for next; gives the resources that are held from now on."""
    request: _Request = pickle.load(source)  # noqa: S301  # of our own process
    new = request.composition.resources
    held = {url: new[url] if url in new else held[url] for url in request.resources}
    composition = replace(request.composition, resources=held)
    if request.drawings is None:
        _render(composition, request.profile)
        return held
    drawings = _Drawings(request.drawings, source)
    answer = _render(replace(composition, drawings=drawings), request.profile)
    drawings.take_all()
    pickle.dump(answer, answers)
    answers.flush()
    return held


def _render(composition: Composition, profile: Profile) -> _Answer:
    collector = Collector()
    try:
        from brief.render import render_composition  # which may fail

        rendered = render_composition(composition, profile, collector)
    except Exception as error:
        import traceback  # for a fault only

        return _Fault(repr(error), "".join(traceback.format_exception(error)))
    return _Done(rendered, collector.diagnostics)
