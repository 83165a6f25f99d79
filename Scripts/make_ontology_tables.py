#!/usr/bin/env python3
"""Writes the tables of CAMEO and PLOVER that are compiled into EntenteRecord.

Reads ../shared/data/event-formats (or the folder given as the first argument) and writes
Sources/EntenteRecord/Ontology/Tables/*.swift. What is mended in the published tables is listed
below and explained in docs/ontology.md. Same input, same bytes.
"""
import csv
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "data"
OUT = ROOT / "Sources" / "EntenteRecord" / "Ontology" / "Tables"

# Published code -> (event, mode, contexts) as it should be; None drops the row.
MENDED_CODES = {
    "08": ("CONCEDE", "", ""),
    "175": ("ASSAULT", "", "military;pro_autocracy"),
    "1214": None,
    "163": ("SANCTION", "discontinue", "diplomatic"),
    "185": ("ASSAULT", "targeted", ""),
    "186": ("ASSAULT", "targeted", ""),
    "200": ("ASSAULT", "targeted", "military"),
    "202": ("ASSAULT", "targeted", "religion_ethnicity"),
    "203": ("ASSAULT", "targeted", "religion_ethnicity"),
    "201": ("ASSAULT", "", "religion_ethnicity"),
    "1712": ("ASSAULT", "destroy", "human_security"),
    "1722": ("COERCE", "restrict", "pro_autocracy"),
    "085": ("RETREAT", "", "economic"),
    "0842": ("RETREAT", "", "legal"),
    "132": ("THREATEN", "restrict", "executive"),
    "1321": ("THREATEN", "restrict", "human_rights"),
    "1322": ("THREATEN", "restrict", "pro_autocracy"),
}
# Contexts that the manual does not have.
MENDED_CONTEXTS = {"democracy": "pro_democracy", "humanitarian": "human_security"}
MENDED_EVENT_SCORES = {"ACCUSE": "-3.0"}
MENDED_MODE_SCORES = {("PROTEST", "vandalize"): "-5.0"}


def rows(path):
    with open(DATA / "event-formats" / path, encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def number(text):
    return "" if text == "" else f"{float(text):g}"


def swift(path, doc, name, body):
    text = "// Written by Scripts/make_ontology_tables.py; edit that, not this file.\n\n"
    text += f"/// {doc[0]}\n///\n" + "".join(f"/// {line}\n" if line else "///\n" for line in doc[1:])
    text += f"enum {name} {{\n"
    for key, lines in body:
        text += f"  static let {key} = #\"\"\"\n"
        text += "".join(f"    {line}\n" for line in lines)
        text += "    \"\"\"#\n"
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / path).write_text(text + "}\n", encoding="utf-8")


def main():
    codes = [
        "|".join((r["code"], number(r["goldstein_icews"]), number(r["goldstein_gdelt"]),
                  r["quad_icews"], r["quad_gdelt"], r["name"]))
        for r in rows("cameo/cameo_codes.csv")
    ]
    swift(
        "CAMEOData.swift",
        ["The codes of CAMEO: `code|Goldstein of ICEWS|Goldstein of GDELT|quad|quad|name`.",
         "Names and ICEWS scores from the `icews` package (MIT), GDELT scores from its lookup table.",
         "CAMEO: Gerner, Schrodt and Yilmaz; scores after Goldstein (1992)."],
        "CAMEOData", [("codes", codes)])

    events = [
        "|".join((r["event"], r["quad_code"], number(MENDED_EVENT_SCORES.get(r["event"], r["score"]))))
        for r in rows("plover/plover_events.csv")
    ]
    modes = [
        "|".join((r["event"], r["mode"],
                  number(MENDED_MODE_SCORES.get((r["event"], r["mode"]), r["score"]))))
        for r in rows("plover/plover_modes.csv")
    ]
    contexts = [r["context"] for r in rows("plover/plover_contexts.csv")]
    mapped = {}
    for r in rows("plover/cameo2plover.csv"):
        code = r["cameo_code"]
        if code in MENDED_CODES:
            mend = MENDED_CODES[code]
            if mend is None:
                continue
            event, mode, context = mend
        else:
            event, mode = r["event"], r["mode"]
            parts = [c.strip() for c in r["context"].split(";") if c.strip()]
            context = ";".join(MENDED_CONTEXTS.get(c, c) for c in parts)
        mapped[code] = "|".join((code, event, mode, context))
    swift(
        "PLOVERData.swift",
        ["PLOVER's events, modes and contexts, and which of them each CAMEO code becomes.",
         "Derived from the PLOVER manual (draft 0.8) and its table CAMEO2PLOVER-2021,",
         "https://github.com/openeventdata/PLOVER, commit 5e0c24f, by the Open Event Data Alliance,",
         "under CC BY-SA 4.0 (https://creativecommons.org/licenses/by-sa/4.0/). These tables are",
         "changed as docs/ontology.md lists, and stand under the same licence.",
         "",
         "The order of modes and contexts is pinned: records hold their positions, from 1."],
        "PLOVERData",
        [("events", events), ("modes", modes), ("contexts", [";".join(contexts[i:i + 5])
                                                                 for i in range(0, len(contexts), 5)]),
         ("codes", [mapped[c] for c in sorted(mapped)])])


if __name__ == "__main__":
    main()
