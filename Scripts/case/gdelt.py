"""The signed sums of news events: daily pairs, coverage, weekly actor effects and control pairs."""

import datetime
import math
from collections import defaultdict

from .common import CORE, CORE_PAIRS, number, read_rows, write_table

CONTEXT_PAIRS = """
    AUS-CHN AUS-JPN AUS-KOR AUS-USA CHN-DEU CHN-GBR CHN-IND CHN-TWN CHN-UKR DEU-RUS GBR-RUS GBR-USA
    IND-JPN IND-RUS IND-USA IRN-RUS JPN-TWN JPN-UKR KOR-UKR RUS-UKR TWN-USA UKR-USA
""".split()
CONTROLS = 80
ACTIVE = 0.9

SOURCE = [
    "Source: The GDELT Project, GDELT 2.0 Event Database (https://www.gdeltproject.org), by way of",
    "github.com/gzemo/gdelt-graph-data, commit 8b719115c084afada0325538dc13c1b8fb75e578 (GPL-3.0 for the repository).",
    "Terms: GDELT describes its data as free for unlimited use with citation and a link (recalled; check before publishing).",
]


def build(places):
    present = coverage(places)
    daily(places, present)
    weekly(places, present)


def coverage(places):
    rows = list(read_rows(places.data("gdelt-dyads", "coverage.csv")))
    write_table(
        places, "series/gdelt-coverage.csv",
        ["Days with a source file, the world's sum of absolute scores over all 249 states, and the number of pairs not zero.",
         *SOURCE,
         "Partial days: 2020-10-30 to 2020-11-15 are present but probably incomplete; 2024-02-23, the last day, is cut short."],
        ["date", "present", "volume", "nonzero_pairs"],
        [[row["date"], row["present"], number(float(row["sum_abs_score"]), 1) if row["present"] == "1" else "",
          row["nonzero_pairs"] if row["present"] == "1" else ""] for row in rows])
    return {row["date"]: float(row["sum_abs_score"]) if row["present"] == "1" else None for row in rows}


def daily(places, present):
    pairs = CORE_PAIRS + CONTEXT_PAIRS
    wanted = set(pairs)
    scores = defaultdict(dict)
    for row in read_rows(places.data("gdelt-dyads", "daily-northeast-asia.csv.gz")):
        pair = f"{row['source']}-{row['target']}"
        if pair in wanted:
            scores[row["date"]][pair] = float(row["score"])
    rows = []
    for date, volume in present.items():
        day = scores.get(date, {})
        rows.append([date] + ["" if volume is None else number(day.get(pair, 0), 1) for pair in pairs])
    write_table(
        places, "series/gdelt-daily.csv",
        ["Daily signed sums of news events between two states, undirected by construction: 15 pairs of the six and 22 of context.",
         *SOURCE,
         "Done: pairs selected, both orders folded into one, rounded to one decimal. Empty: no source file that day. 0: no event.",
         "Sums grow with the world's news volume: divide by the volume in gdelt-coverage.csv. The date is that of the news file."],
        ["date"] + pairs, rows)


def monday(date):
    day = datetime.date.fromisoformat(date)
    return (day - datetime.timedelta(days=day.weekday())).isoformat()


def weekly(places, present):
    volume = defaultdict(float)
    for date, value in present.items():
        if value is not None:
            volume[monday(date)] += value
    weeks = sorted(volume)
    position = {week: index for index, week in enumerate(weeks)}

    raw = defaultdict(lambda: [0.0] * len(weeks))
    for row in read_rows(places.data("gdelt-dyads", "weekly-all-states.csv.gz")):
        raw[(row["state_a"], row["state_b"])][position[row["week"]]] = float(row["score"])
    active_weeks = defaultdict(lambda: [False] * len(weeks))
    for (a, b), values in raw.items():
        for index, value in enumerate(values):
            if value:
                active_weeks[a][index] = active_weeks[b][index] = True
    states = sorted(state for state, flags in active_weeks.items() if sum(flags) > ACTIVE * len(weeks))
    known = set(states)

    region(places, raw, weeks)
    controls = choose_controls(raw, known, len(weeks))
    effects, mean = actor_effects(raw, states, [volume[week] for week in weeks])
    context = {state for pair in CONTEXT_PAIRS for state in pair.split("-")} - set(CORE)
    shown = CORE + sorted(context & known) + sorted({s for pair in controls for s in pair} - set(CORE) - context)
    write_table(
        places, "series/actor-effects.csv",
        ["Weekly actor effects of the tamed share: mean g and, for each state, a_i.",
         *SOURCE,
         f"Done: r = 10000 x weekly sum / world volume of the same week, y = sign(r) sqrt|r|, absent pair-week 0; fitted on all {len(states)}",
         "states active in more than 90% of the 321 weeks: g = mean of y over pairs, a_i = (rowmean_i - g)(n-1)/(n-2),",
         "rowmean over the n-1 others. The relative affinity of i and j is y_ij - g - a_i - a_j."],
        ["week", "mean"] + shown,
        [[week, number(mean[index], 5)] + [number(effects[state][index], 5) for state in shown]
         for index, week in enumerate(weeks)])
    write_table(
        places, "series/control-pairs.csv",
        [f"Raw weekly sums of {len(controls)} unrelated pairs, for placebo and control series.",
         *SOURCE,
         "Rule: both states active in more than 90% of weeks, the pair not zero in more than 90%, none of CHN JPN KOR PRK RUS USA UKR.",
         f"The pairs are ranked by total absolute sum and cut into {CONTROLS} equal runs; from each run, busiest first, the pair whose two",
         "states have been used least so far is taken (then the busier). A pair with no event in a week has 0; no week lacks all days."],
        ["week"] + [f"{a}-{b}" for a, b in controls],
        [[week] + [number(raw[pair][index], 1) for pair in controls] for index, week in enumerate(weeks)])


