# SPDX-License-Identifier: MIT
"""A user's hands: real key and mouse events on a display, and a picture of what is on it."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from Xlib import XK, X
from Xlib.display import Display
from Xlib.ext import xtest

MODIFIERS = {"Ctrl": "Control_L", "Shift": "Shift_L", "Alt": "Alt_L"}
BEYOND_ASCII = "“”‘’–—…éßŁжλ☂"
"""What can be typed besides ASCII: the usual American keyboard has no keys for these."""
_UNICODE = 0x01000000
"""Keysyms of characters without a name of their own begin here."""
_LATIN_1 = range(0x20, 0x100)
_NAMED = {"\t": "Tab", "\n": "Return"}


@dataclass(frozen=True)
class Point:
    """A place on the display, in pixels from its upper left corner."""

    x: int
    y: int

    def towards(self, other: Point, part: float) -> Point:
        """The point that lies so far (0 to 1) on the way to another."""
        return Point(round(self.x + (other.x - self.x) * part), round(self.y + (other.y - self.y) * part))


class Hands:
    """Types and clicks on a display. Make it before the program starts, which reads the keyboard then.

    `also` has what is to be typed besides ASCII and `BEYOND_ASCII`.
    """

    def __init__(self, display: str, also: str = "") -> None:
        self.display = display
        self._display = Display(display)
        self._keys = _keyboard(self._display, [*dict.fromkeys(BEYOND_ASCII + also)])

    def close(self) -> None:
        """Let go of the display."""
        self._display.close()

    def type(self, text: str) -> None:
        """Type a text."""
        for character in text:
            code, shifted = self._keys[_keysym(character)]
            if shifted:
                self._key("Shift_L", down=True)
            self._stroke(code)
            if shifted:
                self._key("Shift_L", down=False)
        self._display.sync()

    def press(self, keys: str, times: int = 1) -> None:
        """Press keys together, named like "Ctrl+Shift+P" or "Return"."""
        *held, name = keys.split("+")
        for each in held:
            self._key(MODIFIERS[each], down=True)
        for _ in range(times):
            self._stroke(self._keys[_keysym(name)][0])
        for each in reversed(held):
            self._key(MODIFIERS[each], down=False)
        self._display.sync()

    def move(self, place: Point) -> None:
        """Move the pointer."""
        xtest.fake_input(self._display, X.MotionNotify, x=place.x, y=place.y)
        self._display.sync()

    def click(self, place: Point, times: int = 1, button: int = 1) -> None:
        """Click somewhere."""
        self.move(place)
        for _ in range(times):
            self._button(button, down=True)
            self._button(button, down=False)
            if times > 1:
                # Clicks of the same millisecond are no double click to Qt.
                time.sleep(0.01)

    def drag(self, start: Point, end: Point, steps: int = 12) -> None:
        """Press somewhere, move on as a hand does, and let go elsewhere."""
        self.move(start)
        self._button(1, down=True)
        self._glide(start, end, steps)
        self._button(1, down=False)

    def _glide(self, start: Point, end: Point, steps: int) -> None:
        for step in range(1, steps + 1):
            self.move(start.towards(end, step / steps))
            time.sleep(0.005)

    def turn(self, place: Point, notches: int) -> None:
        """Turn the wheel: below 0 upwards."""
        self.click(place, abs(notches), 5 if notches > 0 else 4)

    def _button(self, button: int, *, down: bool) -> None:
        xtest.fake_input(self._display, X.ButtonPress if down else X.ButtonRelease, button)
        self._display.sync()

    def _key(self, name: str, *, down: bool) -> None:
        code = self._keys[XK.string_to_keysym(name)][0]
        xtest.fake_input(self._display, X.KeyPress if down else X.KeyRelease, code)

    def _stroke(self, code: int) -> None:
        xtest.fake_input(self._display, X.KeyPress, code)
        xtest.fake_input(self._display, X.KeyRelease, code)

    def picture(self, file: Path) -> Path:
        """Write what is on the display to a PNG file, and return the file."""
        screen = self._display.screen()
        width, height = screen.width_in_pixels, screen.height_in_pixels
        taken = screen.root.get_image(0, 0, width, height, X.ZPixmap, 0xFFFFFFFF)
        Image.frombytes("RGB", (width, height), bytes(taken.data), "raw", "BGRX").save(file)
        return file


def _keysym(name: str) -> int:
    """The keysym of a character, or of a key with a name."""
    name = _NAMED.get(name, name)
    if len(name) > 1:
        return XK.string_to_keysym(name)
    return ord(name) if ord(name) in _LATIN_1 else _UNICODE + ord(name)


def _keyboard(display: Display, characters: Sequence[str]) -> dict[int, tuple[int, bool]]:
    """The key for each keysym, and whether it is shifted; keys without use are given `characters`."""
    first = display.display.info.min_keycode
    rows = display.get_keyboard_mapping(first, display.display.info.max_keycode - first + 1)
    free = [first + place for place, row in enumerate(rows) if not any(row)]
    for code, character in zip(free, characters, strict=False):
        display.change_keyboard_mapping(code, [[_keysym(character)] * 2])
    display.sync()
    return _keys_of(first, display.get_keyboard_mapping(first, len(rows)))


def _keys_of(first: int, rows: Sequence[Sequence[int]]) -> dict[int, tuple[int, bool]]:
    keys: dict[int, tuple[int, bool]] = {}
    for level in (0, 1):
        for place, row in enumerate(rows):
            if len(row) > level and row[level]:
                keys.setdefault(row[level], (first + place, bool(level)))
    return keys
