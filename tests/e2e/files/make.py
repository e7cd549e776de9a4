# SPDX-License-Identifier: MIT
"""Makes the files that `test_formats` reads, from `tides.md`, with pandoc, LibreOffice and Chromium.

The files are kept beside it, so that the test needs none of these programs. `tides` is the article as it
first came, `edited` the same after a correction, often by another program. Run it by
hand: what the programs write depends on their versions.
"""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

HERE = Path(__file__).parent
SOURCE = HERE / "tides.md"
CORRECTED = "This account of it has been corrected since it was first printed."
OPENING = "## What is on offer"
CHANGES = (
    (
        OPENING,
        f"A meeting in the school on Tuesday ended after midnight. {CORRECTED}\n\n{OPENING}",
    ),
    ("would stand on the sea bed and turn", "would be bolted to the sea bed and turn"),
    ("nineteen jobs", "seventeen jobs"),
    (" They have not stopped talking since.", ""),
    ("in his log in 1958", "in his log in the autumn of 1958"),
)
"""What the correction changes."""
READ = "document.readyState === 'complete' && document.body.innerText.length > 99"
"""Whether a page is there, as the browser is asked."""
HOST = "lowholm.example"
ADDRESS = f"http://{HOST}/page.html"
"""Where the page seems to lie: saved pages say where they come from."""
BROWSER = ("chromium", "--no-sandbox", "--headless", "--disable-gpu")


def corrected(text: str) -> str:
    """The article after the correction."""
    for before, after in CHANGES:
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    return text


def pandoc(source: Path, target: Path, kind: str) -> None:
    """Write `target` with pandoc."""
    command: list[str | Path] = ["pandoc", "-s", "-f", "markdown", "-t", kind, "-o", target, source]
    subprocess.run(command, check=True)


def office(source: Path, target: Path, kind: str) -> None:
    """Write `target` with LibreOffice."""
    command: list[str | Path] = [
        "soffice",
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        target.parent,
        source,
    ]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    made = target.parent / source.with_suffix(target.suffix).name
    made.replace(target)


def print_page(page: Path, target: Path) -> None:
    """Write `target` as Chromium prints a page."""
    command: list[str | Path] = [
        *BROWSER,
        "--no-pdf-header-footer",
        f"--print-to-pdf={target}",
        page.as_uri(),
    ]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)


@contextmanager
def served(folder: Path) -> Iterator[int]:
    """Serve the files of a folder to this machine; the port is given."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=folder)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


class Browser:
    """A running Chromium, which is asked for things."""

    def __init__(self, site: int) -> None:
        asked, self._tell = os.pipe()
        answers, told = os.pipe()
        there = f"--host-resolver-rules=MAP {HOST} 127.0.0.1:{site}"
        self._profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        profile = f"--user-data-dir={self._profile.name}"
        # The browser reads from 3 and writes to 4.
        command = f'exec "$@" 3<&{asked} 4>&{told}'
        shell = ("bash", "-c", command, "sh", *BROWSER, "--remote-debugging-pipe", there, profile, ADDRESS)
        self._process = subprocess.Popen(shell, pass_fds=(asked, told), stderr=subprocess.DEVNULL)
        self._answers = os.fdopen(answers, "rb")
        self._number = 0

    def ask(self, method: str, session: str = "", **params: object) -> Any:
        """What the browser answers."""
        self._number += 1
        whose = {"sessionId": session} if session else {}
        asked = {"id": self._number, "method": method, "params": params} | whose
        os.write(self._tell, json.dumps(asked).encode() + b"\0")
        while (answer := json.loads(self._line())).get("id") != self._number:
            pass
        return answer["result"]

    def _line(self) -> bytes:
        return b"".join(iter(lambda: self._answers.read(1), b"\0"))

    def close(self) -> None:
        """End it."""
        self._process.kill()
        self._process.wait()
        self._profile.cleanup()


def save_page(page: Path, target: Path) -> None:
    """Write `target` as Chromium saves a page with all that is in it."""
    with served(page.parent) as site, closing(Browser(site)) as browser:
        # A page that is asked while it goes to its address never answers.
        time.sleep(2)
        pages = browser.ask("Target.getTargets")["targetInfos"]
        (shown,) = (each["targetId"] for each in pages if each["type"] == "page")
        session = browser.ask("Target.attachToTarget", targetId=shown, flatten=True)["sessionId"]
        while not browser.ask("Runtime.evaluate", session, expression=READ)["result"]["value"]:
            time.sleep(0.1)
        saved = browser.ask("Page.captureSnapshot", session, format="mhtml")["data"]
        target.write_text(saved, "utf-8", newline="")


def main() -> None:
    """Make all files anew."""
    with tempfile.TemporaryDirectory() as folder:
        edited, page = Path(folder, "edited.md"), Path(folder, "page.html")
        edited.write_text(corrected(SOURCE.read_text("utf-8")), "utf-8")
        for source, name in ((SOURCE, "tides"), (edited, "edited")):
            pandoc(source, HERE / f"{name}.html", "html5")
            pandoc(source, HERE / f"{name}.epub", "epub3")
            pandoc(source, HERE / f"{name}.txt", "plain")
            page.write_bytes((HERE / f"{name}.html").read_bytes())
            save_page(page, HERE / f"{name}.mhtml")
        edited.replace(HERE / "edited.md")
        edited = HERE / "edited.md"
        pandoc(edited, HERE / "edited.docx", "docx")
        pandoc(SOURCE, HERE / "tides.rtf", "rtf")
        pandoc(SOURCE, Path(folder, "tides.odt"), "odt")
        office(Path(folder, "tides.odt"), HERE / "tides.docx", "docx")
        pandoc(edited, Path(folder, "edited.odt"), "odt")
        office(Path(folder, "edited.odt"), HERE / "edited.rtf", "rtf")
        office(Path(folder, "edited.odt"), HERE / "edited.pdf", "pdf")
        print_page(HERE / "tides.html", HERE / "tides.pdf")


if __name__ == "__main__":
    main()
