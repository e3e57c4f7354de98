"""Turn the colours of a written PDF into inks: text and shapes, forms, patterns, pictures.

The pages stay as they were laid out for the screen. Black and dark greys print over what lies
below them (overprint), so that no white shows around a letter when plates do not meet exactly;
everything else is left out of what lies below.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pikepdf
from pikepdf import Array, ContentStreamInstruction, Dictionary, Name, Operator, Pdf

from brief.finish.colours import ColourTable, overprints
from brief.finish.separated_pictures import separate_picture
from brief.model.ink import Ink

_PROCESS = Name.DeviceCMYK
_COLOURS = {"rg": False, "RG": True, "g": False, "G": True}  # whether of strokes


class UnprintableError(Exception):
    """A page paints something that cannot be turned into inks."""


class Separator:
    """Turn the pages of one PDF into inks; what several pages share is turned once."""

    def __init__(self, pdf: Pdf, table: ColourTable) -> None:
        """Begin with a PDF as our renderer writes it."""
        self._pdf = pdf
        self._table = table
        self._done: set[tuple[int, int]] = set()
        self._spaces = pdf.make_indirect(Dictionary())
        self._spots: dict[str, Name] = {}
        self._states = {
            _name_state(fill, stroke): pdf.make_indirect(
                Dictionary({"/Type": Name.ExtGState, "/op": fill, "/OP": stroke, "/OPM": 1})
            )
            for fill in (False, True)
            for stroke in (False, True)
        }

    def separate_page(self, page: Any) -> None:
        """Turn one page into inks."""
        page.Contents = self._pdf.make_stream(self._rewrite(page))
        self._separate_resources(page.Resources)
        if Name.Group in page:
            page.Group.CS = _PROCESS

    def _is_new(self, item: Any) -> bool:
        """Tell whether an object has not been seen; one that stands alone is always new."""
        if not item.is_indirect:
            return True
        new = item.objgen not in self._done
        self._done.add(item.objgen)
        return new

    def _separate_resources(self, resources: Any) -> None:
        if not self._is_new(resources):
            return
        resources.ColorSpace = self._spaces
        states = resources.get(Name.ExtGState, Dictionary())
        for key, state in self._states.items():
            states[key] = state
        resources.ExtGState = states
        for item in _values(resources, Name.XObject):
            if not self._is_new(item):
                continue
            if item.Subtype == Name.Image:
                separate_picture(item, self._table)
            else:
                self._separate_form(item)
        for item in _values(resources, Name.Pattern):
            if not self._is_new(item):
                continue
            if int(item.PatternType) == 1:
                self._separate_form(item)
            else:
                self._separate_shading(item.Shading)
        for item in _values(resources, Name.Shading):
            if self._is_new(item):
                self._separate_shading(item)

    def _separate_form(self, form: Any) -> None:
        form.write(self._rewrite(form))
        if Name.Group in form:
            form.Group.CS = _PROCESS
        if Name.Resources in form:
            self._separate_resources(form.Resources)

    def _separate_shading(self, shading: Any) -> None:
        """Turn the colours between which a gradient runs; its inks are those of the process."""
        for function in _list_functions(shading.Function):
            for key in (Name.C0, Name.C1):
                channels = [float(value) for value in function[key]]
                if len(channels) != 3:
                    raise UnprintableError("a gradient in a colour space other than sRGB")
                red, green, blue = channels
                ink = self._table.choose((red, green, blue))
                shares = [share * ink.tint for share in ink.process]
                function[key] = Array(shares)
        shading.ColorSpace = _PROCESS

    def _rewrite(self, content: Any) -> bytes:
        """Give a content stream with inks in the place of colours."""
        written: list[Any] = []
        over: tuple[bool, bool] | None = None  # whether fills and strokes overprint, once known
        saved: list[tuple[bool, bool] | None] = []
        instruction: Any
        for instruction in pikepdf.parse_content_stream(content):
            name = str(instruction.operator)
            if name == "q":
                saved.append(over)
            elif name == "Q":
                over = saved.pop()
            elif name in _COLOURS:
                stroke = _COLOURS[name]
                ink = self._table.choose(_read_colour(instruction.operands))
                written += self._set_ink(ink, stroke)
                fills, strokes = over or (False, False)
                now = (fills, overprints(ink)) if stroke else (overprints(ink), strokes)
                if now != over:
                    over = now
                    written.append(_instruct("gs", Name(_name_state(*now))))
                continue
            elif name in ("cs", "CS"):
                _refuse_other_space(instruction.operands[0])
            written.append(instruction)
        return pikepdf.unparse_content_stream(written)

    def _set_ink(self, ink: Ink, stroke: bool) -> Iterable[ContentStreamInstruction]:
        if not ink.spot:
            return (_instruct("K" if stroke else "k", *ink.process),)
        space = self._find_spot(ink)
        names = ("CS", "SCN") if stroke else ("cs", "scn")
        return _instruct(names[0], space), _instruct(names[1], ink.tint)

    def _find_spot(self, ink: Ink) -> Name:
        """Give the name of the plate of a spot colour, which is made when first asked for."""
        if ink.spot not in self._spots:
            key = Name(f"/Spot{len(self._spots)}")
            self._spaces[key] = make_separation(self._pdf, ink.spot, ink.process)
            self._spots[ink.spot] = key
        return self._spots[ink.spot]


def make_separation(pdf: Pdf, plate: str, process: Iterable[float]) -> Array:
    """Make the colour space of one plate; `process` stands for its solid in other devices."""
    solid = Array(list(process))
    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=solid, N=1)
    return Array([Name.Separation, Name(f"/{plate}"), _PROCESS, pdf.make_indirect(tint)])


def _name_state(fill: bool, stroke: bool) -> str:
    """Name the state in which fills, strokes, both or neither print over what lies below."""
    return f"/Over{'F' * fill}{'S' * stroke}" if fill or stroke else "/Out"


def _read_colour(operands: Any) -> tuple[float, float, float]:
    channels = [float(value) for value in operands]
    red, green, blue = channels * 3 if len(channels) == 1 else channels
    return red, green, blue


def _refuse_other_space(space: Name) -> None:
    if space not in (Name.Pattern, _PROCESS):
        raise UnprintableError(f"a colour in the space {str(space).lstrip('/')}")


def _list_functions(function: Any) -> Iterator[Any]:
    """Walk through the parts of a function that runs between two colours (types 2 and 3)."""
    if int(function.FunctionType) == 3:
        for part in function.Functions:
            yield from _list_functions(part)
    else:
        yield function


def _values(resources: Any, kind: Name) -> list[Any]:
    return [item for _, item in resources.get(kind, Dictionary()).items()]


def _instruct(operator: str, *operands: Any) -> ContentStreamInstruction:
    return ContentStreamInstruction(list(operands), Operator(operator))
