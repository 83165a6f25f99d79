"""Directed series of ICEWS facts between the six, counted by the program itself from a record.

The record is imported into a temporary folder and not kept; `docs/importing.md` says what folding does.
"""

import csv
import io
import os
import tempfile

from .common import CORE, number, program_output, write_table

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
# A week counts with at least this share of its days, as a series that a case counts from a record does.
COVERED = 0.8
LAST_BENCHMARK_DAY = "2018-10-03"
FIRST_LATER_DAY = "2018-10-04"
# CAMEO roots by ICEWS's grouping: 01 to 05 and 09 to 13 are words, 06 to 08 and 14 to 20 deeds.
VERBAL = "01,02,03,04,05,09,10,11,12,13"
MATERIAL_COOPERATION = "06,07,08"
CONFLICT = "09,10,11,12,13,14,15,16,17,18,19,20"
STATEMENTS = "01,02"
SOURCE = [
    "Source: ICEWS Coded Event Data (Boschee et al. 2015, Harvard Dataverse, doi:10.7910/DVN/28075), by way of the benchmark",
    "ICEWS18 (github.com/AONE-NLP/DiffuTKG, github.com/GSYfate/GHT) to 2018-10-03, github.com/bkitej/ICEWS_project to 2019-03,",
    "github.com/ZifengDing/zrLLM for 2021 and 2022-01 to 08, github.com/binchen4110/TAME from 2022-10.",
    "Terms: those of the Dataverse pages, not restated on the way; only counts and sums are kept here.",
    "Done: imported into a record with --fold (both parties the state itself; distinct source, code, target, day; statements,",
    "CAMEO 01 and 02, kept), then `entente series --directed --kinds state`.",
]
SAMPLES = [
    "Sample b (2022-01 to 08) keeps only 999 frequent entities: do not compare its levels with sample a.",
    "Consulting, negotiating, visiting and signing are coded in both directions.",
]
PAIRS = [f"{a}>{b}" for a in CORE for b in CORE if a != b]


def build(places):
    with tempfile.TemporaryDirectory() as folder:
        record = Record(places, os.path.join(folder, "icews"))
        record.fill()
        monthly(places, record)
        weekly(places, record)


class Record:
    """The program, and a record that it makes and reads."""

    def __init__(self, places, path):
        self.places, self.path = places, path

    def run(self, *arguments):
        return program_output(self.places, *arguments, "--record", self.path)

    def fill(self):
        places = self.places
        later = [places.data("icews-recent", f"facts-{year}.csv.gz") for year in (2021, 2022, 2023)]
        self.run("import", "tkg", places.data("tkg", "ICEWS18"), "--fold", "--to", LAST_BENCHMARK_DAY)
        self.run("import", "icews-events", places.data("icews-recent", "events-2018-10_2019-03.csv.gz"), "--fold",
                 "--from", FIRST_LATER_DAY)
        self.run("import", "icews-facts", *later, "--fold")

    def series(self, length, *choice):
        """Rows by period and pair; a period in which nothing of the choice happened has none."""
        text = self.run(
            "series", "--actors", ",".join(CORE), "--kinds", "state", "--directed", "--by", length, *choice)
        return {(row["period"], f"{row['source']}>{row['target']}"): row for row in csv.DictReader(io.StringIO(text))}


def count(rows, key):
    return int(rows[key]["count"] or 0) if key in rows else 0


def monthly(places, record):
    # Months are chosen by hand above, so thin days inside them stay in.
    def choose(*codes):
        return record.series("month", "--thin", "0", *(["--codes", *codes] if codes else []))

    every, verbal, material = choose(), choose(VERBAL), choose(MATERIAL_COOPERATION)
    conflict, statements = choose(CONFLICT), choose(STATEMENTS)
    counts, tones = [], []
    for month in month_names("2018-01", "2023-04"):
        for pair in PAIRS:
            sample, key = WHOLE.get(month), (month, pair)
            if not sample:
                counts.append([month, pair] + [""] * 8)
                tones.append([month, pair] + [""] * 4)
                continue
            n = count(every, key)
            total, mean, spread = (float(every[key][name]) if n and every[key][name] else None
                                   for name in ("sum", "mean", "deviation"))
            counts.append([
                month, pair, n, number(total or 0, 1), number(count(verbal, key) / n, 4) if n else "",
                count(material, key), count(conflict, key), count(statements, key), n, sample])
            margin = number(1.96 * spread / n ** 0.5, 3) if n > 2 and spread is not None else ""
            tones.append([month, pair, number(mean, 4), n, margin, sample])
    whole = ["A month not wholly covered by the data is listed and empty.", *SAMPLES]
    write_table(
        places, "series/icews-monthly.csv",
        ["Monthly ICEWS events from one of the six to another, directed.", *SOURCE, *whole,
         "verbal_share = verbal events / events; conflict = verbal and material conflict; statements = CAMEO 01 and 02."],
        ["date", "of", "count", "goldstein_sum", "verbal_share", "material_cooperation", "conflict", "statements", "n", "sample"],
        counts)
    write_table(
        places, "series/icews-tone.csv",
        ["Monthly tone of ICEWS events from one of the six to another: mean Goldstein score.", *SOURCE, *whole,
         "margin = 1.96 standard errors of the mean as if events were independent, so too narrow; empty where n < 3."],
        ["date", "of", "tone", "n", "margin", "sample"], tones)


def weekly(places, record):
    every, conflict = record.series("week"), record.series("week", "--codes", CONFLICT)
    rows = []
    for (week, pair), row in sorted(every.items()):
        # Of seven: `days` of the record's last week counts only those before its end.
        if int(row["covered"]) >= COVERED * 7:
            rows.append([week, pair, number(float(row["sum"]), 1), count(conflict, (week, pair)), int(row["count"])])
    write_table(
        places, "series/icews-weekly.csv",
        ["Weekly ICEWS events from one of the six to another, directed.", *SOURCE,
         "Thin days are left out; a week with less than four fifths of its days has no row and is missing.", *SAMPLES,
         "conflict = verbal and material conflict; n = events."],
        ["date", "of", "goldstein_sum", "conflict", "n"], rows)


def month_names(first, last):
    year, month = int(first[:4]), int(first[5:])
    while f"{year}-{month:02d}" <= last:
        yield f"{year}-{month:02d}"
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
