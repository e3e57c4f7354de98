"""What is printed for a colour: an ink of the design, black alone for greys, else four inks.

Colours go through ICC profiles, relative to the white of the paper and fitted to the black of the
inks (relative colorimetric intent with black point compensation, ISO 15076-1). Greys of a screen
would come out in four inks that never meet exactly, so they are printed in black alone, at the
lightness that they have.
"""

from __future__ import annotations

import io
from bisect import bisect_left
from functools import cached_property, lru_cache

import numpy
from PIL import Image, ImageCms

from brief.model.ink import Ink, Inks, PrintingCondition, Process

RGB = tuple[float, float, float]

_INTENT = ImageCms.Intent.RELATIVE_COLORIMETRIC
_FIT_BLACK = ImageCms.Flags.BLACKPOINTCOMPENSATION
_DARK = 0.5
_EPSILON, _KAPPA = 216 / 24389, 24389 / 27  # of CIE 1976 lightness


class ColourTable:
    """The inks for the colours of one design under one printing condition."""

    def __init__(self, inks: Inks, condition: PrintingCondition) -> None:
        """Begin with the inks that a design names."""
        self._inks = inks
        self._output = open_profile(condition.profile, condition.max_ink)

    def choose(self, colour: RGB) -> Ink:
        """Give the ink for a colour of sRGB, each channel 0 to 1."""
        red, green, blue = (round(value * 255) for value in colour)
        named = self._inks.get(f"#{red:02x}{green:02x}{blue:02x}")
        if named is not None:
            return named
        if red == green == blue:
            return Ink((0.0, 0.0, 0.0, self._output.match_grey(red)))
        return Ink(self._output.convert_colour((red, green, blue)))

    def convert_picture(self, picture: Image.Image) -> Image.Image:
        """Give a picture of sRGB in the four process colours; a grey one stays grey."""
        return self._output.convert(picture)


class OutputProfile:
    """An ICC output profile of four inks, of which no more than `max_ink` is laid together."""

    def __init__(self, data: bytes, max_ink: float) -> None:
        """Read a profile; one that is none, or not of four inks, is a `ValueError`."""
        try:
            self._profile = ImageCms.ImageCmsProfile(io.BytesIO(data))
        except OSError as error:
            raise ValueError("it is not an ICC profile") from error
        if self._profile.profile.xcolor_space.strip() != "CMYK":
            raise ValueError("it is not a profile of cyan, magenta, yellow and black")
        self._most = int(max_ink * 255)
        self._known: dict[tuple[int, int, int], Process] = {}

    def convert_colour(self, colour: tuple[int, int, int]) -> Process:
        """Give the four inks for a colour of sRGB, each channel 0 to 255."""
        if colour not in self._known:
            inks = self.convert(Image.new("RGB", (1, 1), colour)).tobytes()
            cyan, magenta, yellow, black = (round(share / 255, 4) for share in inks)
            self._known[colour] = (cyan, magenta, yellow, black)
        return self._known[colour]

    def convert(self, picture: Image.Image) -> Image.Image:
        """Give a picture of sRGB in four inks.

        Profiles keep the limit for what they were made for and overstep it a little elsewhere;
        there, the coloured inks are taken back and black stays.
        """
        converted = ImageCms.applyTransform(picture, self._separate)
        assert converted is not None  # it is not done in place
        inks = numpy.asarray(converted).astype(int)
        coloured = inks[..., :3].sum(axis=-1)
        room = self._most - inks[..., 3]
        over = coloured > room
        if not over.any():
            return converted
        inks[over, :3] = inks[over, :3] * room[over, None] // coloured[over, None]
        return Image.fromarray(inks.astype(numpy.uint8), "CMYK")

    def match_grey(self, value: int) -> float:
        """Give the share of black, 0 to 1, that is as light as a grey of sRGB from 0 to 255."""
        if value in (0, 255):
            return 1 - value / 255
        ramp = self._lightness_of_black
        darkest = ramp[-1]
        wanted = darkest + _lightness(value) / 100 * (100 - darkest)
        share = bisect_left(ramp, -wanted, key=lambda lightness: -lightness)
        return round(share / (len(ramp) - 1), 4)

    @cached_property
    def _separate(self) -> ImageCms.ImageCmsTransform:
        screen = ImageCms.createProfile("sRGB")
        return ImageCms.buildTransform(
            screen, self._profile, "RGB", "CMYK", renderingIntent=_INTENT, flags=_FIT_BLACK
        )

    @cached_property
    def _lightness_of_black(self) -> list[float]:
        """The lightness L* of black alone, from nothing to a solid, in 256 steps."""
        lab = ImageCms.createProfile("LAB")
        measure = ImageCms.buildTransform(
            self._profile, lab, "CMYK", "LAB", renderingIntent=_INTENT
        )
        ramp = Image.frombytes("CMYK", (256, 1), b"".join(bytes((0, 0, 0, k)) for k in range(256)))
        measured = ImageCms.applyTransform(ramp, measure)
        assert measured is not None
        return [value / 2.55 for value in measured.tobytes()[::3]]


@lru_cache(maxsize=2)
def open_profile(data: bytes, max_ink: float) -> OutputProfile:
    """Open an output profile; a worker keeps the last ones."""
    return OutputProfile(data, max_ink)


def overprints(ink: Ink) -> bool:
    """Tell whether an ink is black alone, and dark enough to print over what lies below it."""
    *others, black = ink.process
    return not ink.spot and not any(others) and black >= _DARK


def _lightness(value: int) -> float:
    """Give the CIE lightness L* of a grey of sRGB (IEC 61966-2-1)."""
    share = value / 255
    light = share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
    return 116 * light ** (1 / 3) - 16 if light > _EPSILON else light * _KAPPA
