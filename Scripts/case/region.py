"""How much more the six deal with each other than states of their size, by year, measured by the program."""

import json

from .common import CORE, number, program_output, write_table

# A 90% interval as the 95% half-width that a case's series carries.
NORMAL = 1.959963984540054 / 1.6448536269514722


def build(places):
    text = program_output(
        places, "region", places.data("gdelt-dyads", "weekly-all-states.csv.gz"), "--members", ",".join(CORE),
        "--by", "year", "--draws", "999", "--sets", "10000", "--json")
    rows = []
    for reading in json.loads(text)["readings"]:
        # The last year has eight weeks.
        if reading["isThin"]:
            continue
        lift = reading["lift"]
        margin = NORMAL * (lift["high"] - lift["low"]) / 2
        rows.append([
            reading["period"], "world", number(lift["value"], 4), number(reading["liftPercentile"], 4), lift["n"],
            number(margin, 4)])
    write_table(
        places, "series/region.csv",
        ["Lift of the six: volume of news events among them over that expected of states of their size, by year.",
         "Source: The GDELT Project, GDELT 2.0 Event Database (https://www.gdeltproject.org), by way of",
         "github.com/gzemo/gdelt-graph-data, commit 8b719115c084afada0325538dc13c1b8fb75e578 (GPL-3.0 for the repository).",
         "Terms: GDELT describes its data as free for unlimited use with citation and a link (recalled; check before publishing).",
         "Done: `entente region` on weekly sums of all pairs of states; like_sets = share of 10,000 sets of states of like volume",
         "with as large a lift; n = weeks; margin = 95% half-width from 999 draws of 8-week blocks. 2024 has 8 weeks and is left out."],
        ["date", "of", "lift", "like_sets", "n", "margin"], rows)
