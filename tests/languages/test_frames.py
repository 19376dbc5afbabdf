"""Every frame and operator reads its examples, and does not read its counter-examples."""

import re
from datetime import date

import pytest

from communique.errors import DataError
from communique.languages.frames import Frame, load_frames
from communique.languages.loading import check_entry
from communique.languages.operators import load_operators
from communique.model import Article, Block, Publication, Unknown

FRAMES = load_frames("fr")
OPERATORS = load_operators("fr")
DAY = date(2018, 6, 20)


def sentences_of_data():
    for frame in FRAMES.frames:
        yield from (e.text for e in frame.examples)
        yield from frame.not_
    for operator in OPERATORS.operators:
        yield from (e.text for e in operator.examples)
        yield from operator.not_


@pytest.fixture(scope="session")
def coded():
    """Every sentence of the data, coded as an article of its own."""
    from communique.coding.equipment import load_tools
    from communique.coding.pipeline import code_article

    tools = load_tools("fr")
    texts = sorted(set(sentences_of_data()))
    published = Publication(DAY, DAY, DAY, True)
    articles = [
        Article(
            f"{n:016x}", "test", Unknown("-"), Unknown("-"), "fr", Unknown("-"), published, text,
            (Block("body", 0, len(text)),),
        )
        for n, text in enumerate(texts)
    ]  # fmt: skip
    results = {}
    for article, sentences in zip(articles, tools.parser.parse_many(iter(articles)), strict=True):
        results[article.text] = code_article(article, sentences, tools)
    return results


def words_of(parties, role):
    return [p.span.text for p in parties if p.role == role]


def names_of(coded_article, parties, role):
    names = {a.id: a.name for a in coded_article.actors}
    return [names.get(p.actor, "") for p in parties if p.role == role and isinstance(p.actor, str)]


@pytest.mark.parser
@pytest.mark.parametrize("frame", FRAMES.frames, ids=lambda f: f.id)
def test_frame_reads_its_examples(frame, coded):
    rule = FRAMES.rule(frame)
    for example in frame.examples:
        result = coded[example.text]
        met = [r for r in result.reports if any(m.rule == rule for m in r.mentions)]
        told = [(r.type, r.status, [m.rule for m in r.mentions]) for r in result.reports]
        assert met, f"{example.text!r} is not read by {frame.id}: {told}, rejected {result.rejected}"
        report = met[0]
        assert report.status == example.status, example.text
        if example.mode or frame.mode:
            assert report.mode == (example.mode or frame.mode), example.text
        parties = (*report.actors, *report.recipients, *report.parties)
        for role in ("actor", "recipient", "initiator", "mediator", "host", "against"):
            expected = getattr(example, role)
            if expected is None:
                continue
            found = words_of(parties, role) + names_of(result, parties, role)
            if not expected:
                assert not found, f"{example.text!r}: {role} should be open, is {found}"
            for words in expected:
                assert any(words in f for f in found), f"{example.text!r}: {role} {words!r} not in {found}"


@pytest.mark.parser
@pytest.mark.parametrize("frame", FRAMES.frames, ids=lambda f: f.id)
def test_frame_does_not_read_its_counter_examples(frame, coded):
    rule = FRAMES.rule(frame)
    for text in frame.not_:
        read = [r for r in coded[text].reports if any(m.rule == rule for m in r.mentions)]
        assert not read, f"{text!r} must not be read by {frame.id}"


@pytest.mark.parser
@pytest.mark.parametrize("operator", OPERATORS.operators, ids=lambda o: o.id)
def test_operator_gives_its_status(operator, coded):
    for example in operator.examples:
        statuses = {
            r.status
            for r in coded[example.text].reports
            if r.type in ("ASSAULT", "CONSULT", "AID", "RETREAT")
        }
        wanted = set() if example.status == "open" else {example.status}
        assert statuses == wanted, example.text
    for text in operator.not_:
        statuses = {r.status for r in coded[text].reports}
        assert not statuses & {e.status for e in operator.examples if e.status not in ("asserted", "told")}, (
            text
        )


def test_examples_are_written_once():
    seen = {}
    for frame in FRAMES.frames:
        for example in frame.examples:
            key = re.sub(r"\W+", " ", example.text.lower())
            assert key not in seen, f"{frame.id} and {seen[key]} share an example"
            seen[key] = frame.id


def test_all_sixteen_types_have_frames():
    from communique.codebook import event_types

    assert {f.type for f in FRAMES.frames} == {t.name for t in event_types()}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"type": "MEET"}, "no such event type"),
        ({"mode": "picnic"}, "has no mode picnic"),
        ({"examples": []}, "examples"),
        ({"not": []}, "not"),
        ({"colour": "red"}, "colour"),
        ({"roles": {"victim": ["object"]}}, "no role"),
        ({"noun": ["appel"]}, "exactly one of"),
    ],
)
def test_bad_entry_names_file_entry_and_field(change, words):
    good = {"id": "x.1", "type": "CONSULT", "verb": ["appeler"], "examples": [{"text": "A."}], "not": ["B."]}
    with pytest.raises(DataError) as error:
        check_entry(Frame, {**good, **change}, file="languages/fr/frames/x.toml", entry="x.1")
    assert "languages/fr/frames/x.toml, x.1" in str(error.value)
    assert words in str(error.value)
