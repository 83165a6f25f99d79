"""Counts of terms in official statements: the General Debate, Chinese and Russian speeches."""

from collections import defaultdict

from .common import CORE, number, read_rows, write_table

FIRST_YEAR = 1991
TERMS = """
    indo_pacific asia_pacific indivisible_security equal_security global_security_initiative nato aukus quad bloc
    camp_confrontation cold_war new_cold_war hegemon unilateral unilateral_sanctions sanctions coercion containment axis
    multipolar rules_based_order denuclearization nuclear nuclear_weapons deterren joint_exercises trilateral alliance
    south_china_sea taiwan korean_peninsula hostile_policy threat ukraine
    mention_CHN mention_PRK mention_RUS mention_KOR mention_JPN mention_USA mention_korea_any
""".split()
RUSSIAN_TERMS = {
    "china": "china", "japan": "japan", "united_states": "united states", "ukraine": "ukraine", "india": "india",
    "nato": "nato", "sanctions": "sanctions", "nuclear": "nuclear", "security": "security", "military": "military",
}
RUSSIAN_SOURCE = [
    "Source: github.com/lobsterbush/kremlin-speeches, commit 68cbdf8e81053925c7111d361ac49a6c46685486, from en.kremlin.ru and the",
    "Russian foreign ministry's channel in English. Terms: no licence stated; shares only, no text.",
]


def build(places):
    general_debate(places)
    chinese_speeches(places)
    russian_shares(places)


def general_debate(places):
    rows = []
    for row in read_rows(places.data("statements", "ungd_six_states.csv")):
        if int(row["year"]) < FIRST_YEAR or row["iso3"] not in CORE:
            continue
        words = int(row["words"])
        cells = []
        for term in TERMS:
            cells += [int(row[term]), number(10000 * int(row[term]) / words, 3)]
        rows.append([row["year"], row["iso3"], words] + cells)
    rows.sort(key=lambda row: (row[0], row[1]))
    header = ["date", "of", "n"]
    for term in TERMS:
        header += [term.lower(), f"{term.lower()}_rate"]
    write_table(
        places, "series/unga-words.csv",
        ["Keyword matches in one General Debate speech a year of each of the six: counts, and rates per 10,000 words; n = words.",
         "Source: UN General Debate Corpus v13 (Jankin, Baturo and Dasandi 2025; Harvard Dataverse doi:10.7910/DVN/0TJX8Y), by way of",
         "github.com/SarahFranzen/Emotions_in_the_United_Nations_General_Debates, commit 3b277c419f85fd6e1f14f69a5fd29a3a6b59fc96.",
         "Terms: CC0 for the corpus. Done: terms chosen, rates computed; no text is kept.",
         "A match is a keyword, not a stance. Every speech names its own state; mention_kor misses `Korea` alone, usual in Seoul's own",
         "speeches, and mention_korea_any includes the North. The US speech of 2020 is a short video address."],
        header, rows)


def chinese_speeches(places):
    terms = ["nato", "ukraine", "taiwan", "south_china_sea", "india"]
    speeches, sums = defaultdict(int), defaultdict(lambda: defaultdict(int))
    for row in read_rows(places.data("statements", "china_mfa_speeches_keywords.csv")):
        year = row["date"][:4]
        speeches[year] += 1
        for term in terms:
            sums[year][term] += int(float(row[term]))
    rows = [[year, "CHN", speeches[year]] + [number(sums[year][term] / speeches[year], 4) for term in terms]
            for year in sorted(speeches) if year >= "2010"]
    write_table(
        places, "series/china-speeches.csv",
        ["Keyword matches per speech of Chinese leaders and ministers in English, by year; n = speeches.",
         "Source: github.com/ccoop129/speech-analysis, commit 044eca98c0e71e95d50b2e29f2e5a226a32c8af0, from fmprc.gov.cn.",
         "Terms: no licence stated; counts only. The source gives no length of a speech, and 2017-2018 are thin; 2024 ends on 19 Nov."],
        ["date", "of", "n"] + terms, rows)


def russian_shares(places):
    documents, hits = {}, defaultdict(dict)
    names = {term: column for column, term in RUSSIAN_TERMS.items()}
    for row in read_rows(places.data("statements", "russia_monthly_shares.csv")):
        key = (row["source"], row["month"])
        documents[key] = int(row["documents"])
        if row["term"] in names:
            hits[key][names[row["term"]]] = float(row["pct_documents"])
    columns = list(RUSSIAN_TERMS)
    monthly = [[month, "RUS", documents[(source, month)]] +
               [number(hits[(source, month)].get(column), 3) for column in columns]
               for source, month in sorted(documents) if source == "mfa_telegram"]
    write_table(
        places, "series/russia-ministry.csv",
        ["Per cent of the Russian foreign ministry's messages in English that name a state or term, by month; n = messages.",
         *RUSSIAN_SOURCE, "It tracks neither Korea. A keyword, not a stance."],
        ["date", "of", "n"] + columns, monthly)
    yearly = []
    totals, weighted = defaultdict(int), defaultdict(lambda: defaultdict(float))
    for (source, month), count in documents.items():
        if source == "kremlin_speeches" and month >= "2010":
            totals[month[:4]] += count
            for column in columns:
                weighted[month[:4]][column] += count * hits[(source, month)].get(column, 0)
    for year in sorted(totals):
        yearly.append([year, "RUS", totals[year]] +
                      [number(weighted[year][column] / totals[year], 3) for column in columns])
    write_table(
        places, "series/russia-speeches.csv",
        ["Per cent of the Russian president's speeches in English that name a state or term, by year; n = speeches.",
         *RUSSIAN_SOURCE, "Done: months weighted by their number of speeches. It tracks neither Korea. A keyword, not a stance."],
        ["date", "of", "n"] + columns, yearly)
