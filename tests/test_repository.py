"""What holds for the repository as a whole: locks, names at the top, documents, make targets."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = ("requirements.lock", "requirements-test.lock")

TOP_LEVEL = {
    *(".ci", ".github", "content", "plugins", "scripts", "site_overrides", "tests"),
    *("mkdocs.yml", "pyproject.toml", "Makefile", *LOCKS),
    *("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", "NOTICE.md"),
    *(".editorconfig", ".gitattributes", ".gitignore"),
}

# Originals are kept byte for byte, whatever is in them; what is made of them is checked.
ORIGINALS = ("content/raw/", "tests/corpus/")

# Unicode's marks, embeddings, overrides and isolates: they show a text in another order than it has.
BIDI_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

MAKE_CALL = re.compile(r"(?:^|`|run: )make (?:[A-Z_]+=\S+ )*([a-z-]+(?: [a-z-]+)*)", re.MULTILINE)
RELATIVE_LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")


def repository_files() -> list[str]:
    """List what git tracks or would track, as paths from the top."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [name for name in listing.stdout.split("\0") if (ROOT / name).is_file()]


def documents() -> list[Path]:
    """List what tells people or the workflows what to run."""
    templates = (ROOT / ".github").rglob("*.*")
    return [*ROOT.glob("*.md"), *templates, ROOT / ".ci" / "run"]


def requirements(lock: str) -> dict[str, list[str]]:
    """Map each pinned `name==version[; marker]` of a lock to the hashes below it."""
    text = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", "")
    lines = [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]
    return {line.split("--hash")[0].strip(): re.findall(r"--hash=(\S+)", line) for line in lines}


def pinned_names(lock: str) -> set[str]:
    return {normal_name(requirement) for requirement in requirements(lock)}


def normal_name(requirement: str) -> str:
    """`PyYAML>=6` and `pyyaml==6.0.3` are both `pyyaml` (PEP 503)."""
    name = re.match(r"[\w.-]+", requirement)
    assert name, requirement
    return re.sub(r"[-_.]+", "-", name.group()).lower()


def make(directory: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the project's Makefile in another directory."""
    command = ["make", "-f", str(ROOT / "Makefile"), "-C", str(directory), *arguments]
    return subprocess.run(command, capture_output=True, text=True)


def git(directory: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=directory, check=True, capture_output=True)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """An empty git repository."""
    git(tmp_path, "init", "--quiet")
    return tmp_path


def test_the_top_level_holds_only_the_names_it_is_meant_to_have() -> None:
    assert {name.split("/")[0] for name in repository_files()} - TOP_LEVEL == set()


def text_of(path: Path) -> str:
    """The text of a file, empty for a binary one."""
    try:
        return path.read_bytes().decode()
    except UnicodeDecodeError:
        return ""


def test_no_file_but_an_original_contains_a_bidirectional_control() -> None:
    found = [
        name
        for name in repository_files()
        if not name.startswith(ORIGINALS) and BIDI_CONTROLS.search(text_of(ROOT / name))
    ]
    assert found == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_requirement_is_one_release_with_its_hashes(lock: str) -> None:
    unlocked = [
        requirement
        for requirement, hashes in requirements(lock).items()
        if not re.fullmatch(r"[\w.-]+==[\w.]+( ; .+)?", requirement)
        or not hashes
        or not all(re.fullmatch(r"sha256:[0-9a-f]{64}", each) for each in hashes)
    ]
    assert unlocked == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_index_and_no_host(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert re.findall(r"\S*://\S*|^--?\w.*| @ .*", text, re.MULTILINE) == []


def test_the_runtime_lock_covers_the_dependencies_and_the_build_backend() -> None:
    needed = [*PROJECT["project"]["dependencies"], *PROJECT["build-system"]["requires"]]
    assert {normal_name(each) for each in needed} - pinned_names("requirements.lock") == set()


def test_the_test_lock_covers_the_tools_and_changes_no_pin_of_the_runtime_lock() -> None:
    extras = PROJECT["project"]["optional-dependencies"]
    tools = {normal_name(each) for each in (*extras["test"], *extras["dev"])}
    assert tools - pinned_names("requirements-test.lock") == {"nianbao"}
    assert requirements("requirements.lock").items() <= requirements("requirements-test.lock").items()


def test_every_make_call_that_documents_and_workflows_name_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    calls = {
        target
        for document in documents()
        for names in MAKE_CALL.findall(document.read_text(encoding="utf-8"))
        for target in names.split()
    }
    assert {"site", "test"} <= calls
    assert calls - targets == set()


def test_the_readme_names_the_two_commands_and_shows_the_site() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for expected in ("make site", "make test", "site_overrides/assets/images/site.png"):
        assert expected in readme


@pytest.mark.parametrize("document", sorted(ROOT.glob("*.md")), ids=lambda path: path.name)
def test_every_relative_link_of_a_document_leads_to_a_file(document: Path) -> None:
    links = RELATIVE_LINK.findall(document.read_text(encoding="utf-8"))
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_changelog_has_an_entry_for_the_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## \[([^]]+)\]", changelog, re.MULTILINE)
    assert PROJECT["project"]["version"] in headings


def test_the_code_is_under_the_licence_that_the_package_states() -> None:
    assert PROJECT["project"]["license"] == "MIT"
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("MIT License\n")


def test_make_alone_lists_every_command() -> None:
    phony = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert phony
    listed = {line.split()[0] for line in make(ROOT, "--no-print-directory").stdout.splitlines()}
    assert listed == set(phony.group(1).split())


def test_make_says_which_python_it_needs_and_leaves_no_half_made_environment(
    tmp_path: Path,
) -> None:
    done = make(tmp_path, "PYTHON=false", ".venv/pyvenv.cfg")
    assert done.returncode != 0
    assert "Python 3.11" in done.stderr
    assert not (tmp_path / ".venv").exists()


def test_preflight_passes_plain_files(clone: Path) -> None:
    (clone / "report.txt").write_text("年报")
    (clone / ".gitattributes").write_text("* text=auto")
    git(clone, "add", ".")
    assert make(clone, "preflight").returncode == 0


def test_preflight_refuses_a_symbolic_link(clone: Path) -> None:
    (clone / "报告.txt").symlink_to("/etc/hostname")
    git(clone, "add", ".")
    assert make(clone, "preflight").returncode != 0


def test_preflight_refuses_a_submodule(clone: Path) -> None:
    git(clone, "update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},content/raw/other")
    assert make(clone, "preflight").returncode != 0


def test_preflight_refuses_attributes_below_the_top(clone: Path) -> None:
    (clone / "年报").mkdir()  # git prints such a name quoted
    (clone / "年报" / ".gitattributes").write_text("* filter=lfs")
    git(clone, "add", ".")
    assert make(clone, "preflight").returncode != 0
