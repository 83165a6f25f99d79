"""North Korean tests, allied exercises and asset visits, and small counts of other events."""

from collections import Counter, defaultdict

from .common import number, read_rows, write_table
from .icews import month_names

COMPILED = "Source: compiled from the case chronology and from memory. Not exhaustive, least of all 2018-2021: a low count proves nothing."


def build(places):
    missiles(places)
    exercises(places)
    provocations(places)
    small_counts(places)


def missiles(places):
    days, icbm, launched = defaultdict(set), defaultdict(set), Counter()
    for row in read_rows(places.data("tests", "missile_tests.csv")):
        month = row["date"][:7]
        days[month].add(row["date"])
        launched[month] += 1
        if row["class"] in ("ICBM", "SLV"):
            icbm[month].add(row["date"])
    nuclear = Counter(row["date"][:4] for row in read_rows(places.data("tests", "nuclear_tests.csv")))
    source = [
        "Source: CNS North Korea Missile Test Database (James Martin Center for Nonproliferation Studies, for NTI), by way of",
        "github.com/nagix/nk-missile-tests, commit a0cc65874d36a4a0fdf16b73919d23a3a8f5dac5 (Apache-2.0). Terms: credit CNS and NTI; counts only.",
        "Missiles able to carry 500 kg over 300 km and space launchers; no cruise missiles or artillery. Days in UTC where stated.",
    ]
    write_table(
        places, "series/prk-tests-monthly.csv",
        ["North Korean missile tests by month: days with a launch, missiles launched, days with an ICBM or space launcher.", *source],
        ["date", "of", "days", "missiles", "long_range_days"],
        [[month, "PRK", len(days[month]), launched[month], len(icbm[month])] for month in month_names("2010-01", "2024-12")])
    rows = []
    for year in range(2010, 2025):
        months = list(month_names(f"{year}-01", f"{year}-12"))
        rows.append([year, "PRK", sum(len(days[m]) for m in months), sum(launched[m] for m in months),
                     sum(len(icbm[m]) for m in months), nuclear[str(year)]])
    write_table(
        places, "series/prk-tests-yearly.csv",
        ["North Korean missile and nuclear tests by year.", *source, "Nuclear tests: six from 2006 to 2017 (dates well attested)."],
        ["date", "of", "days", "missiles", "long_range_days", "nuclear_tests"], rows)


def exercises(places):
    held = Counter()
    for row in read_rows(places.data("tests", "exercises.csv")):
        if row["status"] == "held" and row["parties"] == "USA;KOR":
            held[row["start"][:4]] += 1
    visits = Counter()
    for row in read_rows(places.data("tests", "strategic_assets.csv")):
        kind = "submarine" if "submarine" in row["kind"] else row["kind"]
        visits[(row["date"][:4], kind)] += 1
    rows = []
    for year in range(2016, 2025):
        kinds = [visits[(str(year), kind)] for kind in ("bomber", "carrier", "submarine")]
        cells = [sum(kinds), *kinds] if sum(kinds) else ["", "", "", ""]
        rows.append([year, "KOR-USA", held[str(year)], *cells, "B"])
    write_table(
        places, "series/exercises.csv",
        ["US-South Korean exercises held and visits of US strategic assets in or near South Korea, by year.", COMPILED,
         "Visits of 2018-2021 were not collected: empty, not zero.",
         "Three-way drills are complete in chronology.csv (category drills-usa-jpn-kor): count them there."],
        ["date", "of", "exercises", "asset_visits", "bombers", "carriers", "submarines", "certainty"], rows)


def provocations(places):
    counts = Counter()
    for row in read_rows(places.data("tests", "provocations_csis.csv")):
        counts[(row["date"][:7], row["type"])] += 1
    kinds = ["Missile", "Nuclear", "Other Provocation"]
    rows = []
    for month in month_names("2010-01", "2024-11"):
        found = [counts[(month, kind)] for kind in kinds]
        rows.append([month, "PRK", sum(found), found[0] + found[1], found[2]])
    write_table(
        places, "series/prk-provocations.csv",
        ["North Korean provocations by month: all, missile and nuclear tests, and others.",
         "Source: CSIS Beyond Parallel, by way of github.com/stiles/north-korea-provocations, commit 523c75b849cb8862ad5edeea1844dff3390f21e1",
         "(CC0 for the repository). Terms: cite CSIS; counts only. A salvo is one; balloons, drones and jamming from 2024 on raise the others."],
        ["date", "of", "all", "tests", "others"], rows)


def small_counts(places):
    reports, military = Counter(), Counter()
    for row in read_rows(places.data("axis-events", "prk_rus_cooperation.csv")):
        quarter = f"{row['date'][:4]}Q{(int(row['date'][5:7]) + 2) // 3}"
        reports[quarter] += 1
        military[quarter] += row["group"] == "military"
    quarters = [f"{year}Q{q}" for year in (2022, 2023, 2024) for q in (1, 2, 3, 4)][2:]
    write_table(
        places, "series/prk-rus-reports.csv",
        ["Reports of North Korean-Russian cooperation by quarter, all and military.",
         "Source: V. Cha and A. Lim, CSIS Korea Chair, Beyond Parallel (https://beyondparallel.csis.org). Terms: cite CSIS; the list itself is not",
         "given here, ask before publishing it. It starts in July 2022 and grows with the attention paid: counts are not intensity."],
        ["date", "of", "reports", "military"], [[quarter, "PRK-RUS", reports[quarter], military[quarter]] for quarter in quarters])
    aircraft, listed = Counter(), Counter()
    for row in read_rows(places.data("axis-events", "chn_twn_air_daily.csv")):
        month = row["date"][:7]
        if "2020-10" <= month <= "2024-12" and row["aircraft"]:
            aircraft[month] += int(float(row["aircraft"]))
            listed[month] += 1
    write_table(
        places, "series/chn-twn-aircraft.csv",
        ["Chinese military aircraft around Taiwan announced by its Ministry of National Defense, sum of the month; n = days listed.",
         "Source: github.com/s0914712/pla-data-dashboard, commit 79f5e0b41d8cec5fdc2790bf243ad76fb759991d (no licence); sums only.",
         "A day not listed is not a zero, so compare sums of months with similar n."],
        ["date", "of", "aircraft", "n"],
        [[month, "CHN>TWN", aircraft[month] if listed[month] else "", listed[month]] for month in month_names("2020-10", "2024-12")])
    waves = Counter(row["date"][:7] for row in read_rows(places.data("axis-events", "prk_balloon_waves.csv")))
    write_table(
        places, "series/prk-balloons.csv",
        ["Days with North Korean rubbish balloons by month of 2024.",
         "Source: CSIS, by way of github.com/Jimin-official/nk-provocation-detection (no licence); cite CSIS; counts only."],
        ["date", "of", "days"], [[month, "PRK>KOR", waves[month]] for month in month_names("2024-05", "2024-11")])
