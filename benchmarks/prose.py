"""Articles for measuring: news prose put together from templates of our own, the same ones every time.

The places and bodies are real, so that lexicons and gazetteer are used as they are on news; what they do here is invented, and so is every person.
"""

from __future__ import annotations

import datetime
import random

from reportedly.records import Article

_FIRST = (
    "Amara", "Bilal", "Carlos", "Daria", "Emeka", "Farid", "Greta", "Hanan", "Idris", "Jelena", "Karim", "Lucia", "Mateo", "Nadia", "Oskar", "Priya",
    "Rashid", "Selma", "Tomas", "Yusuf", "Zainab", "Viktor",
)  # fmt: skip
_LAST = (
    "Abendroth", "Balogun", "Castellan", "Dragov", "Eskander", "Farouqi", "Grenholm", "Haddaway", "Ibarruna", "Jankovec", "Kassimov", "Lindqvar",
    "Mbekani", "Nasrawi", "Okonjo-Bell", "Petrasek", "Quillfeather", "Rahmanov", "Tesfalem", "Varga",
)  # fmt: skip
_STATES = (
    "Mali", "Niger", "Chad", "Sudan", "Ethiopia", "Kenya", "Nigeria", "Iraq", "Syria", "Lebanon", "Jordan", "Turkey", "Georgia", "Armenia",
    "Pakistan", "India", "Myanmar", "Thailand", "Colombia", "Ecuador", "Peru", "Serbia", "Ukraine", "Poland",
)  # fmt: skip
_CITIES = (
    "Bamako", "Gao", "Niamey", "Agadez", "Khartoum", "Nairobi", "Lagos", "Kano", "Baghdad", "Mosul", "Aleppo", "Tripoli", "Amman", "Ankara",
    "Tbilisi", "Yerevan", "Lahore", "Peshawar", "Mandalay", "Bangkok", "Bogota", "Quito", "Lima", "Belgrade", "Kharkiv", "Warsaw",
)  # fmt: skip
_ROLES = (
    "Foreign Minister", "Defence Minister", "Interior Minister", "Prime Minister", "President", "army spokesman Colonel", "opposition leader",
    "union leader", "UN envoy", "governor",
)  # fmt: skip
_BODIES = (
    "the army", "the police", "the government", "the foreign ministry", "the rebels", "the opposition", "the Supreme Court", "the United Nations",
    "the European Union", "the African Union", "the Red Cross", "parliament",
)  # fmt: skip
_DAYS = (
    "on Monday", "on Tuesday", "on Wednesday", "late on Thursday", "on Friday", "over the weekend", "last week", "earlier this month", "on March 3",
    "yesterday", "in early January",
)  # fmt: skip
_PLACES = (
    "a market", "a checkpoint", "a military base", "a border post", "a village", "an oil depot", "a bridge", "a hospital", "a convoy of lorries",
    "a police station", "two schools",
)  # fmt: skip
_TOPICS = (
    "water rights", "the price of bread", "the new election law", "grain exports", "fuel subsidies", "the border dispute", "prisoner exchanges",
    "fishing quotas", "the mining code", "back pay for teachers",
)  # fmt: skip

