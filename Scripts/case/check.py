"""Checks the case's files against each other: codes, ids, dates, and every series against its declaration.

It reads case.yaml only as far as the hand-written file needs; `entente case check` reads all of it.
"""

import datetime
import os
import re

from .common import read_table

TYPES = set("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION "
            "MOBILIZE COERCE ASSAULT STATEMENT".split())
PLUS = set("AGREE CONSULT COOPERATE SUPPORT CONCEDE AID RETREAT".split())
KINDS = set("signed-sum count sum mean share percent rate level".split())
SCOPES = {"state": r"[A-Z]{3}", "pair": r"[A-Z]{3}-[A-Z]{3}", "directed-pair": r"[A-Z]{3}>[A-Z]{3}", "world": "world"}
DATES = {"day": r"\d{4}-\d\d-\d\d", "week": r"\d{4}-\d\d-\d\d", "month": r"\d{4}-(0[1-9]|1[0-2])", "quarter": r"\d{4}Q[1-4]",
         "half": r"\d{4}H[12]", "year": r"\d{4}"}
TIE_KINDS = set("alliance treaty forum sanctions agreement exercise".split())
OBLIGATIONS = set("defence consultation neutrality non-aggression none".split()) | {""}
ID = re.compile(r"[a-z0-9.-]+")
LARGEST = 500_000


class Checker:
    def __init__(self, folder):
        self.folder, self.faults, self.checked = folder, [], 0
        with open(os.path.join(folder, "case.yaml"), encoding="utf-8") as file:
            self.yaml = file.read()
        self.actors = set(re.findall(r"^  - code: ([A-Z]{3})$", self.yaml, re.MULTILINE))

    def expect(self, truth, *where):
        self.checked += 1
        if not truth:
            self.faults.append(" ".join(str(part) for part in where))

    def table(self, name):
        comments, header, rows = read_table(os.path.join(self.folder, name))
        self.expect(comments, name, "has no provenance comment")
        for row in rows:
            self.expect(len(row) == len(header), name, "expected", len(header), "cells, found", row)
        return [dict(zip(header, row)) for row in rows], header

    def codes(self, text, *where):
        for code in filter(None, text.split(";")):
            self.expect(code in self.actors, *where, "unknown actor", code)

    def day(self, text, *where):
        try:
            datetime.date.fromisoformat(text)
        except ValueError:
            self.expect(False, *where, "expected a day, found", text)


def run(folder):
    checker = Checker(folder)
    events = chronology(checker)
    ties(checker)
    attributes(checker)
    questions(checker)
    series(checker)
    affinity(checker)
    for name in re.findall(r"^triggers: \[(.*)\]$|^shock: (.*)$", checker.yaml, re.MULTILINE):
        for ident in filter(None, ",".join(name).replace(" ", "").split(",")):
            checker.expect(ident in events, "case.yaml: unknown event", ident)
    for path, _, names in os.walk(folder):
        for name in names:
            size = os.path.getsize(os.path.join(path, name))
            checker.expect(size <= LARGEST, name, "has", size, "bytes")
    for fault in checker.faults:
        print(fault)
    print(f"{checker.checked} checks, {len(checker.faults)} faults")
    return 1 if checker.faults else 0


def chronology(checker):
    rows, _ = checker.table("chronology.csv")
    states, _ = checker.table("categories.csv")
    window = re.search(r"^window: \{from: (\S+), to: (\S+)\}", checker.yaml, re.MULTILINE).groups()
    known, ids, last = {row["category"] for row in states}, set(), ""
    for row in rows:
        where = ("chronology.csv", row["id"])
        checker.expect(ID.fullmatch(row["id"]) and row["id"] not in ids, *where, "id is malformed or repeated")
        ids.add(row["id"])
        checker.day(row["date"], *where)
        checker.expect(window[0] <= row["date"] <= window[1], *where, "outside the window")
        checker.expect(row["date"] >= last, *where, "out of order")
        last = row["date"]
        checker.expect(row["certainty"] in ("certain", "uncertain"), *where, "certainty")
        checker.expect(row["type"] in TYPES, *where, "type", row["type"])
        sign = "0" if row["type"] == "STATEMENT" else "+1" if row["type"] in PLUS else "-1"
        checker.expect(row["sign"] == sign, *where, "sign", row["sign"])
        checker.expect(row["category"] in known, *where, "category", row["category"])
        checker.expect(row["grade"] in ("", "A", "B", "C", "D"), *where, "grade", row["grade"])
        checker.expect(bool(row["grade"]) == bool(row["claimed_by"]), *where, "grade without claim or claim without grade")
        checker.expect(row["sources"] and row["text"] and row["reference"], *where, "empty cell")
        for column in ("sources", "targets", "claimed_by", "denied_by"):
            checker.codes(row[column], *where, column)
    checker.expect(known == {row["category"] for row in rows}, "categories.csv: a category without events")
    return ids


def ties(checker):
    ids = set()
    for row in checker.table("ties.csv")[0]:
        where = ("ties.csv", row["id"])
        checker.expect(ID.fullmatch(row["id"]) and row["id"] not in ids, *where, "id is malformed or repeated")
        ids.add(row["id"])
        checker.codes(row["members"], *where)
        checker.day(row["start"], *where)
        if row["end"]:
            checker.day(row["end"], *where)
            checker.expect(row["end"] > row["start"], *where, "ends before it starts")
        checker.expect(row["kind"] in TIE_KINDS and row["obligation"] in OBLIGATIONS, *where, "kind or obligation")
        checker.expect(row["certainty"] in ("certain", "uncertain") and row["reference"], *where, "certainty or reference")


