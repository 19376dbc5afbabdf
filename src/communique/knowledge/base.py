"""The knowledge base as one object: names, states, organs, office-holders and places."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache, cached_property, lru_cache
from sqlite3 import Connection

from communique.errors import NotFoundError
from communique.knowledge.built import digest, open_built
from communique.knowledge.entities import EntityNames, load_entities, load_leading, load_offices, organ
from communique.knowledge.folding import key
from communique.knowledge.gazetteer import Gazetteer
from communique.knowledge.holders import Holders
from communique.knowledge.names import StoredNames, load_shared_names
from communique.knowledge.persons import Persons
from communique.knowledge.records import Entity, NameMatch, PlaceEntry, PlaceMatch, State, StateWord, Tenure
from communique.knowledge.spelling import load_spelling
from communique.knowledge.states import StateWords, load_state_words, load_states

KEPT = 16_384  # words of which it is kept whether a name begins with them


class Knowledge:
    """All that is known before an article is read, with the words of one language for it.

    Get it from :func:`load_knowledge`. Parts are read when first asked for; answers are deterministic.
    """

    def __init__(self, code: str) -> None:
        self.code = code
        self._opens = lru_cache(KEPT)(self._opens_name)

    @cached_property
    def version(self) -> str:
        """A digest of the knowledge base's files, the user's own entries included."""
        return digest(self.code)

    @cached_property
    def _words(self) -> StateWords:
        return load_state_words(self.code)

    @cached_property
    def _entity_names(self) -> EntityNames:
        return EntityNames(self.code)

    @cached_property
    def _built(self) -> Connection:
        return open_built(self.code)

    @cached_property
    def _index(self) -> StoredNames:
        return StoredNames(self._built, "actor")

    @cached_property
    def _english(self) -> StoredNames:
        return StoredNames(self._built, "english")

    @cached_property
    def _persons(self) -> Persons:
        return Persons(self._built, load_spelling(self.code))

    @cached_property
    def _holders(self) -> Holders:
        return Holders(self._built)

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        return Gazetteer(self._built)

    def _opens_name(self, word: str) -> bool:
        """Whether some known name begins with a word."""
        return self._index.opens(word) or self._persons.opens(word)

    def match(self, words: Sequence[str], at: int) -> tuple[NameMatch, ...]:
        """The longest known names that start at word ``at``: persons, bodies, groups, states, capitals.

        Several when the same words denote several; a name's own reading comes before a metonym's, and that
        before a capital's.
        """
        if not self._opens(words[at]):
            return ()
        found = [
            NameMatch(f.length, self.entity(f.name.entity), f.name.reading, f.name.begin, f.name.end)
            for f in self._index.find(words, at)
        ]
        found.extend(NameMatch(length, person) for length, person in self._persons.find(words, at))
        if len(found) < 2:
            return tuple(found)
        longest = max(match.length for match in found)
        readings = ("name", "metonym", "capital")
        return tuple(
            sorted((m for m in found if m.length == longest), key=lambda m: readings.index(m.reading))
        )

    def bearers(self, words: Sequence[str]) -> tuple[tuple[str, Entity], ...]:
        """The bodies that share a name ('FDS'), each with the state whose naming tells that it is meant."""
        shared = load_shared_names(self.code).get(key(" ".join(words)), ())
        return tuple((country, self.entity(entity_id)) for country, entity_id in shared)

    def match_english(self, words: Sequence[str], at: int) -> tuple[NameMatch, ...]:
        """The longest English names of bodies and states that start at word ``at``, whatever the language."""
        found = self._english.find(words, at)
        return tuple(NameMatch(f.length, self.entity(f.name.entity)) for f in found)

    def entity(self, entity_id: str) -> Entity:
        """The entity of an id; raises :class:`NotFoundError` when there is none."""
        if entity_id.startswith("person:"):
            if entity_id not in self._persons:
                raise NotFoundError(f"no person {entity_id!r} on record; see knowledge/persons.csv")
            return self._persons.person(entity_id)
        listed = load_entities().get(entity_id)
        entity = listed if listed is not None else organ(entity_id)
        gender, number, aliases = self._entity_names.shapes.get(entity_id, ("", "s", ()))
        if entity.kind == "state" and not aliases:
            aliases = self._words.aliases.get(entity_id.partition(":")[2], ())
        return entity._replace(gender=gender, number=number, aliases=aliases)

    def knows_person(self, person_id: str) -> bool:
        """Whether a person of that id (``Q58217``) is on record."""
        return person_id in self._persons

    def persons_by_surname(self, surname: str) -> tuple[Entity, ...]:
        """The persons who bear a surname (with or without its particle), the most written about first."""
        return self._persons.by_surname(surname)

    def state_word(self, word: str) -> StateWord | None:
        """What one word says of a state: 'russe', 'Russie', 'Russes', 'Moscou'; None when nothing."""
        found = self._words.find(word)
        return found[0] if found else None

    def state_words(self, word: str) -> tuple[StateWord, ...]:
        """All that a word says of states: two for 'congolais', two for 'russo-américain'."""
        return self._words.find(word)

    def state(self, iso3: str) -> State:
        """The state of a code; raises :class:`NotFoundError` when there is none."""
        state = load_states().get(iso3)
        if state is None:
            raise NotFoundError(f"no state {iso3!r}; use an ISO 3166-1 alpha-3 code of knowledge/states.csv")
        return state

    @property
    def states(self) -> tuple[State, ...]:
        """All states, by code."""
        return tuple(load_states().values())

    def government(self, country: str) -> Entity:
        """'government of Russia'."""
        return self.entity(f"government:{country}")

    def ministry(self, country: str, office: str) -> Entity:
        """The ministry that an office heads: 'ministry of foreign affairs of Russia'."""
        return self.entity(f"ministry:{country}:{office}")

    def forces(self, country: str) -> Entity:
        """'armed forces of Syria'."""
        return self.entity(f"forces:{country}")

    def people(self, country: str) -> Entity:
        """'people of Syria'."""
        return self.entity(f"people:{country}")

    def organ(self, country: str, organ: str) -> Entity:
        """Another organ of a state: police, parliament, judiciary, opposition, progovernment and more."""
        return self.entity(f"{organ}:{country}")

    @property
    def offices(self) -> tuple[str, ...]:
        """The office codes, sorted."""
        return tuple(sorted(load_offices()))

    def office_title(self, office: str, country: str) -> str:
        """What an office is called in a state: 'secretary of state' for that of the United States."""
        known = load_offices()[office]
        return dict(known.titles).get(country, known.title)

    def office_scope(self, office: str) -> str:
        """The organisation whose office it is; empty when every state has one."""
        scope = load_offices()[office].scope
        return "" if scope in {"state", "body"} else scope

    def office_titled(self, title: str, country: str) -> str:
        """The office that alone bears a title in a state ('president' of Iran); empty when none does."""
        bearers = [o.code for o in load_offices().values() if dict(o.titles).get(country, o.title) == title]
        return bearers[0] if len(bearers) == 1 else ""

    def leading_office(self, country: str) -> str:
        """The office that leads a state, for words that name none ('leader'); empty where that is open."""
        return load_leading().get(country, "")

    def holders(self, office: str, country: str, begin: date, end: date) -> tuple[Tenure, ...]:
        """Who held an office of a state (or of an organisation: its entity id) within an interval of days."""
        return self._holders.between((office, country), begin, end)

    def office_line(self, office: str, country: str) -> tuple[Tenure, ...]:
        """All holders of an office on record, in order."""
        return self._holders.of_office(office, country)

    @property
    def known_until(self) -> date:
        """The last day of which the lines of office know."""
        return self._holders.known_until

    def office_places(self, office: str) -> tuple[str, ...]:
        """The states and bodies that an office is on record for, sorted."""
        return tuple(place for known, place in self._holders.offices if known == office)

    def tenures(self, person_id: str) -> tuple[Tenure, ...]:
        """The offices that a person held, in order."""
        return self._holders.of_person(person_id)

    def places(self, words: Sequence[str], at: int) -> tuple[PlaceMatch, ...]:
        """The places of the gazetteer whose names start at word ``at``, longest first, then largest."""
        return self._gazetteer.find(words, at) if self.opens_place(words[at]) else ()

    def opens_place(self, word: str) -> bool:
        """Whether a word may begin the name of a place: a capital, or one of the few others that do."""
        return word[:1].isupper() or word.lower() in self._gazetteer.openers

    def country_place(self, iso3: str) -> PlaceEntry:
        """A state as a place; raises :class:`NotFoundError` when there is none."""
        return self._gazetteer.country(self.state(iso3).iso3)


@cache
def load_knowledge(code: str = "fr") -> Knowledge:
    """The knowledge base with a language's words; one object a process."""
    return Knowledge(code)