_HEADLINES = (
    "{body_c} denies shelling {city}, monitors disagree",
    "Talks on {topic} resume in {city}",
    "{n} killed as fighters raid {place} near {city}",
    "{state} recalls envoy from {state2} over {topic}",
    "Thousands march in {city} over {topic}",
    "Court in {city} jails former officials",
    "{state} and {state2} agree truce, mediators say",
    "{body_c} threatens sanctions against {state}",
)
_SENTENCES = (
    "{body_c} said {day} that its forces had attacked {place} near {city}, killing at least {n} people and wounding {m} others.",
    "{role} {name} denied that troops had opened fire on the crowd, and called on {body2} to investigate what he described as a provocation.",
    '"We will not leave {city} until every prisoner is released," {last} told reporters {day}. "Those who ask us to wait have never waited for anything themselves."',
    "According to {body}, police arrested {n} people {day} after a demonstration against {topic} turned violent.",
    "{body_c} has accused {state} of arming the fighters who seized {place} in the north of the country, an allegation that officials in {city} reject.",
    "If the attacks continue, {state} will withdraw its ambassador from {state2}, {role} {name} warned in a televised address.",
    "The two countries agreed {day} to resume talks on {topic}, although no date has been set and several earlier rounds ended without a result.",
    "Witnesses told the broadcaster that soldiers had blocked the road to {city} and searched every vehicle, including ambulances, for several hours.",
    "{name}, who has led the negotiations since last year, met {role} {name2} in {city} {day} and praised what she called a serious effort to end the crisis.",
    "The ministry said in a statement that it would send {n} tonnes of flour, medicine and blankets to families displaced by the fighting around {city}.",
    "Human rights monitors urged {body} to release the journalists who were detained {day} while filming the ruins of {place}.",
    "{state} suspended military aid worth {m} million dollars to {state2}, citing concerns over {topic}, and may impose further sanctions next month.",
    "A court in {city} sentenced {n} former officials to prison terms of up to {m} years for their part in the failed coup.",
    "Workers at the port went on strike {day} to demand higher wages; the operators have refused to negotiate before the summer.",
    "It was not possible to verify the claim independently, and the number of victims could not be confirmed by midnight.",
    "The town lies on the main road between the capital and the coast and has changed hands twice in the past three years.",
    "Rain is expected in the region for the rest of the week, which officials fear may slow the delivery of food to outlying villages.",
    "{last} rejected the demand, saying that his party would never sign an agreement that had been drafted abroad.",
    "Rebels shot down a drone near {city} {day}, a local commander said, but the army insisted that the aircraft had crashed because of a technical fault.",
    "The European Union welcomed the release of {n} prisoners and offered to host a conference on {topic} in the autumn.",
    "Farmers in the valley complain that prices have fallen by a third since the border was closed, and that nobody has explained when it might open again.",
    "{role} {name} resigned {day} after {body} published a report that blamed him for the deaths of {n} migrants.",
    "Asked whether {state} would join the operation, the spokeswoman said only that all options were being considered.",
    "The so-called liberation of {city} was in truth a brutal onslaught, the newspaper wrote in an editorial, and those responsible must be brought to justice.",
    "{state2} deployed {n} additional troops along the frontier {day}, a move that {role} {name} described as purely defensive.",
    "At the market, traders swept up broken glass while children collected spent cartridges, and by noon the first stalls had opened again.",
    "The agreement, which was signed {day} in the presence of {body2}, obliges both sides to withdraw their heavy weapons within {n} days.",
    "An official of the central bank, who spoke on condition of anonymity, said growth would reach no more than two per cent this year.",
    "In a separate incident, unidentified gunmen abducted {n} aid workers from {place} south of {city}, the Red Cross reported {day}.",
    "The foreign ministry summoned the ambassador of {state2} and handed him a note of protest over {topic}.",
    "Analysts doubt that the offer will be accepted, since neither side has so far shown any interest in a compromise over {topic}.",
    "Parliament is due to vote next week on a bill that would allow the police to ban demonstrations without giving a reason.",
)  # fmt: skip
# What news is mostly made of: nothing that is coded.
_BACKGROUND = (
    "The river is wide and slow here, and in the dry season its banks turn into gardens where onions, okra and melons ripen within weeks.",
    "Inflation stood at {n} per cent at the end of the year, the lowest figure since the currency was floated.",
    "Few of the houses on the hill have running water, although the pipes were laid when the stadium was built.",
    "{last}, a former schoolteacher with a taste for old jazz records, lives above the bakery that his grandfather founded.",
    "The museum owns some {m} manuscripts, most of them on astronomy, law and the care of camels.",
    "Temperatures in {city} seldom fall below freezing, but the wind from the plateau makes the winter mornings feel colder than they are.",
    "For decades the line carried phosphate, cattle and pilgrims; today two trains a week are enough.",
    "Growth is expected to slow to {n} per cent, economists at a private bank estimate, mainly because harvests were poor.",
    "The capital has grown so fast that nobody knows how many people live in it, and maps are out of date before they are printed.",
    "Most of the population of {state} is under twenty-five, and half of it has never used a bank.",
    "It takes {n} hours to drive from the coast to {city}, depending on the rain and on the state of the bridges.",
    "Her novel, a family saga set among fishermen, has been translated into a dozen languages and is read in schools.",
    "The valley is known for its apricots, which are dried on flat roofs and sold as far away as {city}.",
    "Mobile phones are everywhere, but electricity is not, and charging batteries has become a trade of its own.",
    "At the age of {m} he still rises before dawn, waters his roses and reads three newspapers with a magnifying glass.",
    "The constitution of {state} dates from the end of the colonial period and has been amended {n} times.",
    "Tourists used to come for the ruins, the hot springs and the carpets; the hotels on the lake shore are quiet now.",
    "Seen from the air, the delta looks like a hand with too many fingers, green against the brown of the steppe.",
    "In the tea houses around the bus station the talk is of football, of the price of sheep and of cousins abroad.",
    "The index of the stock exchange closed {n} points higher, with cement, breweries and telephone companies leading the gains.",
    "The dialect of the islands has kept words that the mainland forgot centuries ago, among them {n} names for rain.",
    "Roughly {m} thousand students are enrolled at the university, which has neither a library nor a laboratory worth the name.",
    "The plant, once the largest of its kind in the region, makes refrigerators, fans and a popular brand of sewing machine.",
    "No other country in the region has so many lakes, and in few are the distances between villages so great.",
)  # fmt: skip


