"""Finds a Chromium for the browser tests, or installs one, and launches it.

Sources in order: ``$CHROMIUM``, the system's, Playwright's own, and Debian's package for root.
``python tests/chromium.py`` does the same from a shell and prints the executable's path.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright

SYSTEM_NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)

# A test browser talks to the local server only: no updates, no sync, no pre-connections.
LAUNCH_ARGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

APT_GET = ("apt-get", "-o", "DPkg::Lock::Timeout=300")
INSTALL_SECONDS = 600  # a slow mirror: some 100 MB for Chromium, 60 MB for the font
STDERR = 2  # the descriptor, as pytest may have replaced sys.stderr by something without one


class ChromiumMissingError(RuntimeError):
    """No Chromium on this machine, and none could be installed."""


def find(playwright: Playwright) -> Path:
    """Return a Chromium that starts, installing one as the last resort.

    Raises ``ChromiumMissingError`` where none can be had, or where ``$CHROMIUM`` names one that does
    not start: an explicit choice is never replaced silently.
    """
    chosen = os.environ.get("CHROMIUM")
    if chosen:
        return _started_or_error(Path(chosen))
    own = Path(playwright.chromium.executable_path)
    sources: tuple[Callable[[], Path | None], ...] = (
        _system,
        lambda: own,
        lambda: own if _run(sys.executable, "-m", "playwright", "install", "chromium") else None,
        lambda: _system() if _apt_install("chromium") else None,
    )
    for source in sources:
        executable = source()
        if executable and _starts(executable):
            return executable
    raise ChromiumMissingError(
        "no Chromium found and none could be installed: install chromium or google-chrome, "
        "or set CHROMIUM=/path/to/it, or leave the browser tests out with NO_BROWSER=1"
    )


def launch(playwright: Playwright) -> Browser:
    """Start the Chromium found, headless, with a Chinese font present where that is possible."""
    executable = find(playwright)
    ensure_chinese_font()
    return playwright.chromium.launch(
        executable_path=executable,
        args=LAUNCH_ARGS,
        chromium_sandbox=not _is_root(),  # Chromium refuses to start its sandbox as root
    )


def ensure_chinese_font() -> None:
    """Install a font for screenshots; tests of text and layout pass without one."""
    if not (shutil.which("fc-list") and _output("fc-list", ":lang=zh")):
        _apt_install("fonts-noto-cjk", "fontconfig")


def _started_or_error(executable: Path) -> Path:
    if not _starts(executable):
        raise ChromiumMissingError(f"CHROMIUM={executable} does not start")
    return executable


def _system() -> Path | None:
    found = (shutil.which(name) for name in SYSTEM_NAMES)
    return next((Path(path) for path in found if path), None)


def _starts(executable: Path) -> bool:
    """Tell whether it answers `--version`: one without its shared libraries does not."""
    try:
        done = subprocess.run([executable, "--version"], capture_output=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _apt_install(*packages: str) -> bool:
    if not (_is_root() and shutil.which("apt-get")):
        return False
    install = (*APT_GET, "install", "-y", "--no-install-recommends", *packages)
    return _run(*APT_GET, "update") and _run(*install)


def _run(*command: str) -> bool:
    """Tell whether an installation ended well within its time; what it prints goes to stderr."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(command, env=environment, stdout=STDERR, timeout=INSTALL_SECONDS)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _output(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _is_root() -> bool:
    return os.geteuid() == 0


def main() -> int:
    """Print the path of a working Chromium; install it and a Chinese font where needed."""
    with sync_playwright() as playwright:
        print(find(playwright))
    ensure_chinese_font()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
