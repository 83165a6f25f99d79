"""The collection that a chronology row belongs to; how complete each is stands in categories.csv."""

import re

LEADER = re.compile(
    r"\b(Xi|Putin|Kim|Moon|Yoon|Abe|Suga|Kishida|Ishiba|Trump|Biden|Obama|Park Geun-hye)\b")
MINISTER = re.compile(
    r"foreign minister|defence minister|Wang Yi|Lavrov|Kang Kyung-wha|Yun Byung-se|Park Jin|"
    r"Chung Eui-yong|Cho Tae-yul|Choe Son Hui|Ri Yong Ho|Shoigu starts|Belousov", re.IGNORECASE)
OTHER_ENVOY = re.compile(
    r"envoy|officials|delegation|exchange messages|Yo Jong|Song Nam|Li Zhanshu|Zhao Leji|Security Council secretary|"
    r"Naryshkin|Vice foreign", re.IGNORECASE)
PREMIER = re.compile(r"Premier Li|Prime minister Han")
DRILL = re.compile(
    r"drill|exercise|joint sea|Joint bomber|joint air patrol|air patrol|naval patrol|bomber patrol|bomber flight|"
    r"PLA takes part|PLA units|Foal Eagle|Ulchi|Freedom|Vigilant|Dong Maeng|Key Resolve|Keen Sword|"
    r"Resolute Dragon|Zapad|Pacific Dragon", re.IGNORECASE)
STRATEGIC = re.compile(
    r"nuclear test|ICBM|intercontinental|satellite|overfl|Hwasong-1[4579]|Hwasong-18|new ICBM", re.IGNORECASE)
LAUNCH = re.compile(r"missile|launch|Hwasong|Pukguksong|SLBM", re.IGNORECASE)

# Rows whose category no rule can tell: (date, words in the text) and the category.
EXCEPTIONS = {
    ("2018-06-12", "exercises with South Korea"): "drills-usa-kor",
    ("2018-09-19", "Pyongyang Declaration"): "leaders",
    ("2020-10-10", "parade"): "statements-and-else",
    ("2023-08-31", "telephone"): "statements-and-else",
}

COMPLETE_LEADERS = {
    frozenset(pair.split("-")) for pair in
    "CHN-RUS CHN-PRK PRK-RUS KOR-PRK PRK-USA CHN-USA CHN-KOR CHN-JPN JPN-KOR KOR-RUS".split()}
NEARLY_LEADERS = {frozenset(pair.split("-")) for pair in "KOR-USA JPN-USA JPN-RUS RUS-USA".split()}


def category(row):
    """The category of a row of the source chronology (source_actors, target_actors, plover_type, ...)."""
    sources = frozenset(row["source_actors"].split(";"))
    targets = frozenset(filter(None, row["target_actors"].split(";")))
    together, text, kind = sources | targets, row["description"], row["plover_type"]
    joint = sources == targets

    for (date, words), name in EXCEPTIONS.items():
        if row["date"] == date and words in text:
            return name
    if "renewing the mandate" in text or "renewal of the 1718 Panel" in text:
        return "panel-renewal"
    if "Security Council adopts" in text or "veto a US-drafted" in text or "Monitoring Team" in text:
        return "unsc"
    if "EDSCG" in text or "Nuclear Consultative Group meeting" in text:
        return "consultation-groups"
    if "2+2" in text and together in ({"USA", "JPN"}, {"KOR", "CHN"}) and kind == "CONSULT" and "agree to start" not in text:
        return "consultation-groups"
    if "KIDD" in text or "security policy dialogue" in text or "US-South Korea 2+2" in text:
        return "consultation-groups-sample"
    if kind in ("CONSULT", "SUPPORT", "AGREE") and joint or kind == "CONSULT":
        meeting = meeting_category(together, text)
        if meeting:
            return meeting
    if kind in ("COOPERATE", "CONCEDE"):
        allied = drill_category(row, sources, together, text)
        if allied:
            return allied
    if kind == "MOBILIZE" and sources == {"PRK"}:
        if STRATEGIC.search(text):
            return "prk-tests"
        if LAUNCH.search(text):
            return "prk-short-range"
    if kind == "ACCUSE" and re.search(r"summons|calls in", text):
        return "summons-kor-rus" if sources == {"KOR"} and targets == {"RUS"} else "summons-other"
    if together == {"JPN", "RUS"} and re.search(r"expels", text):
        return "expulsions-jpn-rus"
    if together == {"JPN", "KOR"} and re.search(
            r"export control|trusted-exporter|chip materials|to the WTO", text):
        return "export-controls-jpn-kor"
    if kind == "SANCTION" and re.search(r"sanction|asset|Entity List|executive order|terrorism|Dandong", text, re.IGNORECASE) \
            and "PRK" in targets:
        return "national-sanctions"
    if kind == "SANCTION" and "CHN" in together:
        return "economic-measures"
    return "statements-and-else"


def meeting_category(together, text):
    if OTHER_ENVOY.search(text) and "Foreign ministers" not in text:
        return None
    if PREMIER.search(text):
        return "leaders-premiers"
    ministers = MINISTER.search(text)
    if not ministers and together == {"USA", "JPN", "KOR"}:
        return "leaders-trilateral"
    if not ministers and together == {"CHN", "JPN", "KOR"}:
        return "leaders-trilateral"
    if ministers:
        if together == {"CHN", "JPN", "KOR"}:
            return "foreign-ministers"
        if together in ({"CHN", "PRK"}, {"RUS", "PRK"}):
            return "ministers-sample" if re.search("defence minister", text, re.IGNORECASE) else "foreign-ministers"
        if together in ({"USA", "JPN", "KOR"}, {"CHN", "KOR"}):
            return "ministers"
        return "ministers-sample"
    if LEADER.search(text):
        if together in COMPLETE_LEADERS or together == {"USA", "PRK", "KOR"}:
            return "leaders"
        if together in NEARLY_LEADERS:
            return "leaders-nearly"
    return None


def drill_category(row, sources, together, text):
    joint = row["source_actors"] == row["target_actors"]
    if together == {"CHN", "RUS"} and DRILL.search(text):
        return "drills-chn-rus"
    if together == {"USA", "JPN", "KOR"} and joint and DRILL.search(text):
        return "drills-usa-jpn-kor"
    if together == {"USA", "JPN"} and DRILL.search(text):
        return "drills-usa-jpn"
    if sources == {"USA"} and together == {"USA", "KOR"} and re.search(r"B-1B|B-52|calls at|carrier|submarine", text):
        return "assets-usa-kor"
    if together in ({"USA", "KOR"}, {"USA", "KOR", "PRK"}) and DRILL.search(text):
        return "assets-usa-kor" if re.search(r"air exercise|carriers exercise|Vigilant", text) else "drills-usa-kor"
    return None
