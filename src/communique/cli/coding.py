"""Commands that read articles: demo, code, add, explain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterable
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from communique.cli.inputs import pages
from communique.cli.options import (
    Coding,
    Paths,
    Published,
    Sieved,
    StoreUrl,
    WithFailures,
    Workers,
    command,
)
from communique.cli.printing import print_json, progress, say, tell
from communique.model import CodedArticle, Failure

DEMO_FILE = "communique-demo.db"
LOADING = "Loading the French model (some seconds) ..."


def register(app: typer.Typer) -> None:
    """Add these commands to the program."""
    command(app, demo, "communique demo")
    command(
        app,
        code,
        "communique code dispatch.txt --published 2017-06-10",
        "communique code articles/ --workers 2 > coded.jsonl",
        "cat dispatch.txt | communique code - --format table",
    )
    command(app, add, "communique add articles/ --store sqlite:///syria.db")
    command(app, explain, "communique explain dispatch.txt")


def demo() -> None:
    """Code the bundled dispatches; print their chronicle.

    The store is communique-demo.db in this folder; an earlier one is replaced.
    """
    from communique.cli.chronicle import print_chronicle
    from communique.evaluate import samples_path
    from communique.run import add_pages
    from communique.run.coder import make_coder
    from communique.store import open_store
    from communique.store.queries import accounts, find_events

    for suffix in ("", "-wal", "-shm"):
        Path(DEMO_FILE + suffix).unlink(missing_ok=True)
    tell(LOADING)
    coder = make_coder()
    sources = list(pages([str(samples_path())]))
    with open_store(f"sqlite:///{DEMO_FILE}") as store, progress("Coding the dispatches") as bar:
        bar.expect(len(sources))
        outcomes: Counter[str] = Counter()
        for added in add_pages(store, sources, make_coder=lambda: coder, versions=coder.versions):
            outcomes[added.outcome] += 1
            bar.step()
        events = find_events(store)
        told = accounts(store, events)
    print_chronicle(events, told)
    _say_how_to_go_on(outcomes, len(events))


def _say_how_to_go_on(outcomes: Counter[str], events: int) -> None:
    say(f"{outcomes['added']} dispatches, {events} events (each report is its own event for now).")
    say(f"They are in {DEMO_FILE}. Go on with:")
    say(f"  communique events --store {DEMO_FILE} --actor Lavrov")
    say(f"  communique statements --store {DEMO_FILE} --actor RUS")
    say("  communique add YOUR-ARTICLES/      (into communique.db, files or folders)")
    say("  communique explain ONE-ARTICLE.txt (why each value is what it is)")
    raise typer.Exit(_status(outcomes["added"], outcomes["failed"]))


def code(
    paths: Paths,
    *,
    format: Annotated[Coding, typer.Option("--format", help="How to print.")] = Coding.jsonl,  # noqa: A002
    published: Published = None,
    workers: Workers = 1,
    failures: WithFailures = False,
    sieve: Sieved = False,
) -> None:
    """Code articles; print a JSON object for each.

    They come in the order of the input. An input is a file, a folder, a pattern or - for standard input:
    plain text, saved web pages, or .jsonl with an article a line (text, and optionally id, title,
    published, source, outlet). Failures are told on standard error.
    """
    from communique.cli.summary import print_summary
    from communique.records import failure_json, to_json
    from communique.sieved import is_passed_over

    done, failed, unread = 0, 0, 0
    with closing(_coded(paths, published, workers, sieve=sieve)) as results:
        for result in results:
            if isinstance(result, Failure):
                failed += 1
                tell_failure(result)
                if failures:
                    print_json(failure_json(result))
            else:
                done += 1
                unread += is_passed_over(result)
                if format is Coding.jsonl:
                    print_json(to_json(result))
                else:
                    print_summary(result)
    if unread:
        tell(f"the sieve: {unread} of {done} articles not read. Leave --sieve out to read them")
    raise typer.Exit(_status(done, failed))


def _coded(
    paths: Iterable[str], published: Published, workers: int, *, sieve: bool = False
) -> Generator[CodedArticle | Failure]:
    """Results of coding all paths, with a count on a terminal."""
    from communique.run import code_many
    from communique.run.coder import make_coder, make_sieving_coder

    maker = make_sieving_coder if sieve else make_coder
    with progress("Coding") as bar:
        for result in code_many(pages(list(paths), published), make_coder=maker, workers=workers):
            bar.step()
            yield result


def tell_failure(failure: Failure) -> None:
    """A failure in a line: what, where, and what to do."""
    where = "" if failure.where in ("", failure.source) else f" ({failure.where})"
    tell(f"failed: {failure.source}{where}: {failure.what}. {failure.hint}")


def _status(done: int, failed: int) -> int:
    """0 all went well, 1 some inputs failed, 2 nothing could be done."""
    if failed:
        return 1 if done else 2
    return 0 if done else 2


def add(paths: Paths, *, store: StoreUrl = None, published: Published = None, workers: Workers = 1) -> None:
    """Code articles into a store.

    What is on record is skipped, and a run that was cut short goes on. Adding again after an upgrade
    codes again, and keeps the earlier version beside the new one.
    """
    from communique.run import add_pages
    from communique.run.coder import make_coder
    from communique.store import open_store

    outcomes: Counter[str] = Counter()
    with open_store(store) as opened, progress("Adding") as bar:
        versions = make_coder().versions
        found = pages(paths, published, store=opened.file)
        for added in add_pages(opened, found, make_coder=make_coder, versions=versions, workers=workers):
            outcomes[added.outcome] += 1
            bar.step()
            if isinstance(added.result, Failure):
                tell_failure(added.result)
        url = opened.url
    known = f"{outcomes['known']} on record already"
    say(f"{outcomes['added']} added, {known}, {outcomes['failed']} failed; {url}")
    raise typer.Exit(_status(outcomes["added"] + outcomes["known"], outcomes["failed"]))


def explain(paths: Paths, published: Published = None) -> None:
    """Tell why each value is what it is: the words, the rule, and the candidates that were rejected."""
    from communique.cli.explaining import explain_article

    done, failed = 0, 0
    for result in _coded(paths, published, 1):
        if isinstance(result, Failure):
            failed += 1
            tell_failure(result)
            continue
        done += 1
        for line in explain_article(result):
            say(line)
    raise typer.Exit(_status(done, failed))
