"""Decide which place each name of an article means: famous ones first, then by the company they keep.

A name has one sense in an article. Its options come from the hand list and the gazetteer; each has a prior (population, rank) and gains
by its country being named, by its province being named, by lying near places already decided, and by a container ("Paris, Texas").
Priors are logarithms of people, so one point of context outweighs a tenfold population.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from reportedly.coding.geography.place_extent import Found
from reportedly.coding.geography.place_lists import HandList, HandPlace
from reportedly.gazetteer import Candidate, Gazetteer, fold

HAND_PRIOR = {"country": 9.0, "region": 8.0, "province": 7.6, "city": 7.6, "district": 7.0, "site": 7.0}
VARIANT, CAPITAL, DISTRICT = -1.0, 1.0, -1.5
SUPPORT, SAME_PROVINCE, SAME_CONTAINER, NEIGHBOUR, REGION_AROUND, OUTLET = 0.7, 1.5, 6.0, 1.0, 0.5, 1.0
NAMED_COUNTRY, SHARED_COUNTRY = 0.5, 2.0
WEAKEST, WEAKEST_ABROAD = 2.0, 4.3  # below these a name stays unresolved: with its country in the article, and without
WEAKEST_ALONE, LONG_NAME = 3.0, 5  # without it, when all places of that name lie in one spot; a shorter one proves nothing
TOWN, SHARE = 4.4, -0.55  # a town of 25,000 people with a quarter of its province's is meant before the province
CLEAR = 1.5  # lead at which the first pass decides
NEAR_KM, AROUND_KM, SUPPORT_KM = 120.0, 400.0, 60.0
MOST_NAMES = 30  # undecided names compared with each other; beyond, an article is a list


@dataclass(frozen=True, slots=True)
class Option:
    """One place a name may mean."""

    gazetteer: str
    lat: float
    lon: float
    country: str | None
    precision: str
    prior: float
    geonames: int
    admin1: int
    around: bool = False  # not the place itself but the one said to contain it


Sense = tuple[str, str]  # folded name and the kind noun that narrows it ("province", "river")


class PlaceChooser:
    """Options and decisions; keeps no state between articles but a memory of options."""

    def __init__(self, gazetteer: Gazetteer, hand: HandList, divisions: set[str], sites: set[str], features: set[str]) -> None:
        self.gazetteer, self.hand = gazetteer, hand
        self.divisions, self.sites, self.features = divisions, sites, features
        self._options: dict[Sense, list[Option]] = {}

    def choose(self, found: Iterable[Found], nationalities: Mapping[str, int], outlet: str | None = None) -> dict[Sense, Option]:
        """Return the decided senses; names left out are unresolved. ``nationalities`` counts alpha-3 codes of adjectives."""
        mentions: dict[Sense, list[Found]] = defaultdict(list)
        for f in found:
            mentions[self.sense(f)].append(f)
        context = _Context(nationalities, self._outlet_country(outlet))
        decided: dict[Sense, Option] = {}
        self._decide_clear(mentions, context, decided)
        rest = [s for s in mentions if s not in decided]
        # the surest first, so that they are neighbours to the others
        rest.sort(key=lambda s: (not any(f.container for f in mentions[s]), -self._margin(s)))
        context.open = {s: [o for o in self.options(s) if o.prior > 3.5][:6] for s in rest[:MOST_NAMES]}
        for sense in rest:
            best = self._best(sense, mentions[sense], context, decided)
            context.open.pop(sense, None)
            if best is not None:
                decided[sense] = best
                context.add(best, 1)
        for sense, group in mentions.items():
            if sense not in decided and (outer := self._around(group, decided)) is not None:
                decided[sense] = outer
        return decided

    def _around(self, group: list[Found], decided: Mapping[Sense, Option]) -> Option | None:
        """Return the place an unknown one is said to lie in: its country always, its coordinates when it is no larger than a province."""
        for f in group:
            outer = decided.get(self.sense(f.container)) if f.container is not None else None
            if outer is not None and not outer.around and outer.precision in ("city", "district", "province"):
                return replace(outer, around=True)
        return None

    def sense(self, f: Found) -> Sense:
        """Return what is decided once in an article: the name with the noun that says what it is."""
        return f.key, f.noun

    def _decide_clear(self, mentions: Mapping[Sense, list[Found]], context: _Context, decided: dict[Sense, Option]) -> None:
        for sense, group in mentions.items():
            options = self.options(sense)
            contained = any(f.container for f in group)
            if options and not contained and options[0].prior >= 7 and options[0].precision != "city" and (len(options) == 1 or options[0].prior - options[1].prior >= CLEAR):
                decided[sense] = options[0]
                context.add(options[0], len(group))

    def _margin(self, sense: Sense) -> float:
        """Return how far the likeliest option is ahead of the next; a little for being likely at all."""
        priors = [o.prior for o in self.options(sense)[:2]]
        return (priors[0] - (priors[1] if len(priors) > 1 else 2.0) + priors[0] / 10) if priors else 0.0

    def _best(self, sense: Sense, group: list[Found], context: _Context, decided: Mapping[Sense, Option]) -> Option | None:
        containers = [o for f in group if f.container is not None for o in self._container_options(f.container, decided)]
        best, best_score = None, -math.inf
        for option in self.options(sense):
            inside = any(_contains(c, option) for c in containers)
            score = option.prior + context.score(option, sense) + (SAME_CONTAINER if inside else 0.0)
            if score > best_score:
                best, best_score = option, score
        if best is None:
            return None
        contained = any(_contains(c, best) for c in containers)
        if containers and not contained and best.precision in ("city", "district", "site") and (best.prior < 5.5 or any(c.precision == "province" for c in containers)):
            return None  # the text says where it lies, and none we know lies there
        at_home = contained or best.country in context.named or (best.country is not None and best.country == context.outlet)
        trusted = any(f.trusted or f.by_model for f in group)
        if sense[1] in self.sites and best.prior < 6.5 and not at_home:
            return None  # a hospital may be named after anything
        if best_score >= (WEAKEST if at_home else WEAKEST_ABROAD if trusted else 99.0):
            return best
        return best if trusted and best_score >= WEAKEST_ALONE and self._is_alone(best, sense) else None

    def _is_alone(self, best: Option, sense: Sense) -> bool:
        """Whether no other place has the name: a second one would have to lie where this one does."""
        return len(sense[0]) >= LONG_NAME and all(o.country == best.country and _km(o.lat, o.lon, best.lat, best.lon) < SUPPORT_KM for o in self.options(sense))

    def _container_options(self, container: Found, decided: Mapping[Sense, Option]) -> list[Option]:
        sense = self.sense(container)
        return [decided[sense]] if sense in decided else [o for o in self.options(sense) if o.precision in ("province", "country", "district", "region")]

    def _outlet_country(self, outlet: str | None) -> str | None:
        host = (outlet or "").lower().split("/")[0]
        found = self.gazetteer.lookup("." + host.rsplit(".", 1)[-1]) if "." in host else ()
        return found[0].country if found else None

    # --- options --------------------------------------------------------------------------------------------------------------

    def options(self, sense: Sense) -> list[Option]:
        """Return what a name may mean, the likeliest first."""
        found = self._options.get(sense)
        if found is None:
            if len(self._options) > 20_000:
                self._options.clear()
            found = self._options[sense] = self._make_options(*sense)
        return found

    def _make_options(self, key: str, noun: str) -> list[Option]:
        whole = f"{key} {noun}"
        if noun and (whole in self.hand.places or (noun not in self.divisions and self._is_main(whole))):
            return self._make_options(whole, "")
        if noun in self.features and key not in self.hand.places:
            return []  # "Sava River" is not the town of Sava
        candidates = self.gazetteer.lookup(key)
        hand = [h for h in self.hand.places.get(key, []) if not h.after_comma or noun == "state"]
        options = [self._from_hand(h, key, candidates) for h in hand]
        taken = {o.gazetteer for o in options}
        options.extend(o for c in candidates if (o := self._from_gazetteer(c, key, noun)).gazetteer not in taken)
        if noun in self.divisions:
            narrowed = [o for o in options if _fits_division(o, noun)]
            options = narrowed or options
        elif (parts := key.rpartition(" "))[0] and parts[2] in self.divisions and key not in self.hand.places:
            # "Karak District" is the name of one, and what any Karak's district may be called
            known = {o.gazetteer for o in options}
            options.extend(o for o in self._make_options(parts[0], parts[2]) if o.gazetteer not in known and o.precision != "city")
        elif hand:
            # a hand line settles its name; only a much larger namesake in the right country may still win
            options = [o for o in options if o.gazetteer in taken or o.prior >= 5.0]
        return sorted(self._towns_first(options) if not noun else options, key=lambda o: -o.prior)

    def _towns_first(self, options: list[Option]) -> list[Option]:
        """Put a town before the province that has its name, where it holds a good part of its people: "in Gao", "near Diffa"."""
        out = []
        for o in options:
            whole = next((p for p in options if p.precision == "province" and p.geonames == o.admin1 and p.geonames), None) if o.precision == "city" and o.prior > TOWN else None
            out.append(replace(o, prior=whole.prior + 0.1) if whole is not None and whole.prior > o.prior and o.prior - whole.prior > SHARE else o)
        return out

    def _is_main(self, key: str) -> bool:
        return any(c.main and c.kind == "city" for c in self.gazetteer.lookup(key))

    def _from_hand(self, place: HandPlace, key: str, candidates: Iterable[Candidate]) -> Option:
        """Make an option of a hand line, under the GeoNames id when the gazetteer has the same place."""
        prior = HAND_PRIOR.get(place.precision, 7.0)
        if place.precision == "country" and place.country and (land := self.gazetteer.country(place.country)):
            return Option(f"geonames:{land.geonames}", place.lat, place.lon, land.country, "country", prior, land.geonames, 0)
        names = {key, fold(place.entry["name"])}
        same = [c for name in names for c in (candidates if name == key else self.gazetteer.lookup(name)) if _is_same(c, place)]
        if same:
            best = same[0]
            return Option(f"geonames:{best.geonames}", place.lat, place.lon, place.country, place.precision, prior, best.geonames, best.admin1)
        return Option(f"hand:{place.entry['name']}", place.lat, place.lon, place.country, place.precision, prior, 0, 0)

    def _from_gazetteer(self, c: Candidate, key: str, noun: str) -> Option:
        prior = math.log10(c.population + 10)
        lat, lon = c.lat, c.lon
        if c.kind == "country":
            prior = 9.0
            lat, lon = self.hand.middles.get(c.country, (lat, lon))
        elif c.kind == "province":
            prior = max(prior, 5.5)
        elif c.kind == "district":
            prior += 0.0 if noun or key.rpartition(" ")[2] in self.divisions else DISTRICT
        if c.capital:
            prior += CAPITAL
        if not c.main:
            prior += VARIANT
        return Option(f"geonames:{c.geonames}", lat, lon, c.country, c.kind, prior, c.geonames, c.admin1)


def _is_same(c: Candidate, place: HandPlace) -> bool:
    if c.country != place.country or c.kind != place.precision:
        return False
    # a variant of a neighbouring town is another town
    reach = 900.0 if c.kind != "city" else 9.0 if c.main else 4.0
    return _km(c.lat, c.lon, place.lat, place.lon) < reach


def _fits_division(option: Option, noun: str) -> bool:
    if noun in ("county", "district", "municipality", "parish"):
        return option.precision in ("district", "province")
    return option.precision in ("province", "district") if noun != "state" else option.precision == "province"


def _contains(outer: Option, inner: Option) -> bool:
    if outer.precision == "country":
        return inner.country == outer.country and inner.precision != "country"
    if outer.precision == "province":
        return bool(outer.geonames) and inner.admin1 == outer.geonames
    if outer.precision in ("district", "region", "city"):
        return inner.country == outer.country and _km(outer.lat, outer.lon, inner.lat, inner.lon) < 150 and outer.geonames != inner.geonames
    return False


class _Context:
    """What the article has said so far about where it plays."""

    def __init__(self, nationalities: Mapping[str, int], outlet: str | None) -> None:
        self.countries: Counter[str] = Counter(nationalities)
        self.provinces: set[int] = set()
        self.points: list[tuple[float, float]] = []
        self.outlet = outlet
        self.open: dict[Sense, list[Option]] = {}  # likely options of names not decided yet

    @property
    def named(self) -> Counter[str]:
        return self.countries

    def add(self, option: Option, count: int) -> None:
        if option.country:
            self.countries[option.country] += count
        if option.precision == "province":
            self.provinces.add(option.geonames)
        if option.admin1:
            self.provinces.add(option.admin1)
        if option.precision in ("city", "district", "site", "province"):
            self.points.append((option.lat, option.lon))

    def score(self, option: Option, sense: Sense) -> float:
        """Return what the article so far adds to an option's prior."""
        total = sum(self.countries.values())
        score = OUTLET if option.country and option.country == self.outlet else 0.0
        if option.country and (count := self.countries[option.country]):
            score += NAMED_COUNTRY + SHARED_COUNTRY * math.sqrt(count / total)
        if option.admin1 and option.admin1 in self.provinces:
            score += SAME_PROVINCE
        if self.points and option.precision != "country":
            nearest = min(_km(option.lat, option.lon, lat, lon) for lat, lon in self.points)
            score += NEIGHBOUR if nearest < NEAR_KM else REGION_AROUND if nearest < AROUND_KM else 0.0
        if option.precision == "city" and any(
            _km(option.lat, option.lon, o.lat, o.lon) < SUPPORT_KM for other, options in self.open.items() if other[0] != sense[0] for o in options
        ):
            score += SUPPORT
        return score


def _km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Return a distance good enough to compare with (equirectangular; wrong by some percent near the poles)."""
    across = abs(lon1 - lon2)
    across = min(across, 360.0 - across) * math.cos(math.radians((lat1 + lat2) / 2))
    return 111.2 * math.hypot(lat1 - lat2, across)
