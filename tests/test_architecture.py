# SPDX-License-Identifier: MIT
"""The house as a test: who may import whom, how large a room may grow, what must never be in a file."""

from __future__ import annotations

import ast
import re
import shutil
import statistics
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "desktop"
HOUSE = SOURCE / "dissoi"
SCRIPTS = [*HOUSE.rglob("*.py"), *(ROOT / "tools").rglob("*.py")]

MIDDLE = {"reading", "storage", "reasoning", "briefing", "exchange"}
# Single modules that stand beside the stairs: new ids and the clock, and where resources/ lies.
SHARED = {"identity", "resources"}
BELOW_GUI = {"dossier"} | SHARED | MIDDLE
# What a room may import of the house, besides itself. `cli` opens the window, but only when asked to.
FLOORS: dict[str, set[str]] = {
    "": set(),
    "dossier": set(),
    "identity": {"dossier"},
    "resources": set(),
    **{room: {"dossier"} | SHARED for room in MIDDLE},
    "cli": BELOW_GUI | {"gui"},
    "gui": BELOW_GUI,
    "__main__": {"cli"},
}

# Where a package from outside, or a heavy part of the standard library, may be imported.
HOMES: dict[str, set[str]] = {
    "PySide6": {"gui"},
    "charset_normalizer": {"reading"},
    "click": {"cli"},
    "docx": {"briefing"},
    "filelock": {"storage"},
    "lxml": {"reading"},
    "markdown": {"dossier.markup_parsing"},
    "platformdirs": {"storage"},
    "pydantic": {"exchange", "reading", "storage"},
    "pydantic_core": {"exchange"},
    "pypdfium2": {"gui", "reading"},
    "pyphen": {"briefing"},
    "reportlab": {"briefing"},
    "shiboken6": {"gui"},
    "sqlite3": {"storage"},
    "trafilatura": {"reading"},
    "uharfbuzz": {"briefing"},
}
NETWORK = {"ftplib", "http", "smtplib", "socket", "ssl", "urllib.request", "webbrowser", "xmlrpc"}
# The ground floor holds values only: no files, no clock, no processes, no threads.
NOT_ON_THE_GROUND = {"io", "os", "pathlib", "shutil", "subprocess", "tempfile", "threading", "time"}

HEAVY_FOR_GUI = {"PIL", "charset_normalizer", "docx", "lxml", "reportlab", "trafilatura", "uharfbuzz"}
HEAVY_FOR_CLI = HEAVY_FOR_GUI | {"PySide6", "markdown", "pypdfium2", "sqlite3"}

MODULE_LINES, CLASS_LINES, FUNCTION_LINES, MEDIAN_FUNCTION_LINES = 400, 300, 50, 8
VAGUE_NAMES = re.compile(r"(^|_)(utils?|helpers?|managers?|misc|common)$")
# Addresses of package registries, and folders that exist on one machine only.
LEAKS = re.compile(
    r"https?://[^ ]*/(simple|packages/[0-9a-f]{2})/"
    r"|pypi\.org|pythonhosted\.|npmjs\.(org|com)"
    r"|(?<![\w.])/(root|home|work|farm|tmp|Users)/[A-Za-z0-9_.-]+/"
)


def module_name(path: Path) -> str:
    """`dossier.edits` for dissoi/dossier/edits.py; the empty name for dissoi/__init__.py."""
    parts = path.relative_to(HOUSE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room_of(module: str) -> str:
    """The room that a module belongs to: `cli` may be one module, several or a package."""
    first = module.partition(".")[0]
    return "cli" if first.startswith("cli") else first


def with_room(module: str) -> str:
    """The name of a module with its room in front: `cli_commands.x` lies in the room `cli`."""
    first, dot, rest = module.partition(".")
    return f"{room_of(first)}{dot}{rest}"


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imports_in(path: Path) -> Iterator[tuple[ast.stmt, str]]:
    """Each import of a module, with the full name it asks for (`a.b.c` for `from a.b import c`)."""
    inside = (path if path.name == "__init__.py" else path.parent / "x").parent.relative_to(SOURCE).parts
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            package = inside[: len(inside) + 1 - node.level] if node.level else ()
            base = ".".join((*package, *([node.module] if node.module else [])))
            yield from ((node, f"{base}.{alias.name}") for alias in node.names)


def is_within(name: str, packages: set[str]) -> bool:
    """Whether a dotted name is one of these packages or lies in one."""
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def at(path: Path, node: ast.AST) -> str:
    return f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 1)}"