def region(places, raw, weeks):
    """Absolute volume of each pair by half-year beside what the states' own volumes lead one to expect."""
    halves = [f"{week[:4]}H{1 if week[5:7] <= '06' else 2}" for week in weeks]
    rows = []
    for half in sorted(set(halves)):
        places_in = [index for index, name in enumerate(halves) if name == half]
        volume = {pair: sum(abs(raw[pair][index]) for index in places_in) for pair in sorted(raw)}
        sums = defaultdict(float)
        for (a, b), value in volume.items():
            sums[a] += value
            sums[b] += value
        factor = expected_factors({state: value for state, value in sums.items() if value > 0})
        for pair in CORE_PAIRS + CONTEXT_PAIRS:
            a, b = pair.split("-")
            rows.append([half, pair, number(volume.get((a, b), 0), 1), number(factor[a] * factor[b], 1), len(places_in)])
    write_table(
        places, "series/gdelt-volume.csv",
        ["Absolute volume of news events of a pair by half-year (sum of |weekly sum|), and the volume expected from the two states' totals.",
         *SOURCE,
         "Done: expected volume x_i x_j with the row sums of all 249 states and an empty diagonal, iterated to convergence; n = weeks.",
         "Observed over expected is the lift: above 1 the two have more to do with each other than their size suggests. 2024H1 has 8 weeks."],
        ["date", "of", "volume", "expected", "n"], rows)


def expected_factors(sums):
    total = sum(sums.values())
    factor = {state: value / math.sqrt(total) for state, value in sums.items()}
    for _ in range(200):
        whole = sum(factor.values())
        factor = {state: math.sqrt(value * sums[state] / (whole - value)) for state, value in factor.items()}
    return factor


def choose_controls(raw, known, weeks):
    barred = set(CORE) | {"UKR"}
    eligible = []
    for pair, values in raw.items():
        if pair[0] in known and pair[1] in known and not barred & set(pair):
            if sum(1 for value in values if value) > ACTIVE * weeks:
                eligible.append((-sum(abs(value) for value in values), pair))
    eligible.sort()
    used, chosen = defaultdict(int), []
    for run in range(CONTROLS):
        part = eligible[run * len(eligible) // CONTROLS:(run + 1) * len(eligible) // CONTROLS]
        _, _, pair = min((used[pair[0]] + used[pair[1]], total, pair) for total, pair in part)
        used[pair[0]] += 1
        used[pair[1]] += 1
        chosen.append(pair)
    return sorted(chosen)


def actor_effects(raw, states, volumes):
    count, known = len(states), set(states)
    sums = {state: [0.0] * len(volumes) for state in states}
    total = [0.0] * len(volumes)
    for pair in sorted(raw):
        a, b = pair
        if a not in known or b not in known:
            continue
        for index, value in enumerate(raw[pair]):
            if value:
                share = 1e4 * value / volumes[index]
                tamed = math.copysign(math.sqrt(abs(share)), share)
                sums[a][index] += tamed
                sums[b][index] += tamed
                total[index] += tamed
    mean = [value / (count * (count - 1) / 2) for value in total]
    effects = {
        state: [(value / (count - 1) - mean[index]) * (count - 1) / (count - 2)
                for index, value in enumerate(values)]
        for state, values in sums.items()}
    return effects, mean
