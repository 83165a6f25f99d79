"""attributes.csv: yearly numbers of states (and of pairs, for trade shares)."""

import gzip
import csv
import math
import os
import statistics

from .common import CORE, number, read_rows, read_table, write_table

STATES = CORE + ["AUS", "IND", "TWN", "UKR"]
FIRST = 2010
ARMS = [("RUS", "CHN"), ("USA", "JPN"), ("USA", "KOR"), ("USA", "TWN")]
COW = {"710": "CHN", "740": "JPN", "732": "KOR", "731": "PRK", "365": "RUS", "2": "USA",
       "900": "AUS", "750": "IND", "713": "TWN", "369": "UKR"}
COMPONENTS = {"milex": "thousand US$", "milper": "thousand persons", "irst": "thousand tons",
              "pec": "thousand coal-ton equivalents", "tpop": "thousand persons", "upop": "thousand persons"}


def build(places):
    rows = spending(places) + arms(places) + bank(places) + capabilities(places) + shares(places) \
        + medians(places) + neighbours(places)
    rows.sort(key=lambda row: (row[0], row[2], row[1]))
    write_table(
        places, "attributes.csv",
        ["Yearly numbers of states since 2010. `world` is the sum over all states of the source.",
         "Sources and terms: SIPRI Military Expenditure Database, (c) SIPRI, https://www.sipri.org/databases, a small excerpt under fair use",
         "(non-commercial, less than a tenth of the data, source named): do not enlarge it. World Bank, World Development Indicators",
         "(CC BY 4.0, recalled; packages datasets/gdp and datasets/population state ODC-PDDL-1.0). Correlates of War, National Material",
         "Capabilities 7.0 (Singer, Bremer and Stuckey 1972; Singer 1987), cite on use. Trade shares: see series/trade-shares.csv and prk-trade-kotra.csv.",
         "arms-deliveries: SIPRI Arms Transfers Database, trend-indicator value delivered, supplier > recipient; military value, not price.",
        "SIPRI's marks of estimates are lost on the way. North Korea: no spending in constant prices, current US$ 2015-2018 only,",
         "NMC spending ends in 2001, no World Bank GDP. NMC breaks between 2016 and 2017 (US upop, tpop).",
         "milex-gdp-share-change and milex-change of world: median over the 24 states of the excerpt of the three-year change of the logarithm.",
         "distance: least distance of territories, km (CShapes 2.0, Schvitz et al. 2022; CC BY-NC-SA 4.0, recalled). rivalry: 1 where Thompson,",
         "Sakuwa and Suhas 2021 list a strategic rivalry in that year; their list ends in 2020, and 2020 = still a rivalry.",
         "trade-share: of the partner (after >) in the state's own trade; trade-gdp-share: their trade in the state's GDP."],
        ["actor", "year", "variable", "value", "unit", "certainty", "source"], rows)


def spending(places):
    rows = []
    names = {"const2023_usd_m": ("milex", "million US$ of 2023"), "current_usd_m": ("milex-current", "million US$"),
             "share_gdp": ("milex-gdp-share", "fraction")}
    for row in read_rows(places.data("milex", "sipri_milex_excerpt.csv")):
        if row["iso3"] in STATES and int(row["year"]) >= FIRST:
            for column, (variable, unit) in names.items():
                if row[column]:
                    rows.append([row["iso3"], row["year"], variable, row[column], unit, "A", "SIPRI"])
    return rows


def arms(places):
    """Deliveries of major arms; the register lists no delivery as no row, so a year without one is 0."""
    found = {(row["supplier"], row["recipient"], row["year"]): row["tiv"]
             for row in read_rows(places.data("milex", "sipri_arms_imports_excerpt.csv"))}
    return [[f"{supplier}>{recipient}", str(year), "arms-deliveries", found.get((supplier, recipient, str(year)), "0"),
             "million TIV", "A", "SIPRI"]
            for supplier, recipient in ARMS for year in range(FIRST, 2025)]


def bank(places):
    rows = []
    for name, variable, unit in [("worldbank_gdp.csv", "gdp", "current US$"), ("worldbank_population.csv", "population", "persons")]:
        for row in read_rows(places.data("milex", name)):
            code = "world" if row["Country Code"] == "WLD" else row["Country Code"]
            if (code in STATES or code == "world") and int(row["Year"]) >= FIRST:
                rows.append([code, row["Year"], variable, number(float(row["Value"]), 0), unit, "A", "World Bank"])
    return rows