def functions_in(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def lines_of(node: ast.stmt) -> int:
    assert node.end_lineno is not None
    return node.end_lineno - node.lineno + 1


def lines_of_code(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function without those of its docstring."""
    docstring = ast.get_docstring(function, clean=False)
    return lines_of(function) - (lines_of(function.body[0]) if docstring is not None else 0)


def modules_loaded_by(*modules: str) -> set[str]:
    """The top-level names in sys.modules after importing these in a fresh interpreter."""
    program = "import importlib, sys\nfor name in sys.argv[1:]: importlib.import_module(name)\n"
    program += "print(*{name.split('.')[0] for name in sys.modules})"
    done = subprocess.run(
        [sys.executable, "-c", program, *modules], check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def dotted_modules(*, gui: bool) -> list[str]:
    """The house's modules that can be imported without starting anything, of the gui or of the rest."""
    names = sorted(module_name(path) for path in HOUSE.rglob("*.py") if path.stem != "__main__")
    return [f"dissoi.{name}".rstrip(".") for name in names if (room_of(name) == "gui") == gui]


def project_files() -> list[Path]:
    """The files that are committed or would be."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("this is no git checkout")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_each_room_has_a_floor() -> None:
    rooms = {room_of(module_name(path)) for path in HOUSE.rglob("*.py")}
    assert rooms <= FLOORS.keys()


def test_rooms_import_downwards_only() -> None:
    wrong = [
        f"{at(path, node)}: {name}"
        for path in HOUSE.rglob("*.py")
        for node, name in imports_in(path)
        if name.startswith("dissoi.")
        and (target := room_of(name.removeprefix("dissoi."))) in FLOORS
        and target not in FLOORS[own := room_of(module_name(path))] | {own}
    ]
    assert not wrong


def test_the_command_line_opens_the_window_only_when_asked() -> None:
    wrong = [
        f"{at(path, node)}: {name}"
        for path in HOUSE.rglob("*.py")
        if room_of(module_name(path)) == "cli"
        for node, name in imports_in(path)
        if is_within(name, {"dissoi.gui"}) and node in tree_of(path).body
    ]
    assert not wrong


def test_packages_from_outside_stay_in_their_rooms() -> None:
    free = set(sys.stdlib_module_names) - HOMES.keys() | {"dissoi"}
    wrong = [
        f"{at(path, node)}: {name}"
        for path in HOUSE.rglob("*.py")
        for node, name in imports_in(path)
        if (package := name.partition(".")[0]) not in free
        and not is_within(with_room(module_name(path)), HOMES.get(package, set()))
    ]
    assert not wrong


def test_nothing_reaches_for_the_network() -> None:
    wrong = [
        f"{at(path, node)}: {name}"
        for path in HOUSE.rglob("*.py")
        for node, name in imports_in(path)
        if is_within(name, NETWORK | {"PySide6.QtNetwork"})
    ]
    assert not wrong


def test_the_ground_floor_holds_values_only() -> None:
    wrong = [
        f"{at(path, node)}: {name}"
        for path in (HOUSE / "dossier").rglob("*.py")
        for node, name in imports_in(path)
        if name.split(".")[0] in NOT_ON_THE_GROUND
    ]
    assert not wrong


def test_only_the_gui_loads_qt() -> None:
    loaded = modules_loaded_by(*dotted_modules(gui=False))
    assert "dissoi" in loaded
    assert not loaded & {"PySide6", "shiboken6"}


def test_the_command_line_starts_light() -> None:
    modules = [name for name in dotted_modules(gui=False) if room_of(name.removeprefix("dissoi.")) == "cli"]
    assert not modules_loaded_by(*modules) & HEAVY_FOR_CLI


def test_the_window_starts_without_what_it_may_never_need() -> None:
    assert not modules_loaded_by(*dotted_modules(gui=True)) & HEAVY_FOR_GUI


def test_modules_classes_and_functions_keep_their_budgets() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}: {count} lines"
        for path in SCRIPTS
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > MODULE_LINES
    ]
    budgets = (
        (ast.ClassDef, CLASS_LINES),
        (ast.FunctionDef, FUNCTION_LINES),
        (ast.AsyncFunctionDef, FUNCTION_LINES),
    )
    wrong += [
        f"{at(path, node)}: {node.name} has {lines_of(node)} lines"
        for path in SCRIPTS
        for kind, budget in budgets
        for node in ast.walk(tree_of(path))
        if isinstance(node, kind) and lines_of(node) > budget
    ]
    assert not wrong


def test_functions_are_short() -> None:
    lengths = [lines_of_code(function) for path in HOUSE.rglob("*.py") for function in functions_in(path)]
    assert statistics.median(lengths) <= MEDIAN_FUNCTION_LINES, f"the longest has {max(lengths)} lines"


def test_modules_are_named_for_what_they_hold() -> None:
    named = {part for path in HOUSE.rglob("*.py") for part in module_name(path).split(".")}
    assert not [name for name in named if VAGUE_NAMES.search(name)]


def test_each_module_names_its_licence() -> None:
    written = [
        path for path in [*SCRIPTS, *(ROOT / "tests").rglob("*.py")] if path.read_text(encoding="utf-8")
    ]
    wrong = [
        str(path.relative_to(ROOT))
        for path in written
        if not path.read_text(encoding="utf-8").startswith("# SPDX-License-Identifier: MIT\n")
    ]
    assert not wrong


def test_no_file_names_one_machine_or_a_registry() -> None:
    wrong = []
    for path in project_files():
        text = path.read_bytes()
        if b"\0" not in text[:8000]:
            lines = text.decode("utf-8", "replace").splitlines()
            wrong += [
                f"{path.relative_to(ROOT)}:{n}" for n, line in enumerate(lines, 1) if LEAKS.search(line)
            ]
    assert not wrong
