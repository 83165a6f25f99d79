"""Ideal points in the General Assembly and the distances between them."""

import math

from .common import CORE, CORE_PAIRS, number, read_rows, write_table

SOURCE = [
    "Source: Erik Voeten, ideal points of 28 July 2025; Bailey, Strezhnev and Voeten 2017, JCR 61(2); votes: Fjelstul, Hug and Kilby 2025;",
    "by way of github.com/lucasbuildsapps/Masterthesis, commit 5298218d5b57e5b09223b124b25c03dc37ed646e.",
    "Terms: cite the authors; no licence stated on the way. Votes on final passage, per calendar year.",
    "margin = 1.96 / 1.645 times half the distance from the 5% to the 95% quantile, as if the posterior were normal.",
]


def build(places):
    points = {}
    for row in read_rows(places.data("un-recent", "ideal_points_2025.csv.gz")):
        if row["iso3c"] in CORE and int(row["year"]) >= 1991 and row["idealpointfp"]:
            half = (float(row["q95fp"]) - float(row["q5fp"])) / 2 * 1.96 / 1.645
            points[(row["year"], row["iso3c"])] = (float(row["idealpointfp"]), half, row)
    write_table(
        places, "series/un-ideal.csv",
        ["UN ideal points of the six (higher = closer to the United States' votes), with 5% and 95% quantiles; n = votes used.", *SOURCE,
         "Many votes of one kind in a year move the estimates, and in some years the scale is stretched: compare with the quantiles."],
        ["date", "of", "ideal", "q5", "q95", "margin", "n"],
        [[year, state, row["idealpointfp"], row["q5fp"], row["q95fp"], number(half, 5), row["nvotesfp"]]
         for (year, state), (_, half, row) in sorted(points.items())])
    rows = []
    for year in sorted({key[0] for key in points}):
        for pair in CORE_PAIRS:
            a, b = pair.split("-")
            if (year, a) in points and (year, b) in points:
                first, second = points[(year, a)], points[(year, b)]
                rows.append([year, pair, number(abs(first[0] - second[0]), 5), number(math.hypot(first[1], second[1]), 5)])
    write_table(
        places, "series/un-distance.csv",
        ["Absolute distance of two states' UN ideal points.", *SOURCE, "The two margins are joined as if independent."],
        ["date", "of", "distance", "margin"], rows)
