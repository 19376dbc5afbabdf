"""The evaluation: figures computed by hand, agreement with the shared scorer, misses, rendering."""

import json
import os
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest

from communique.errors import DataError, InputError
from communique.evaluate import evaluate, run, samples_path, texts_for
from communique.evaluation.floors import below, digest, read_floors
from communique.evaluation.rendering import as_json, as_table
from communique.evaluation.words import SearchText, Stretch

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
needs_shared = pytest.mark.skipif(not (SHARED / "tools/score.py").exists(), reason="../shared is not here")

TEXT = (
    "Paris condamne le raid\n\nParis a condamné lundi le raid mené par Moscou près d'Alep. "
    "Le Kremlin nie. « Nous n'avons rien bombardé », a dit son porte-parole. "
    "Trois civils auraient été tués, selon une ONG.\n\nLire aussi : nos archives"
)


def at(words: str, nth: int = 0) -> dict:
    """Start, end and text of words in TEXT."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return {"start": start, "end": start + len(words), "text": words}


def gold_party(text: str, country: str | None = None) -> dict:
    return {"text": text, "name": text, "country": country}


def gold_report(kind: str, status: str, trigger: str, **fields) -> dict:
    nothing = {"text": None, "begin": None, "end": None}
    base = {
        **{"type": kind, "mode": None, "status": status, "according_to": None, "trigger": trigger},
        **{"sentence": trigger, "other_mentions": [], "actors": [], "recipients": [], "initiator": None},
        **{"date": nothing, "place": None, "counts": [], "salience": "main"},
    }
    return base | fields


def gold(**fields) -> dict:
    base = {"id": "a", "lang": "fr", "published": "2016-10-03", "reports": [], "statements": []}
    return base | {"times": [], "furniture": []} | fields


def party(actor: str | None, words: str | None = None, role: str = "") -> dict:
    span = at(words) if words else {"start": None, "end": None, "text": None}
    return {"actor": actor, "role": role} | span


def report(kind: str, status: str, trigger: str, **fields) -> dict:
    base = {
        **{"id": "r", "type": kind, "mode": None, "contexts": [], "quad": 1, "status": status},
        **{"according_to": [], "denied_by": [], "mentions": [at(trigger)], "actors": [], "recipients": []},
        **{"parties": [], "time": None, "place": None, "counts": [], "ordinal": None},
    }
    return base | fields


ACTORS = [
    {"id": "a1", "name": "government of France", "country": "FRA", "mentions": [at("Paris")]},
    {"id": "a2", "name": "government of Russia", "country": "RUS", "mentions": [at("Moscou")]},
    {"id": "a3", "name": "presidency of Russia", "country": "RUS", "mentions": [at("Le Kremlin")]},
    {"id": "a4", "name": "NGO", "country": None, "mentions": [at("une ONG")]},
]


def coded(**fields) -> str:
    end = TEXT.index("\n\nLire")
    base = {
        "article": {
            "source": "in/a.txt",
            "text": TEXT,
            "blocks": [{"role": "body", "start": 0, "end": end}],
            "published": {"value": "2016-10-03", "begin": "2016-10-03", "end": "2016-10-03"},
        },
        **{"actors": ACTORS, "places": [{"id": "p1", "country": "SYR"}], "times": [], "reports": []},
        **{"statements": [], "rejected": []},
    }
    return json.dumps(base | fields, ensure_ascii=False)


def scores_of(tmp_path: Path, annotated: dict, line: str):
    path = tmp_path / "a.json"
    path.write_text(json.dumps(annotated, ensure_ascii=False), encoding="utf8")
    return evaluate([line], [path])


RAID = {"actors": [gold_party("Moscou", "RUS")], "place": {"text": "Alep", "country": "SYR"}}


def test_figures_computed_by_hand(tmp_path):
    annotated = gold(
        reports=[
            gold_report("ACCUSE", "asserted", "a condamné", actors=[gold_party("Paris", "FRA")]),
            gold_report("ASSAULT", "asserted", "le raid mené", mode="aerial", **RAID),
            gold_report("ASSAULT", "unconfirmed", "auraient été tués"),
        ]
    )
    line = coded(
        reports=[
            report("ACCUSE", "asserted", "a condamné", actors=[party("a2", "Moscou")]),
            report("ASSAULT", "asserted", "raid mené", actors=[party("a2")], place={"id": "p1"}),
            report("REJECT", "asserted", "nie"),
        ]
    )
    scores = scores_of(tmp_path, annotated, line)
    whole = scores.score("reports")
    assert (whole.right, whole.gold, whole.predicted) == (2, 3, 3)
    assert (whole.recall, whole.precision, whole.f1) == (2 / 3, 2 / 3, 2 * 2 / 6)
    assert scores.score("reports", "ASSAULT").recall == 1 / 2
    assert scores.score("parties").right == 1
    assert scores.score("mode").recall == 0
    assert scores.score("mode").open == 1
    assert scores.score("place").recall == 1
    assert scores.score("reports by status", "unconfirmed").recall == 0


def test_country_is_enough_for_parties_but_not_strictly(tmp_path):
    annotated = gold(reports=[gold_report("ASSAULT", "asserted", "raid mené", **RAID)])
    line = coded(reports=[report("ASSAULT", "asserted", "raid mené", actors=[party("a3", "Le Kremlin")])])
    scores = scores_of(tmp_path, annotated, line)
    assert scores.score("parties").right == 1
    assert scores.score("parties strict").right == 0


def test_optional_report_is_not_owed(tmp_path):
    annotated = gold(reports=[gold_report("REJECT", "asserted", "nie", optional=True)])
    assert scores_of(tmp_path, annotated, coded()).score("reports").gold == 0
    found = scores_of(tmp_path, annotated, coded(reports=[report("REJECT", "asserted", "nie")]))
    assert found.score("reports").f1 == 1


def test_alternatives_are_right_too(tmp_path):
    annotated = gold(
        reports=[
            gold_report("ASSAULT", "unconfirmed", "été tués", alt_type="COERCE", alt_status="reported"),
        ]
    )
    scores = scores_of(tmp_path, annotated, coded(reports=[report("COERCE", "reported", "tués")]))
    assert scores.score("status").recall == 1
    assert scores.score("reports", "ASSAULT").right == 1


def test_status_source_denial_counts_and_ordinal(tmp_path):
    annotated = gold(
        reports=[
            gold_report(
                **{"kind": "ASSAULT", "status": "unconfirmed", "trigger": "auraient été tués"},
                according_to=gold_party("une ONG"),
                denied_by=[gold_party("Le Kremlin", "RUS")],
                counts=[{"value": 3, "bound": "exact", "what": "civils", "role": "killed", "text": "Trois"}],
                ordinal={"n": 2, "since": "2016-10-01", "within": None, "text": "Trois"},
                contexts=["military"],
            )
        ]
    )
    right = report(
        **{"kind": "ASSAULT", "status": "unconfirmed", "trigger": "auraient été tués"},
        according_to=[["a4"]],
        denied_by=["a3"],
        counts=[{"value": 3, "upper": None, "bound": "exact", "role": "killed"}],
        ordinal={"n": 2, "since": "2016-10-01"},
        contexts=["military", "diplomatic"],
    )
    scores = scores_of(tmp_path, annotated, coded(reports=[right]))
    for field in ("hard status", "source", "denied by", "counts", "ordinals", "contexts"):
        assert scores.score(field).recall == 1, field
    assert not scores.misses
    wrong = report("ASSAULT", "asserted", "auraient été tués", counts=[{"value": 3, "role": "wounded"}])
    scores = scores_of(tmp_path, annotated, coded(reports=[wrong]))
    for field in ("hard status", "source", "denied by", "counts", "ordinals", "contexts"):
        assert scores.score(field).recall == 0, field


def test_statements_by_overlap_speaker_and_channel(tmp_path):
    annotated = gold(
        statements=[
            {
                **{"speaker": gold_party("son porte-parole", "RUS"), "kind": "direct", "cue": "a dit"},
                **{"content_start": "Nous n'avons", "content_end": "rien bombardé", "channel": "discours"},
            }
        ]
    )
    whole = {"content": [at("Nous n'avons rien bombardé")], "speaker": "a3", "kind": "direct"}
    scores = scores_of(tmp_path, annotated, coded(statements=[whole | {"channel": "speech"}]))
    assert scores.score("statements .8").f1 == 1
    assert scores.score("speaker").recall == scores.score("channel").recall == 1
    half = {"content": [at("rien bombardé")], "speaker": None, "kind": "mixed", "channel": None}
    scores = scores_of(tmp_path, annotated, coded(statements=[half]))
    assert scores.score("statements .8").f1 == 0
    assert scores.score("statements .3").f1 == 1
    assert scores.score("speaker").open == 1
    assert scores.score("statement kind").recall == 0


def test_times_furniture_and_publication(tmp_path):
    lundi = {"text": "lundi", "value": "2016-10-03", "begin": "2016-10-03", "end": "2016-10-03"}
    annotated = gold(times=[lundi], furniture=["Lire aussi : nos archives"])
    day = {"value": "2016-10-03", "begin": "2016-10-03", "until": "2016-10-04"}
    scores = scores_of(tmp_path, annotated, coded(times=[at("lundi") | day]))
    assert scores.score("time values").f1 == 1
    assert scores.score("time days").recall == 0
    assert scores.score("furniture").recall == 1
    assert scores.score("published").recall == 1


def test_an_open_weekday_of_gold_may_be_filled_in(tmp_path):
    lundi = {"text": "lundi", "value": "XXXX-WXX-1", "begin": None, "end": None}
    for value, good in (("2016-10-03", 1), ("2016-10-04", 0), ("XXXX-WXX-1", 1), ("PAST_REF", 0)):
        line = coded(times=[at("lundi") | {"value": value, "begin": value, "until": value}])
        assert scores_of(tmp_path, gold(times=[lundi]), line).score("time values").right == good, value


def test_reasoned_publication_within_a_week(tmp_path):
    entailed = {"value": None, "begin": "2016-09-30", "end": "2016-10-08", "why": "…"}
    scores = scores_of(tmp_path, gold(published=None, publication=entailed), coded())
    assert scores.score("publication interval").gold == 1
    assert scores.score("publication interval").right == 0  # a best value where none follows
    entailed["value"] = "2016-10-03"
    scores = scores_of(tmp_path, gold(published=None, publication=entailed), coded())
    assert scores.score("publication interval").right == 1


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({}, "no candidate: no frame knows these words"),
        ({"reports": [report("REJECT", "asserted", "a condamné")]}, "the words were read as another report"),
        (
            {"rejected": [at("condamné") | {"type": "ACCUSE", "reason": "no actor"}]},
            "rejected as ACCUSE: no actor",
        ),
        (
            {"rejected": [at("mené par") | {"type": "ASSAULT", "reason": "sport"}]},
            "no candidate here; in the sentence, 'mené par' was rejected: sport",
        ),
    ],
)
def test_each_miss_tells_the_nearest_reason(tmp_path, fields, reason):
    wanted = gold_report("ACCUSE", "asserted", "a condamné", sentence="Paris a condamné lundi")
    miss = scores_of(tmp_path, gold(reports=[wanted]), coded(**fields)).misses[0]
    assert (miss.field, miss.words, miss.reason) == ("reports", "a condamné", reason)


def test_words_in_furniture_are_told_as_such(tmp_path):
    wanted = gold_report("ACCUSE", "asserted", "nos archives")
    miss = scores_of(tmp_path, gold(reports=[wanted]), coded()).misses[0]
    assert miss.reason == "the words were taken for page furniture"


def test_article_that_was_not_coded_owes_everything(tmp_path):
    (tmp_path / "a.json").write_text(json.dumps(gold(reports=[gold_report("REJECT", "asserted", "nie")])))
    scores = evaluate([], [tmp_path])
    assert scores.missing == ("a",)
    assert scores.score("reports").recall == 0


def test_bad_inputs_are_named(tmp_path):
    with pytest.raises(InputError, match="line 1"):
        evaluate(["{"], [])
    with pytest.raises(InputError, match="does not exist"):
        evaluate([], [tmp_path / "nowhere"])
    (tmp_path / "b.json").write_text('{"id": "b", "reports": [{}]}')
    with pytest.raises(DataError, match=r"b\.json"):
        evaluate([], [tmp_path])
    texts = tmp_path / "articles.jsonl"
    texts.write_text('{"id": "a"}\n{"id": "b"}\n')
    with pytest.raises(DataError, match=r"articles\.jsonl.*a \.jsonl holds texts"):
        evaluate([], [texts])


def test_flattened_search_maps_back():
    text = SearchText("Il l’a  dit à 3\u00a0000 gens")
    place = text.find("l'a dit à 3 000")[0]
    assert text.raw[place.start : place.end] == "l’a  dit à 3\u00a0000"
    assert Stretch(0, 4).jaccard(Stretch(2, 6)) == 2 / 6


def test_rendering(tmp_path):
    annotated = gold(reports=[gold_report("REJECT", "asserted", "nie")])
    scores = scores_of(tmp_path, annotated, coded(reports=[report("REJECT", "asserted", "nie")]))
    assert as_table(scores).splitlines()[2].split()[:4] == ["reports", "1", "1", "1"]
    assert json.loads(as_json(scores, misses=True))["scores"][0]["f1"] == 1.0
    (tmp_path / "out.jsonl").write_text(coded(), encoding="utf8")
    told = run([str(tmp_path)], code=lambda _: (), coded=str(tmp_path / "out.jsonl"), misses=True)
    assert "no candidate" in told


def test_texts_that_belong_to_gold_places():
    assert texts_for([str(ROOT / "gold")]) == (str(samples_path()),)
    assert samples_path().exists()


def noisy_line(annotated: dict, text: str, dice: random.Random) -> str:
    """A coded article made from gold with many kinds of mistakes, the same on every run."""
    search, actors, reports, statements = SearchText(text), [], [], []

    def actor(entry: dict | None) -> str | None:
        if not entry or dice.random() < 0.15:
            return None
        places = search.find(entry.get("text") or "")
        mentions = [place._asdict() for place in places[: dice.randint(0, 2)]]
        country = dice.choice([entry.get("country"), entry.get("country"), None, "FRA"])
        actors.append({"id": f"a{len(actors)}", "name": "x", "country": country, "mentions": mentions})
        return actors[-1]["id"]

    def parties(entries: list[dict]) -> list[dict]:
        found = [(entry, search.find(entry.get("text") or "")) for entry in entries]
        spans = [(entry, places[0] if places and dice.random() < 0.7 else None) for entry, places in found]
        return [
            {"actor": actor(entry), "role": "x"}
            | (span._asdict() if span else {"start": None, "end": None})
            | {"text": ""}
            for entry, span in spans
        ]

    for entry in annotated["reports"]:
        places = search.find(entry["trigger"])
        if not places or dice.random() < 0.25:
            continue
        start = max(0, places[0].start + dice.choice([0, 0, 0, -60, 40]))
        kind = dice.choice([entry["type"]] * 5 + ["ACCUSE"])
        day = entry["date"] if dice.random() < 0.6 else {"begin": None, "end": None}
        reports.append(
            {
                **{"type": kind, "mode": None, "status": dice.choice([entry["status"], "asserted"])},
                "mentions": [{"start": start, "end": start + 8}],
                "actors": parties(entry["actors"]),
                "recipients": parties(entry["recipients"]),
                **{"parties": [], "counts": [], "contexts": [], "denied_by": []},
                "according_to": [[actor(entry["according_to"])]] if entry["according_to"] else [],
                **{"time": {"begin": day["begin"], "end": day["end"]}, "ordinal": None},
                "place": {"id": dice.choice(["p1", "p2"])} if dice.random() < 0.5 else None,
            }
        )
    dice.shuffle(reports)
    for entry in annotated["statements"]:
        places = search.find(entry["content_start"])
        if places and dice.random() < 0.8:
            start = places[0].start
            content = [{"start": start, "end": start + dice.randint(10, 150)}]
            said = {"content": content, "speaker": actor(entry["speaker"]), "kind": "direct"}
            statements.append(said | {"channel": None})
    times = [
        place._asdict() | {"value": dice.choice([entry["value"], "PAST_REF", "2018-12-13"])}
        for entry in annotated["times"]
        for place in search.find(entry["text"])[:1]
        if dice.random() < 0.9
    ]
    half = len(text) // 2
    day = dice.choice([annotated.get("published"), None, "2018-01-01"])
    article = {
        **{"source": f"x/{annotated['id']}.txt", "text": text},
        "blocks": [{"role": "body", "start": 0, "end": half}],
        "published": {"value": day, "begin": day, "end": day},
    }
    places = [{"id": "p1", "country": "FRA"}, {"id": "p2", "country": "RUS"}]
    body = {"article": article, "actors": actors, "places": places, "reports": reports}
    body |= {"statements": statements, "times": times, "rejected": []}
    return json.dumps(body, ensure_ascii=False)


@needs_shared
def test_agrees_with_the_shared_scorer(tmp_path):
    press = SHARED / "data/press_dev"
    articles = [json.loads(line) for line in (press / "articles.jsonl").read_text("utf8").splitlines()]
    dice = random.Random(7)
    lines = [
        noisy_line(json.loads((press / f"gold/{a['id']}.json").read_text("utf8")), a["text"], dice)
        for a in articles
    ]
    out = tmp_path / "out.jsonl"
    out.write_text("\n".join(lines), encoding="utf8")
    told = subprocess.run(
        [sys.executable, str(SHARED / "tools/score.py"), str(press / "gold"), str(out)],
        capture_output=True,
        check=True,
        encoding="utf8",
        env=os.environ | {"PYTHONUTF8": "1"},
    ).stdout
    scores = evaluate(lines, [press / "gold"])

    def fraction(label: str) -> tuple[int, int]:
        match = re.search(re.escape(label) + r"\D*?(\d+)/(\d+)", told)
        return (int(match[1]), int(match[2])) if match else (-1, -1)

    def ours(field: str) -> tuple[int, int]:
        return scores.score(field).right, scores.score(field).gold

    labels = {
        **{"reports": "reports: recall", "parties": "parties right", "time": "  time", "place": "| place"},
        **{"status": "| status", "hard status": "| hard status", "source": "| source"},
        **{"speaker": "speaker", "times": "times: found", "furniture": "furniture kept out"},
        "published": "published right",
    }
    assert {f: ours(f) for f in labels} == {f: fraction(label) for f, label in labels.items()}
    f1 = [float(number) for number in re.findall(r"F1 (\d\.\d+)", told)]
    fields = ("reports", "parties", "parties strict", "statements .8", "statements .3", "time values")
    assert [round(scores.score(field).f1 or 0, 3) for field in fields] == f1
    assert int(re.search(r"wrong (\d+)", told)[1]) == scores.score("published").wrong
    assert scores.score("reports").right > 100  # the comparison is no comparison of zeros


def gold_set() -> list[Path]:
    return [
        samples_path(),
        *sorted((ROOT / "gold").rglob("*.json")),
        *sorted((ROOT / "gold").rglob("*.jsonl")),
    ]


def test_floors_belong_to_this_gold_set():
    floors = read_floors(ROOT / "gold/floors.toml")
    assert floors.digest == digest(gold_set()), (
        f"the gold set changed: measure again, and write digest = '{digest(gold_set())}' into floors.toml"
    )
    folders = {"gold", "gold/dev", "gold/dev2", "gold/dev3", "gold/plain", "gold/test", "gold/articles"}
    assert {floor.set for floor in floors.floors} <= folders


FLOOR = 'digest = "x"\n[[floors]]\nset = "gold"\nfield = "reports"\nmeasure = "f1"\n'


def test_a_lowered_floor_needs_a_reason(tmp_path):
    path = tmp_path / "floors.toml"
    floor = FLOOR + "floor = 0.5\nwas = [0.6]\n"
    path.write_text(floor)
    with pytest.raises(DataError, match="no reason"):
        read_floors(path)
    path.write_text(floor + 'reason = "the gold set grew by harder articles"\n')
    assert read_floors(path).floors[0].floor == 0.5


def test_scores_below_a_floor_are_told(tmp_path):
    path = tmp_path / "floors.toml"
    path.write_text(
        'digest = "x"\n[[floors]]\nset = "gold"\nfield = "reports"\nmeasure = "f1"\nfloor = 0.9\n'
    )
    annotated = gold(reports=[gold_report("REJECT", "asserted", "nie")])
    told = below(read_floors(path).floors, scores_of(tmp_path, annotated, coded()))
    assert told == ("gold: reports f1 is 0.0, its floor is 0.9",)
