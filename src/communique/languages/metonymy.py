"""What a language says of names of states, capitals and seats: government or place (``metonymy.toml``)."""

from __future__ import annotations

from communique.languages.loading import EntryModel, check_entry, read_toml
from communique.syntax import Token

FILE = "metonymy.toml"
SHORTEST_NOUN = 6  # letters of a noun of an act: 'tension', not 'ment'


class Metonymy(EntryModel):
    """When the name of a state or capital acts, and when it is a place. Nouns stand in the singular."""

    place_prepositions: frozenset[str]
    to: frozenset[str]
    from_: frozenset[str]
    about: frozenset[str]
    acting: frozenset[str]
    impersonal: frozenset[str]
    holding: frozenset[str]
    between: frozenset[str]
    bound: frozenset[str]
    through: frozenset[str]
    against: frozenset[str]
    without: frozenset[str]
    under: frozenset[str]
    about_states: frozenset[str]
    inside: frozenset[str]
    envoys: frozenset[str]
    shelter: frozenset[str]
    recalling: frozenset[str]
    where: frozenset[str]
    town_articles: frozenset[str]
    aligning: frozenset[str]
    close: frozenset[str]
    place_nouns: frozenset[str]
    town_nouns: frozenset[str]
    town_actors: frozenset[str]
    act_endings: tuple[str, ...]
    consent: frozenset[str]
    leaving: frozenset[str]
    borders: frozenset[str]
    coming: frozenset[str]
    yielding: frozenset[str]
    passing: frozenset[str]
    addressing: frozenset[str]
    asking: frozenset[str]
    pressing: frozenset[str]
    weapons: frozenset[str]
    crossing: frozenset[str]
    moving: frozenset[str]
    leaving_for: frozenset[str]
    running: frozenset[str]
    undergoing: frozenset[str]
    blows: frozenset[str]
    lacking: frozenset[str]
    towns: frozenset[str]
    diplomatic: frozenset[str]
    no_agent: frozenset[str]

    model_config = EntryModel.model_config | {"alias_generator": lambda name: name.rstrip("_")}

    def names_act(self, token: Token) -> bool:
        """Whether a noun names an act or attitude, or somebody of a government: 'la réponse de Moscou'."""
        forms = forms_of(token)
        return not forms.isdisjoint(self.town_actors) or any(
            len(form) >= SHORTEST_NOUN and form.endswith(self.act_endings) for form in forms
        )


def forms_of(token: Token) -> frozenset[str]:
    """The forms by which a list may hold a word: as written, its lemma, without a plural's ending."""
    return frozenset({token.low, token.lemma.lower(), singular(token.low)})


def singular(word: str) -> str:
    """A noun without the ending of its plural, as lists hold it."""
    return word[:-1] if len(word) > 2 and word[-1] in "sx" else word


def load_metonymy(code: str) -> Metonymy:
    """The lists of a language; raises ``DataError`` when an entry is wrong."""
    return check_entry(Metonymy, read_toml(code, FILE), file=FILE, entry="metonymy")
