"""Rows of other data sets, invented, with headers exactly as published and the faults that real files have."""

from __future__ import annotations

from reportedly.exchange.conflict import ACLED, UCDP
from reportedly.exchange.gdelt import EVENTS, MENTIONS
from reportedly.exchange.plover import POLECAT

ICEWS = (
    "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\t"
    "City\tDistrict\tProvince\tCountry\tLatitude\tLongitude"
).split("\t")


def tabbed(header: tuple[str, ...] | list[str] | None, *rows: dict[str, str], columns: tuple[str, ...] | list[str] | None = None, missing: str = "") -> bytes:
    """Return rows as a tab-separated file; without a header the columns are given apart."""
    names = list(header or columns or ())
    lines = ["\t".join(names)] if header else []
    return ("\n".join([*lines, *("\t".join(row.get(n, missing) for n in names) for row in rows)]) + "\n").encode()


def comma(header: tuple[str, ...], *rows: dict[str, str], bare: bool = False) -> bytes:
    lines = [] if bare else [",".join(header)]
    return ("\r\n".join([*lines, *(",".join('"' + row.get(n, "").replace('"', '""') + '"' for n in header) for row in rows)]) + "\r\n").encode()


STRIKE = {
    "event_id_cnty": "MLI30001", "event_date": "2025-03-17", "year": "2025", "time_precision": "1", "disorder_type": "Political violence", "event_type": "Explosions/Remote violence", "sub_event_type": "Air/drone strike",
    "actor1": "Military Forces of Mali (2021-)", "inter1": "State forces", "actor2": "Civilians (Mali)", "inter2": "Civilians", "interaction": "State forces-Civilians", "iso": "466", "country": "Mali", "admin1": "Gao",
    "location": "Tessit", "latitude": "15.2", "longitude": "0.3", "geo_precision": "1", "source": "Lakeside Courier", "notes": 'On 17 March a drone, "large",\nstruck.', "fatalities": "11", "timestamp": "1742300000",
}  # fmt: skip
BATTLE = {
    **dict.fromkeys(UCDP, ""), "id": "500001", "relid": "MLI-2025-1-1-1", "year": "2025", "active_year": "True", "code_status": "Clear", "type_of_violence": "1", "side_a": "Government of Mali", "side_b": "JNIM",
    "dyad_name": "Government of Mali - JNIM", "number_of_sources": "2", "source_original": "army spokesman", "where_prec": "2", "where_coordinates": "Tessit town", "latitude": "15.2", "longitude": "0.3", "country": "Mali",
    "event_clarity": "1", "date_prec": "1", "date_start": "2025-03-17 00:00:00.000", "date_end": "2025-03-18 00:00:00.000", "deaths_unknown": "30", "best": "30", "high": "35", "low": "25",
}  # fmt: skip
PAIR = {
    "Event ID": "20250318-1-abc", "Event Date": "2025-03-17", "Event Type": "ASSAULT", "Event Mode": "aerial", "Intensity": "-9.5", "Quad Code": "4", "Actor Name": "Malian army", "Actor Country": "MLI", "Primary Actor Sector": "MIL",
    "Actor Sectors": "MIL", "Recipient Name": "villagers", "Recipient Country": "MLI", "Primary Recipient Sector": "CVL", "Placename": "Tessit", "City": "Tessit", "Country": "Mali", "Latitude": "15.2", "Longitude": "0.3", "Source": "Agence Lumière",
}  # fmt: skip
CODED = {
    "Event ID": "31000001", "Event Date": "3/17/2025", "Source Name": "Military (Mali)", "Source Sectors": "Military,Government", "Source Country": "Mali", "Event Text": "Use unconventional violence", "CAMEO Code": "195",
    "Intensity": "-10.0", "Target Name": 'Villager "X" (Mali)', "Target Sectors": "General Population / Civilian / Social", "Target Country": "Mali", "Story ID": "40001", "Sentence Number": "2", "Publisher": "Lakeside Courier",
    "City": "Tessit", "Province": "Gao", "Country": "Mali", "Latitude": "15.2", "Longitude": "0.3",
}  # fmt: skip
GLOBAL = {
    "GLOBALEVENTID": "1200000001", "SQLDATE": "20250317", "MonthYear": "202503", "Year": "2025", "FractionDate": "2025.2082", "Actor1Code": "MLIMIL", "Actor1Name": "MALI", "Actor1CountryCode": "MLI", "Actor1Type1Code": "MIL",
    "Actor2Code": "CVL", "Actor2Name": "VILLAGER", "Actor2Type1Code": "CVL", "IsRootEvent": "1", "EventCode": "195", "EventBaseCode": "195", "EventRootCode": "19", "QuadClass": "4", "GoldsteinScale": "-10.0",
    "NumMentions": "4", "ActionGeo_Type": "4", "ActionGeo_FullName": "Tessit, Gao, Mali", "ActionGeo_CountryCode": "ML", "ActionGeo_Lat": "15.2", "ActionGeo_Long": "0.3", "DATEADDED": "20250318001500",
    "SOURCEURL": "https://courier.example/tessit",
}  # fmt: skip
MENTION = {"GLOBALEVENTID": "1200000001", "EventTimeDate": "20250317000000", "MentionTimeDate": "20250318001500", "MentionType": "1", "MentionSourceName": "courier.example", "Confidence": "50"}

NO_ADM2 = tuple(c for c in EVENTS if not c.endswith("ADM2Code"))
FILES: dict[str, bytes] = {
    "GDELT": tabbed(None, GLOBAL, columns=EVENTS),
    "GDELT 1.0": tabbed(None, GLOBAL, columns=NO_ADM2),
    "GDELT mentions": tabbed(None, MENTION, columns=MENTIONS),
    "ICEWS": tabbed(ICEWS, CODED, missing="NA"),
    "POLECAT": tabbed(POLECAT, PAIR),
    "ACLED": b"\xef\xbb\xbf" + comma(ACLED, STRIKE),
    "UCDP": comma(UCDP, BATTLE),
}
