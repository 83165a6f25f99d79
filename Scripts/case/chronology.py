"""chronology.csv: the dated events of the case, with stable ids, categories and contested claims."""

from . import categories, contested, event_ids
from .common import BuildError, read_rows, write_table

HEADER = ["id", "date", "certainty", "sources", "targets", "type", "sign", "category",
          "claimed_by", "denied_by", "grade", "text", "reference"]
COMMENTS = [
    "Dated events of Northeast Asia, July 2016 to December 2024.",
    "Source: the project's own chronology and its list of contested events, texts in our own words.",
    "Done: ids given, categories inferred by rule, contested events merged where they are the same act",
    "or added as rows of their own. The source names no reference for its rows: all are unreferenced.",
    "Terms: ours, under the licence of this repository.",
]


def build(places):
    events = [event(row) for row in read_rows(places.case("chronology.csv"))]
    add_contested(events, list(read_rows(places.case("claimed-events.csv"))))
    order = sorted(range(len(events)), key=lambda index: (events[index]["date"], index))
    events = [events[index] for index in order]
    give_ids(events)
    write_table(places, "chronology.csv", COMMENTS, HEADER,
                [[item[column] for column in HEADER] for item in events])
    return events


def event(row):
    return {
        "id": "", "date": row["date"],
        "certainty": "uncertain" if "uncertain" in row["certainty"] else "certain",
        "sources": row["source_actors"], "targets": row["target_actors"],
        "type": row["plover_type"], "sign": row["sign"], "category": categories.category(row),
        "claimed_by": "", "denied_by": "", "grade": "",
        "text": row["description"], "reference": "unreferenced",
    }


def add_contested(events, rows):
    pending = list(rows)
    for date, start, action, detail in contested.CONTESTED:
        found = [row for row in pending if row["date"] == date and row["event"].startswith(start)]
        if len(found) != 1:
            raise BuildError(f"contested event {date} {start!r}: expected one row, found {len(found)}")
        pending.remove(found[0])
        claim = {"claimed_by": found[0]["claimed_by"], "denied_by": found[0]["denied_by"],
                 "grade": found[0]["evidence_grade"]}
        if action == contested.MERGE:
            find(events, date, detail).update(claim)
        else:
            ident, sources, targets, kind, sign, certainty, text = detail
            events.append({"id": ident, "date": date, "certainty": certainty, "sources": sources,
                           "targets": targets, "type": kind, "sign": sign, "category": "contested",
                           "text": text, "reference": "unreferenced", **claim})
    if pending:
        raise BuildError(f"contested events without a place: {[row['event'] for row in pending]}")


def find(events, date, words):
    found = [item for item in events if item["date"] == date and words in item["text"]]
    if len(found) != 1:
        raise BuildError(f"{date} {words!r}: expected one event, found {len(found)}")
    return found[0]


def give_ids(events):
    for date, words, ident in event_ids.KEY_EVENTS:
        own = [item for item in events if not item["id"] or item["id"] == ident]
        find(own, date, words)["id"] = ident
    taken = {item["id"] for item in events if item["id"]}
    for item in events:
        if item["id"]:
            continue
        stem = plain_id(item)
        suffixes = [""] + [f"-{letter}" for letter in "bcdefgh"]
        item["id"] = next(stem + suffix for suffix in suffixes if stem + suffix not in taken)
        taken.add(item["id"])


def plain_id(item):
    """Actors, type and day: chn-rus-consult-2019-06-05, kor-to-rus-accuse-2024-02-03."""
    sources = sorted(item["sources"].split(";"))
    targets = sorted(filter(None, item["targets"].split(";")))
    parts = sources if sources == targets or not targets else sources + ["to"] + targets
    return "-".join(part.lower() for part in parts) + f"-{item['type'].lower()}-{item['date']}"