def make_articles(count: int, *, seed: int = 20250301, background: float = 0.0) -> list[Article]:
    """Return ``count`` articles of 300 to 500 words; the same for the same seed.

    ``background``: share of sentences in which nothing happens. Without them an article has an event in 12 words, as the news of a war may have; newspapers at large
    have about one in 40.
    """
    rng = random.Random(seed)
    return [_article(rng, n, background) for n in range(1, count + 1)]


def _article(rng: random.Random, n: int, background: float) -> Article:
    goal = rng.randint(300, 430)
    published = (datetime.date(2025, 3, 1) + datetime.timedelta(days=rng.randrange(300))).isoformat()
    headline = _fill(rng, rng.choice(_HEADLINES))
    paragraphs: list[str] = []
    words = 0
    unused: list[str] = []
    while words < goal:
        unused = unused or _sentences(rng, background)
        sentences = [_fill(rng, unused.pop()) for _ in range(min(rng.randint(1, 3), len(unused)))]
        paragraphs.append(" ".join(sentences))
        words += len(paragraphs[-1].split())
    paragraphs[0] = f"{rng.choice(_CITIES).upper()} - {paragraphs[0]}"
    return Article(id=f"bench-{n}", title=headline, published=published, outlet="Benchmark Gazette (invented)", text="\n".join((headline, *paragraphs)))


def _sentences(rng: random.Random, background: float) -> list[str]:
    """Return templates in random order, as many as there are of those in which something happens."""
    found = rng.sample(_SENTENCES, len(_SENTENCES))
    return [rng.choice(_BACKGROUND) if background and rng.random() < background else s for s in found]


def _fill(rng: random.Random, template: str) -> str:
    body = rng.choice(_BODIES)
    state, state2 = rng.sample(_STATES, 2)
    return template.format(
        body=body, body_c=body[0].upper() + body[1:], body2=rng.choice(_BODIES), state=state, state2=state2, city=rng.choice(_CITIES), role=rng.choice(_ROLES),
        name=f"{rng.choice(_FIRST)} {rng.choice(_LAST)}", name2=f"{rng.choice(_FIRST)} {rng.choice(_LAST)}", last=rng.choice(_LAST),
        day=rng.choice(_DAYS), place=rng.choice(_PLACES), topic=rng.choice(_TOPICS), n=rng.randint(2, 60), m=rng.randint(3, 90),
    )  # fmt: skip
