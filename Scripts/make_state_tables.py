#!/usr/bin/env python3
"""Writes the tables of states that are compiled into EntenteRecord.

Reads the hand-kept lists in Scripts/states/ and, under ../shared/data (or the folder given as the
first argument), the state spells of Correlates of War and of Gleditsch and Ward, the crosswalk of
codes, GDELT's country table, and the names that published tables use. Writes
Sources/EntenteRecord/Actors/Tables/*.swift. Same input, same bytes.
"""
import csv
import datetime
import gzip
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "data"
OUT = ROOT / "Sources" / "EntenteRecord" / "Actors" / "Tables"

# Numbers that the crosswalk leaves without an ISO code, or that GW has and COW has not.
COW_EXTRA = {
    240: "HAN", 245: "BAV", 267: "BAD", 269: "SAX", 271: "WRT", 273: "HSE", 275: "HSG",
    280: "MEC", 300: "AUH", 327: "PAP", 329: "SIC", 332: "MOD", 335: "PMA", 337: "TUS",
    511: "ZAN", 730: "XKR", 817: "RVN",
}
GW_EXTRA = {
    89: "UPC", 99: "GCL", 340: "SRB", 345: "SRB", 563: "TRA", 564: "OFS", 711: "TBT", 815: "XVN",
}
# The ends of the lists: a spell that reaches them goes on.
OPEN = {"2016-12-31", "2017-12-31"}
BEGIN = "1816-01-01"


def rows(path, encoding="utf-8"):
    opener = gzip.open if str(path).endswith(".gz") else open
    with opener(DATA / path, "rt", encoding=encoding, newline="") as file:
        yield from csv.DictReader(file)


def hand(name):
    with open(ROOT / "Scripts" / "states" / name, encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def read_spells():
    crosswalk = {int(r["ccode"]): r for r in rows("cow/state_codes.csv")}
    cow_code = {n: r["iso3"] for n, r in crosswalk.items() if r["iso3"]} | COW_EXTRA
    gw_code = {}
    for number, row in crosswalk.items():
        for gw in filter(None, row["gwcode"].split("|")):
            gw_code.setdefault(int(gw), cow_code[number])
    gw_code |= GW_EXTRA
    cow, abbreviations, gw = [], [], []
    for r in rows("cow/cow_states.csv"):
        start = "%04d-%02d-%02d" % tuple(int(r[k]) for k in ("styear", "stmonth", "stday"))
        end = "%04d-%02d-%02d" % tuple(int(r[k]) for k in ("endyear", "endmonth", "endday"))
        number = int(r["ccode"])
        # Both lists begin in 1816, and states that are there then are older.
        start = "" if start == BEGIN else start
        cow.append((str(number), cow_code[number], start, "" if end in OPEN else end))
        abbreviations.append((r["stateabb"], *cow[-1][1:]))
    listed = set()
    for r in rows("cow/gw_states.csv"):
        number = int(r["gwcode"])
        listed.add(number)
        end = "" if r["enddate"] in OPEN else r["enddate"]
        start = "" if r["startdate"] == BEGIN else r["startdate"]
        gw.append((str(number), gw_code[number], start, end))
    count = len(gw)
    # Gleditsch and Ward keep microstates in a list of their own, which is not in the data.
    for number, code in sorted(gw_code.items()):
        if number not in listed:
            gw.append((str(number), code, "", ""))
    return cow, abbreviations, gw, count


def union(spells):
    """Spells that touch or overlap, joined; an empty end is open."""
    joined = []
    for start, end in sorted(spells):
        end = end or "9999-12-31"
        if joined and start <= next_day(joined[-1][1]):
            joined[-1][1] = max(joined[-1][1], end)
        else:
            joined.append([start, end])
    return ",".join(
        s + "/" + ("" if e == "9999-12-31" else e) for s, e in joined)


def next_day(text):
    if text == "9999-12-31":
        return text
    return str(datetime.date.fromisoformat(text) + datetime.timedelta(days=1))


def swift(path, doc, name, body):
    text = f"""// Written by Scripts/make_state_tables.py; edit its inputs, not this file.

/// {doc[0]}
///
"""
    text += "".join(f"/// {line}\n" if line else "///\n" for line in doc[1:])
    text += f"enum {name} {{\n"
    for key, lines in body:
        text += f"  static let {key} = #\"\"\"\n"
        text += "".join(f"    {line}\n" for line in lines)
        text += "    \"\"\"#\n"
    text += "}\n"
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / path).write_text(text, encoding="utf-8")


def pack(items, width=92):
    """Items joined by `;` into lines of readable length."""
    line = ""
    for item in items:
        if line and len(line) + len(item) + 1 > width:
            yield line
            line = ""
        line += (";" if line else "") + item
    if line:
        yield line