def capabilities(places):
    rows, totals, states = [], {}, {}
    for row in read_rows(places.data("cow", "cow_nmc.csv")):
        year = int(row["year"])
        if year < FIRST:
            continue
        states[year] = states.get(year, 0) + 1
        for component in COMPONENTS:
            if row[component]:
                totals[(year, component)] = totals.get((year, component), 0) + float(row[component])
        if row["ccode"] in COW:
            actor = COW[row["ccode"]]
            rows.append([actor, row["year"], "cinc", row["cinc"], "share", "A", "COW NMC 7.0"])
            for component, unit in COMPONENTS.items():
                if row[component]:
                    rows.append([actor, row["year"], f"nmc-{component}", number(float(row[component]), 1), unit, "A", "COW NMC 7.0"])
    for (year, component), value in totals.items():
        rows.append(["world", str(year), f"nmc-{component}", number(value, 1), COMPONENTS[component], "A", "COW NMC 7.0, sum"])
    for year, count in states.items():
        rows.append(["world", str(year), "nmc-states", str(count), "states", "A", "COW NMC 7.0, states listed"])
    return rows


def medians(places):
    """What spending did in the typical state of the excerpt: the yardstick for one state's effort."""
    table = {}
    for row in read_rows(places.data("milex", "sipri_milex_excerpt.csv")):
        for column in ("const2023_usd_m", "share_gdp"):
            if row[column] and float(row[column]) > 0:
                table[(column, row["iso3"], int(row["year"]))] = math.log(float(row[column]))
    states = sorted({key[1] for key in table})
    rows = []
    for column, variable in (("share_gdp", "milex-gdp-share-change"), ("const2023_usd_m", "milex-change")):
        for year in range(FIRST + 3, 2025):
            changes = [table[(column, state, year)] - table[(column, state, year - 3)] for state in states
                       if (column, state, year) in table and (column, state, year - 3) in table]
            rows.append(["world", str(year), variable, number(statistics.median(changes), 4),
                         "log points over three years", "A", f"SIPRI, median of {len(changes)} states"])
    return rows


def neighbours(places):
    """Distances and rivalries of pairs of the core states."""
    rows = []
    with gzip.open(places.data("cow", "cow_mindist_spans.csv.gz"), "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            pair = [COW.get(row["ccode1"]), COW.get(row["ccode2"])]
            if all(code in CORE for code in pair) and int(row["endyear"]) >= FIRST:
                rows.append(["-".join(sorted(pair)), row["endyear"], "distance", number(float(row["mindist_km"]), 0), "km", "A",
                             "CShapes 2.0"])
    for row in read_rows(places.data("cow", "tss_rivalries.csv")):
        pair = [COW.get(row["ccode1"]), COW.get(row["ccode2"])]
        if all(code in CORE for code in pair):
            for year in range(max(FIRST, int(row["start"])), int(row["end"]) + 1):
                rows.append(["-".join(sorted(pair)), str(year), "rivalry", "1", "listed", "A", "Thompson, Sakuwa and Suhas 2021"])
    return rows


def shares(places):
    """Trade shares and totals of pairs. For each pair one maker only, so that years can be compared."""
    rows = []
    for row in series(places, "trade-shares.csv"):
        if row["share"]:
            rows.append([row["of"], row["date"], "trade-share", row["share"], "percent", row["certainty"], row["source"]])
    for row in series(places, "prk-trade-kotra.csv"):
        rows.append([row["of"], row["date"], "trade-share", row["share"], "percent", row["certainty"],
                     "KOTRA; " + row["source"]])
    for row in read_rows(places.data("trade", "prk_trade_published.csv")):
        if row["source_series"] == "KOTRA" and row["partner"] == "WLD":
            rows.append(["PRK", row["year"], "prk-trade-total", row["total_usd_million"], "million US$", row["certainty"],
                         "KOTRA; " + row["source"]])
    product = {(row[0], row[1]): float(row[3]) for row in bank(places) if row[2] == "gdp"}
    for row in series(places, "trade-china.csv"):
        year, trade = row["date"], float(row["usd_billion"])
        rows.append([row["of"], year, "trade", row["usd_billion"], "billion US$", row["certainty"], row["source"]])
        first, second = row["of"].split("-")
        for state, partner in ((first, second), (second, first)):
            if (state, year) in product:
                rows.append([f"{state}>{partner}", year, "trade-gdp-share", number(100 * trade * 1e9 / product[(state, year)], 4),
                             "percent", row["certainty"], "trade as China reports it; World Bank GDP"])
    return rows


def series(places, name):
    _, header, table = read_table(os.path.join(places.output, "series", name))
    return [dict(zip(header, row)) for row in table]