def attributes(checker):
    seen = set()
    for row in checker.table("attributes.csv")[0]:
        key = (row["actor"], row["year"], row["variable"])
        checker.expect(key not in seen, "attributes.csv: repeated", key)
        seen.add(key)
        if row["actor"] != "world":
            checker.codes(re.sub("[->]", ";", row["actor"]), "attributes.csv")
        checker.expect(re.fullmatch(r"\d{4}", row["year"]) and row["certainty"] in "ABC", "attributes.csv", key)
        checker.expect(is_number(row["value"]), "attributes.csv", key, row["value"])


def questions(checker):
    with open(os.path.join(checker.folder, "questions.yaml"), encoding="utf-8") as file:
        text = file.read()
    ids = re.findall(r"^- id: (\S+)$", text, re.MULTILINE)
    checker.expect(len(ids) == len(set(ids)) and ids, "questions.yaml: ids repeated")
    for block in text.split("\n- ")[1:]:
        issued, horizon = re.search(r"issued: (\S+)\n.*horizon: (\S+)", block, re.DOTALL).groups()
        checker.expect(issued < horizon, "questions.yaml:", block.split("\n")[0], "horizon before issue")


def is_number(text):
    try:
        return float(text) == float(text)
    except ValueError:
        return False


def declarations(checker):
    start = checker.yaml.index("\nseries:\n")
    for block in re.split(r"^  - id: ", checker.yaml[start:], flags=re.MULTILINE)[1:]:
        lines = block.split("\n")
        fields = {"id": lines[0].strip()}
        for line in lines[1:]:
            found = re.match(r"    ([a-z-]+): (.*)$", line)
            if found:
                fields[found.group(1)] = found.group(2).strip('"')
        yield fields


def series(checker):
    tables, ids, files = {}, set(), set()
    for item in declarations(checker):
        ident, name = item["id"], item["file"]
        files.add(name)
        checker.expect(ident not in ids and ID.fullmatch(ident), "case.yaml: series", ident, "malformed or repeated")
        ids.add(ident)
        for field in ("title", "of", "by", "layout", "kind", "unit", "source", "terms"):
            checker.expect(item.get(field), "case.yaml: series", ident, "lacks", field)
        checker.expect(item["kind"] in KINDS, "case.yaml: series", ident, "kind", item["kind"])
        if name not in tables:
            tables[name] = checker.table(name)
        rows, header = tables[name]
        if item["layout"] == "wide":
            for subject in header[1:]:
                checker.expect(re.fullmatch(SCOPES[item["of"]], subject), name, subject)
            continue
        checker.expect(item["column"] in header, name, "has no column", item["column"])
        seen, filled = set(), 0
        for row in rows:
            key = (row["date"], row["of"])
            checker.expect(key not in seen, name, "repeats", key)
            seen.add(key)
            checker.expect(re.fullmatch(SCOPES[item["of"]], row["of"]), name, "of", row["of"])
            checker.expect(re.fullmatch(DATES[item["by"]], row["date"]), name, "date", row["date"])
            if row["of"] != "world":
                checker.codes(re.sub("[->]", ";", row["of"]), name)
            cell = row[item["column"]]
            checker.expect(cell == "" or is_number(cell), name, key, item["column"], cell)
            filled += cell != ""
            if item["kind"] in ("count", "percent", "share", "rate") and cell:
                checker.expect(float(cell) >= 0, name, key, "below zero")
            if item["kind"] == "percent" and cell:
                checker.expect(float(cell) <= 100, name, key, "above 100")
            for column in ("n", "margin"):
                checker.expect(row.get(column, "") == "" or float(row[column]) >= 0, name, key, column)
            checker.expect(row.get("certainty", "A") in ("A", "B", "C"), name, key, "certainty")
        checker.expect(filled, name, item["column"], "is empty throughout")
    shipped = {f"series/{name}" for name in os.listdir(os.path.join(checker.folder, "series"))}
    extra = shipped - files - {"series/gdelt-coverage.csv", "series/actor-effects.csv", "series/control-pairs.csv"}
    checker.expect(not extra, "series files without a declaration:", sorted(extra))


def affinity(checker):
    """The weekly files against the daily ones: same weeks, and effects that leave no actor out."""
    coverage, _ = checker.table("series/gdelt-coverage.csv")
    daily, pairs = checker.table("series/gdelt-daily.csv")
    effects, states = checker.table("series/actor-effects.csv")
    controls, others = checker.table("series/control-pairs.csv")
    checker.expect([row["date"] for row in coverage] == [row["date"] for row in daily], "coverage and daily series differ in days")
    for row, day in zip(coverage, daily):
        for pair in pairs[1:]:
            checker.expect((day[pair] == "") == (row["present"] == "0"), "gdelt-daily.csv", day["date"], pair)
    weeks = [row["week"] for row in effects]
    checker.expect(weeks == [row["week"] for row in controls], "effects and controls differ in weeks")
    for week in weeks:
        checker.expect(datetime.date.fromisoformat(week).weekday() == 0, "not a Monday:", week)
    for pair in pairs[1:] + others[1:]:
        for state in pair.split("-"):
            checker.expect(state in states, "actor-effects.csv lacks", state)