def main():
    states = list(hand("states.csv"))
    extra = list(hand("codes.csv"))
    cow, abbreviations, gw, listed = read_spells()
    spells = {}
    for _, code, start, end in cow + gw[:listed]:
        spells.setdefault(code, []).append((start, end))
    entries = []
    for r in states:
        span = r["spells"] or (union(spells[r["code"]]) if r["code"] in spells else "")
        if r["standing"] in ("territory", "region"):
            span = ""
        elif not span:
            raise SystemExit(f"{r['code']}: no spell")
        entries.append("|".join((r["code"], r["standing"], r["of"], span, r["name"])))
    swift(
        "StateData.swift",
        ["States, extinct states and territories, with the days between which they exist.", 
         "`code|standing|of|spells|name`. The spells are the union of those of the State System",
         "Membership list of Correlates of War (v2016) and of Gleditsch and Ward's list of",
         "independent states (1999, as of 2017), which ask to be cited; those of microstates and of",
         "contested states stand in Scripts/states/states.csv. Codes: ISO 3166-1 alpha-3, and our own",
         "where ISO has none."],
        "StateData", [("entries", entries)])

    def dated(items):
        out = {}
        for text, code, start, end in items:
            out.setdefault(text, []).append(
                code + (f"@{start}/{end}" if start or end else ""))
        return [f"{text}={'+'.join(codes)}" for text, codes in out.items()]

    def more(system):
        return [(r["code"], r["state"], r["from"], r["to"]) for r in extra if r["system"] == system]

    iso2 = [(r["iso2"], r["code"], "", "") for r in states if r["iso2"]] + more("iso2")
    iso3 = [(r["code"], r["code"], "", "") for r in states] + more("iso3")
    fips = [(r["fips"], r["code"], "", "") for r in states if r["fips"]] + more("fips")
    known = {r["code"] for r in states}
    own = {r[0] for r in more("cameo")}
    cameo = more("cameo")
    with open(DATA / "event-formats/gdelt/lookups/CAMEO.country.txt", encoding="latin-1") as file:
        for line in file.read().splitlines()[1:]:
            code, label = line.split("\t")
            if code in own or code in known:
                continue
            cameo.append((code, f"-region: {label}", "", ""))
    # ISO for what GDELT's table lacks; extinct states would clash with its codes of sectors.
    taken = {r[0] for r in cameo} | {r["code"] for r in states if r["standing"] == "extinct"}
    cameo += [r for r in iso3 if r[0] not in taken]
    swift(
        "StateCodeData.swift",
        ["Codes of each system, and the states that they mean.",
         "`code=state@from/to`, several joined by `+`; `-` says what it is instead of a state, and",
         "after `:` whose. COW and Gleditsch-Ward: their state lists. ISO 3166-1: current codes and",
         "the retired ones of ISO 3166-3. FIPS 10-4 with the codes added since by the US Board on",
         "Geographic Names (checked against GeoNames, CC BY 4.0). CAMEO: GDELT's country table, then",
         "ISO. What was decided by hand stands in Scripts/states/."],
        "StateCodeData",
        [("iso2", list(pack(dated(iso2)))), ("iso3", list(pack(dated(iso3)))),
         ("cow", list(pack(dated(cow)))), ("cowAbbreviations", list(pack(dated(abbreviations)))),
         ("gleditschWard", list(pack(dated(gw)))), ("cameo", list(pack(dated(cameo)))),
         ("fips", list(pack(dated(fips))))])

    names = {}

    def add(code, name):
        names.setdefault(code, {}).setdefault(name, None)

    for r in states:
        add(r["code"], r["name"])
        for alias in filter(None, r["aliases"].split("|")):
            add(r["code"], alias)
    # Names of published tables, where the code beside them says whom they mean.
    skip = {"DEU", "SRB", "KOR", "PRK", "XKR", "VNM", "RVN", "YEM", "YMD", "COG", "COD", "CHN", "TWN",
            "RUS", "PSE", "XVN"}
    by_number = {text: code for text, code, _, _ in cow}
    by_gw = {text: code for text, code, _, _ in gw}
    found = [(by_number[r["ccode"]], r["statenme"]) for r in rows("cow/cow_states.csv")]
    for r in rows("cow/gw_states.csv"):
        found.append((by_gw[r["gwcode"]], r["statename"]))
    for path in ("milex/worldbank_gdp.csv", "milex/worldbank_population.csv"):
        found += [(r["Country Code"], r["Country Name"]) for r in rows(path)]
    two = {r["iso2"]: r["code"] for r in states if r["iso2"]}
    for r in rows("unvotes/un_votes.csv.gz"):
        if r["country_code"] in two:
            found.append((two[r["country_code"]], r["country"]))
    for year in ("14", "18"):
        found += [(r["iso3"], r["name"]) for r in rows(f"tkg/ICEWS{year}/country-entities.csv")]
    for r in rows("icews-recent/entities.csv.gz"):
        if r["kind"] == "state":
            found.append((r["iso3"], r["name"]))
    for code, name in found:
        if code in known and code not in skip and not any(c in name for c in "|;@"):
            add(code, name)
    lines = [f"{code}={line}" for code in sorted(names) for line in pack(names[code], 84)]
    icews = [f"{r['code']}={r['state']}" for r in extra if r["system"] == "icews"]
    swift(
        "StateNameData.swift",
        ["English names and aliases of states and territories, some of them dated.",
         "`code=name@from/to;name;...`. Names of Correlates of War, Gleditsch and Ward, the World",
         "Bank, the UN roll calls and ICEWS, and those listed by hand in Scripts/states/states.csv.",
         "The two Koreas are told apart by `KoreanNames` before this table is asked."],
        "StateNameData", [("names", lines), ("icews", icews)])
    write_sectors()


def write_sectors():
    """Sectors of ICEWS whose bearers ICEWS mostly counts to a government."""
    counts = {}
    for r in rows("icews-recent/events-2018-10_2019-03.csv.gz"):
        for side in ("source", "target"):
            match = re.fullmatch(r"(.*) \(([^()]*)\)", r[f"{side}_name"])
            if match:
                count = counts.setdefault(match[1], [0, 0])
                count[r[f"{side}_kind"] != "gov"] += 1
    sectors = sorted(name for name, (gov, other) in counts.items() if gov > other)
    swift(
        "SectorData.swift",
        ["Sectors of ICEWS entities, as in `Foreign Affairs (Russia)`, that belong to a government.",
         "Those whose rows in the daily files of 2018-10 to 2019-03 mostly carry the sector",
         "Government; only ten of 344 sectors are ever found on both sides."],
        "SectorData", [("government", list(pack(sectors)))])


if __name__ == "__main__":
    main()
