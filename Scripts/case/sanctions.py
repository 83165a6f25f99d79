"""The sanctions regime on North Korea, refined oil, listings and Security Council vetoes."""

import datetime
from collections import Counter, defaultdict

from .common import BuildError, number, read_rows, write_table

YEARS = range(2006, 2025)
PANEL = (datetime.date(2009, 6, 12), datetime.date(2024, 4, 30))

# Yearly sums that were published as such or follow from months that fill the year: rows of
# refined_oil_reported.csv as (year, of, from month, to month, supplier).
OIL_YEARS = [
    ("2018", "RUS>PRK", "2018-01", "2018-12", "RUS"),
    ("2019", "RUS>PRK", "2019-01", "2019-12", "RUS"),
    ("2021", "CHN>PRK", "2021-01", "2021-12", "CHN"),
    ("2023", "RUS>PRK", "2023-01", "2023-12", "RUS"),
]


def build(places):
    regime(places)
    oil(places)
    listings(places)
    vetoes(places)


def regime(places):
    kinds = Counter()
    for row in read_rows(places.data("sanctions", "unsc_resolutions.csv")):
        kinds[(row["date"][:4], row["kind"])] += 1
    rows = []
    for year in YEARS:
        cap = "500000" if year >= 2018 else ""
        first, last = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
        days = (min(last, PANEL[1]) - max(first, PANEL[0])).days + 1
        share = max(0, days) / ((last - first).days + 1)
        rows.append([year, "world", kinds[(str(year), "measures")], kinds[(str(year), "panel renewal")],
                     kinds[(str(year), "vetoed")], number(share, 4), cap, "B"])
    write_table(
        places, "series/unsc-regime.csv",
        ["The Security Council on North Korea by year: resolutions with new measures, renewals of the expert panel, vetoed drafts,",
         "the part of the year with a panel in being (12 June 2009 to 30 April 2024), and the yearly refined-oil cap in force, barrels.",
         "Source: Security Council resolutions 1718 (2006) to 2680 (2023) and the drafts vetoed in 2022 and 2024; most rows recalled (B).",
         "Terms: United Nations documents; counts are facts. 2017 had a cap for its last quarter only, so its cap is left empty."],
        ["date", "of", "measures", "renewals", "vetoed", "panel_in_force", "refined_cap", "certainty"], rows)


def oil(places):
    source = list(read_rows(places.data("sanctions", "refined_oil_reported.csv")))

    def find(first, last, supplier):
        found = [row for row in source if (row["from_month"], row["to_month"], row["supplier"]) == (first, last, supplier)
                 and row["unit"].startswith("bbl")]
        if len(found) != 1:
            raise BuildError(f"refined oil {first} to {last}, {supplier}: expected one row, found {len(found)}")
        return found[0]

    rows = []
    for year, pair, first, last, supplier in OIL_YEARS:
        row = find(first, last, supplier)
        rows.append([year, pair, row["amount"], row["certainty"], row["source"]])
    rows.append(["2021", "RUS>PRK", find("2020-10", "2021-12", "RUS")["amount"], "A", "zero in every report, October 2020 to December 2021"])
    december = find("2022-12", "2022-12", "RUS")
    rows.append(["2022", "RUS>PRK", december["amount"], december["certainty"],
                 "zero to November by the 1718 Committee's reports; December recalled"])
    write_table(
        places, "series/refined-oil.csv",
        ["Refined oil reported to the 1718 Committee by supplier and year, barrels. Reports, not supply: 500,000 barrels a year is the cap.",
         "Source: press on the Committee's reports, named in the column `source`. Terms: single published figures are facts.",
         "Only years that a published yearly figure or months without gap give in barrels. Not known so: China 2018-2020, 2022 and 2023,",
         "Russia 2020. 2024 is left out: China's months to August and Russia's January only (168,679 together, as of 4 December 2024).",
         "Tons are never turned into barrels: the factor changed."],
        ["date", "of", "barrels", "certainty", "source"], sorted(rows))


def listings(places):
    last = {}
    for row in read_rows(places.data("sanctions", "ofac_dprk_counts.csv")):
        last[row["snapshot"][:7]] = row["dprk_entries"]
    write_table(
        places, "series/ofac-entries.csv",
        ["Entries under a North Korea programme on the US list, at the last capture of the month.",
         "Source: US Treasury, Office of Foreign Assets Control (public domain), by way of",
         "github.com/jackdwyer/specially-designated-nationals-list, commit bbf4929748ba8238473446bbd7340a57be587ad5. Counts only."],
        ["date", "of", "entries"], [[month, "USA>PRK", last[month]] for month in sorted(last)])
    counts = defaultdict(lambda: [0, 0, 0, 0, "A"])
    for row in read_rows(places.data("sanctions", "national_sanctions.csv")):
        if row["state"] not in ("JPN", "KOR") or row["date"][:4] < "2016":
            continue
        entry = counts[(row["date"][:4], row["state"] + ">PRK")]
        entry[0] += 1
        entry[1] += int(row["persons"] or 0)
        entry[2] += int(row["entities"] or 0)
        entry[4] = max(entry[4], row["certainty"])
    rows = []
    for state in ("JPN", "KOR"):
        for year in range(2016, 2025):
            # Seoul's round of October 2022 was its first in five years; of Tokyo's years nothing like it is known.
            none = [0, 0, 0, 0, "B"] if state == "KOR" else ["", "", "", "", "B"]
            entry = counts.get((str(year), f"{state}>PRK"), none)
            rows.append([year, f"{state}>PRK", entry[0], entry[1], entry[2], entry[4]])
    write_table(
        places, "series/national-sanctions.csv",
        ["Rounds of national sanctions on North Korea by Tokyo and Seoul a year, with persons and bodies named where known.",
         "Source: compiled from the case chronology and from memory (certainty: the worst of the year's rows). A sample, not a full list.",
         "A year of which nothing is known is empty."],
        ["date", "of", "rounds", "persons", "entities", "certainty"], sorted(rows))


def vetoes(places):
    counts, korea = Counter(), Counter()
    for row in read_rows(places.data("un-recent", "sc_vetoes.csv")):
        key = (row["date"][:4], row["vetoing"])
        counts[key] += 1
        if row["topic"] == "North Korea":
            korea[key] += 1
    rows = [[year, state, counts[(str(year), state)], korea[(str(year), state)], "B" if year >= 2022 else "A"]
            for year in range(2006, 2025) for state in ("CHN", "RUS", "USA")]
    write_table(
        places, "series/sc-vetoes.csv",
        ["Vetoes cast in the Security Council by year, and those on North Korea.",
         "Source: C. L. Yordan from the Dag Hammarskjold Library's list, github.com/world-politics-datalab/vetoes-un-security-council,",
         "commit 661c5246872143cf16e500e4e7f2f70a45df5ac8 (MIT), to July 2022; after that a public list not checked against the Library's (B)."],
        ["date", "of", "vetoes", "vetoes_prk", "certainty"], rows)
