"""Monthly counts and tone of ICEWS events, state to state and directed, for the six."""

import datetime
import gzip
import math
from collections import defaultdict

from .common import CORE, number, read_rows, write_table

# Months that the data cover from first to last day; the sample that each comes from. Left out as not whole:
# 2019-03 (ends on the 26th), 2021-01 (six days nearly empty), 2022-10 (from the 11th), 2023-04 (to the 10th).
WHOLE = {
    **{f"2018-{month:02d}": "a" for month in range(1, 13)},
    **{f"2019-{month:02d}": "a" for month in (1, 2)},
    **{f"2021-{month:02d}": "a" for month in range(2, 9)},
    **{f"2022-{month:02d}": "b" for month in range(1, 9)},
    **{f"2022-{month:02d}": "a" for month in (11, 12)},
    **{f"2023-{month:02d}": "a" for month in (1, 2, 3)},
}
LAST_BENCHMARK_DAY = "2018-10-03"
SOURCE = [
    "Source: ICEWS Coded Event Data (Boschee et al. 2015, Harvard Dataverse, doi:10.7910/DVN/28075), by way of the benchmark",
    "ICEWS18 (github.com/AONE-NLP/DiffuTKG, github.com/GSYfate/GHT) to 2018-10-03, github.com/bkitej/ICEWS_project to 2019-03,",
    "github.com/ZifengDing/zrLLM for 2021 and 2022-01 to 08, github.com/binchen4110/TAME from 2022-10.",
    "Terms: those of the Dataverse pages, not restated on the way; only monthly counts are kept here.",
    "Done: both parties named as the state itself, statements (CAMEO 01, 02) kept, folded to distinct source, code, target, day.",
    "A month not wholly covered by the data is listed and empty. Sample b (2022-01 to 08) keeps only 999 frequent entities:",
    "do not compare its levels with sample a. Consulting, negotiating, visiting and signing are coded in both directions.",
]


def build(places):
    facts = set(benchmark(places))
    for name in ("events-2018-10_2019-03.csv.gz", "interstate-2021-2023.csv.gz"):
        facts |= set(later(places, name))
    months = defaultdict(list)
    scale = {row["cameo"]: (float(row["goldstein"]), int(row["quad"]), row["cameo"])
             for row in read_rows(places.data("icews-recent", "relations.csv"))}
    for date, source, code, target in facts:
        months[(date[:7], f"{source}>{target}")].append(scale[code])
    pairs = [f"{a}>{b}" for a in CORE for b in CORE if a != b]
    counts, tones = [], []
    for month in month_names("2018-01", "2023-04"):
        for pair in pairs:
            sample = WHOLE.get(month)
            if not sample:
                counts.append([month, pair] + [""] * 8)
                tones.append([month, pair] + [""] * 4)
                continue
            found = sorted(months.get((month, pair), []))
            scores = [item[0] for item in found]
            n = len(found)
            verbal = sum(1 for item in found if item[1] in (1, 3))
            counts.append([
                month, pair, n, number(sum(scores), 1), number(verbal / n, 4) if n else "",
                sum(1 for item in found if item[1] == 2), sum(1 for item in found if item[1] in (3, 4)),
                sum(1 for item in found if item[2][:2] in ("01", "02")), n, sample])
            mean = sum(scores) / n if n else None
            margin = ""
            if n > 2:
                spread = math.sqrt(sum((score - mean) ** 2 for score in scores) / (n - 1))
                margin = number(1.96 * spread / math.sqrt(n), 3)
            tones.append([month, pair, number(mean, 4), n, margin, sample])
    write_table(
        places, "series/icews-monthly.csv",
        ["Monthly ICEWS events from one of the six to another, directed.", *SOURCE,
         "verbal_share = verbal events / events; conflict = verbal and material conflict; statements = CAMEO 01 and 02."],
        ["date", "of", "count", "goldstein_sum", "verbal_share", "material_cooperation", "conflict", "statements", "n", "sample"],
        counts)
    write_table(
        places, "series/icews-tone.csv",
        ["Monthly tone of ICEWS events from one of the six to another: mean Goldstein score.", *SOURCE,
         "margin = 1.96 standard errors of the mean as if events were independent, so too narrow; empty where n < 3."],
        ["date", "of", "tone", "n", "margin", "sample"], tones)


def month_names(first, last):
    year, month = int(first[:4]), int(first[5:])
    while f"{year}-{month:02d}" <= last:
        yield f"{year}-{month:02d}"
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def benchmark(places):
    """ICEWS18: integer facts, hours since 2018-01-01, states by their whole name."""
    start = datetime.date(2018, 1, 1)
    folder = "tkg/ICEWS18"
    states = {row["id"]: row["iso3"] for row in read_rows(places.data(folder, "country-entities.csv"))
              if row["iso3"] in CORE}
    codes = {row["id"]: row["cameo_code"] for row in read_rows(places.data(folder, "relation2cameo.csv"))}
    for part in ("train", "valid", "test"):
        with gzip.open(places.data(folder, f"{part}.txt.gz"), "rt") as file:
            for line in file:
                subject, relation, target, hours = line.rstrip("\n").split("\t")
                if subject in states and target in states and subject != target:
                    date = (start + datetime.timedelta(hours=int(hours))).isoformat()
                    if date <= LAST_BENCHMARK_DAY:
                        yield date, states[subject], codes[relation], states[target]


def later(places, name):
    """The files of later windows, which spell out states, codes and kinds of party alike."""
    for row in read_rows(places.data("icews-recent", name)):
        if row["source_kind"] == row["target_kind"] == "state" and row["source"] in CORE and row["target"] in CORE:
            yield row["date"], row["source"], row["cameo"], row["target"]
