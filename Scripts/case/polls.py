"""Published poll figures, one file a pollster: figures of two pollsters are never joined."""

from .common import number, read_rows, write_table

FAVOURABILITY = ["KOR>CHN", "JPN>CHN", "USA>CHN", "RUS>CHN", "KOR>USA", "JPN>USA", "RUS>USA", "CHN>USA",
                 "KOR>RUS", "JPN>RUS", "USA>RUS", "KOR>JPN", "USA>JPN", "CHN>JPN", "RUS>JPN"]
PRESS = [
    "Source: figures published by the pollster or the press, named in the column `source`.",
    "Terms: pollsters keep their rights in their data; single figures are facts. margin is the one published, else empty.",
    "certainty: A read in the named source, B recalled and well attested, C recalled only.",
]


def build(places):
    pew(places)
    rows = list(read_rows(places.data("polls", "polls_published.csv")))
    impressions(places, rows, "polls-cabinet-office.csv", "Cabinet Office", "affinity with ", {"yes": "affinity"},
                ["Japanese who feel affinity with a state, per cent, Cabinet Office of Japan.",
                 "Only the mail surveys since 2020 (the field year dates a row); those before were face to face and must not be joined."],
                first="2020")
    impressions(places, rows, "polls-genron.csv", "Genron NPO", "impression of ", {"good": "good", "bad": "bad"},
                ["Good and bad impressions of a state, per cent, Genron NPO with EAI (Korea) and CIPG (China); 2024 EAI alone.",
                 "In China ten cities are polled. The bad impression of Japan in 2019 is 49.9 in one source and 50.1 in another."])
    impressions(places, rows, "polls-levada.csv", "Levada", "attitude to ", {"good": "good", "bad": "bad"},
                ["Good and bad attitudes of Russians to a state, per cent, Levada Center."])
    for pollster, answer, name in [("KINU", "support", "kinu"), ("Chey Institute (Gallup Korea)", "needed", "chey"),
                                   ("Chicago Council", "support", "chicago-council"), ("Realmeter", "support", "realmeter"),
                                   ("Asan", "support", "asan")]:
        nuclear(places, rows, pollster, answer, name)


def pew(places):
    rows = []
    for row in read_rows(places.data("polls", "pew_favourability.csv")):
        pair = f"{row['respondents']}>{row['target']}"
        if pair in FAVOURABILITY:
            rows.append([row["year"], pair, row["favourable_pct"], row["unfavourable_pct"], row["n"], row["max_margin_pts"], "A"])
    rows.sort(key=lambda row: (row[0], row[1]))
    write_table(
        places, "series/polls-pew.csv",
        ["Favourable and unfavourable opinions of a state, per cent, weighted.",
         "Source: Pew Research Center, Global Attitudes Survey, computed from the extract of github.com/worldregio/pew_opi,",
         "commit 9fa28b630975c2ca32f2e28e696508c6adfe13d6. Terms: Pew asks for credit and bears no responsibility for analyses; aggregates only.",
         "margin: 95% half-width at 50 per cent from the effective sample, without clustering, so too narrow. Telephone since 2020-21."],
        ["date", "of", "favourable", "unfavourable", "n", "margin", "certainty"], rows)


def impressions(places, rows, name, pollster, stem, answers, comments, first="0000"):
    table = {}
    for row in rows:
        if not (row["pollster"].startswith(pollster) or (pollster == "Genron NPO" and row["pollster"] == "EAI")):
            continue
        if not row["question"].startswith(stem) or row["answer"] not in answers or row["field_from"][:4] < first:
            continue
        key = (row["field_from"][:4], f"{row['respondents']}>{row['question'][len(stem):]}")
        entry = table.setdefault(key, {"n": row["n"], "margin": row["margin_pts"], "certainty": row["certainty"], "source": []})
        entry[answers[row["answer"]]] = row["value"]
        if row["source"] not in entry["source"]:
            entry["source"].append(row["source"])
    columns = list(answers.values())
    write_table(places, f"series/{name}", comments + PRESS,
                ["date", "of"] + columns + ["n", "margin", "certainty", "source"],
                [[year, pair] + [entry.get(column, "") for column in columns] +
                 [entry["n"], entry["margin"], entry["certainty"], "; ".join(entry["source"])]
                 for (year, pair), entry in sorted(table.items())])


def nuclear(places, rows, pollster, answer, name):
    found = []
    for row in rows:
        if row["pollster"] == pollster and row["question"] == "own nuclear weapons" and row["answer"] == answer:
            found.append([row["field_from"][:4], "KOR", number(float(row["value"]), 1), row["n"], row["margin_pts"],
                          row["certainty"], row["source"]])
    extra = ["Recalled figures only: do not build a result on them."] if name == "asan" else []
    write_table(places, f"series/polls-nuclear-{name}.csv",
                [f"South Koreans who want nuclear weapons of their own, per cent, {pollster}; dated by the year in which the field began.",
                 "Wordings differ: compare within a pollster."] + extra + PRESS,
                ["date", "of", "support", "n", "margin", "certainty", "source"], sorted(found))
