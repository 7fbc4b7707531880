"""What every workflow grants, pins and runs: least permissions, and no text of others in a shell."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

ROOT = Path(__file__).parent.parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))

# Besides reading the clone, only a deployment to Pages needs anything.
WRITES_ALLOWED = {("publish.yml", "deploy"): {"pages": "write", "id-token": "write"}}

PINNED = re.compile(r"uses: [\w-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
# One call without shell syntax: what it does is then in the Makefile, where it can be run and tested.
MAKE_CALL = re.compile(r"make [a-z-]+")


class Job(NamedTuple):
    """One job of one workflow file, as parsed."""

    workflow: str
    name: str
    keys: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.workflow}:{self.name}"


def parse(path: Path) -> Any:
    """Parse a workflow; YAML 1.1 reads its key `on` as True."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def all_jobs() -> Iterator[Job]:
    for path in WORKFLOWS:
        for name, keys in parse(path)["jobs"].items():
            yield Job(path.name, name, keys)


JOBS = tuple(all_jobs())

each_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
each_job = pytest.mark.parametrize("job", JOBS, ids=str)
each_job_with_a_clone = pytest.mark.parametrize(
    "job", [job for job in JOBS if "contents" in job.keys["permissions"]], ids=str
)


def triggers(path: Path) -> set[str]:
    return set(parse(path)[True])


def test_a_pull_request_is_checked_and_main_is_published() -> None:
    assert triggers(ROOT / ".github/workflows/check.yml") == {"pull_request"}
    assert parse(ROOT / ".github/workflows/publish.yml")[True] == {"push": {"branches": ["main"]}}


@each_workflow
def test_a_workflow_grants_nothing_by_itself(path: Path) -> None:
    assert parse(path)["permissions"] == {}


@each_workflow
def test_a_workflow_states_what_may_run_at_once(path: Path) -> None:
    assert set(parse(path)["concurrency"]) == {"group", "cancel-in-progress"}


@each_workflow
def test_no_workflow_gives_the_rights_of_main_to_a_pull_request(path: Path) -> None:
    assert triggers(path).isdisjoint({"pull_request_target", "workflow_run", "issue_comment"})


@each_workflow
def test_no_workflow_reads_a_secret(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.findall(r"\bsecrets\b|github\.token", text) == []


@each_workflow
def test_every_action_is_pinned_by_commit_with_its_version_beside_it(path: Path) -> None:
    used = [line for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert used
    assert [line for line in used if not PINNED.search(line)] == []


@each_job
def test_a_job_has_only_the_permissions_it_needs(job: Job) -> None:
    expected = WRITES_ALLOWED.get((job.workflow, job.name), {"contents": "read"})
    assert job.keys["permissions"] == expected


@each_job
def test_a_job_ends_within_its_time(job: Job) -> None:
    assert 0 < job.keys["timeout-minutes"] <= 20


@each_job
def test_a_job_runs_only_single_make_calls(job: Job) -> None:
    runs = [step["run"] for step in job.keys["steps"] if "run" in step]
    assert [run for run in runs if not MAKE_CALL.fullmatch(run)] == []


@each_job_with_a_clone
def test_a_clone_keeps_no_credentials_and_is_looked_at_before_anything_reads_it(job: Job) -> None:
    checkout, following, *_ = job.keys["steps"]
    assert checkout["uses"].startswith("actions/checkout@")
    assert checkout["with"]["persist-credentials"] is False
    assert following["run"] == "make preflight"


def test_findings_are_told_beside_what_a_pull_request_changes() -> None:
    job = next(job for job in JOBS if str(job) == "check.yml:findings")
    checkout, *_, last = job.keys["steps"]

    assert checkout["with"]["fetch-depth"] == 2  # the merge commit and what it is compared with
    assert last["run"] == "make findings"


def test_the_preview_of_a_pull_request_is_kept_a_week() -> None:
    preview = next(job for job in JOBS if str(job) == "check.yml:preview")
    upload = preview.keys["steps"][-1]
    assert upload["uses"].startswith("actions/upload-artifact@")
    assert (upload["with"]["path"], upload["with"]["retention-days"]) == ("site/", 7)
