"""Trade in goods: monthly with China, yearly as China reports it, shares, and North Korea's trade."""

from collections import defaultdict

from .common import number, read_rows, write_table

UNITS = {"thousand US$": 1e-6, "million US$": 1e-3, "US$": 1e-9, "thousand yen": 1e-6}
FIRST = "2010"
COMTRADE = "Terms: UN Comtrade restricts redistribution in bulk; this is a small extract. Cite UN Comtrade."


def build(places):
    monthly(places)
    yearly(places)
    shares(places)
    north_korea(places)


def monthly(places):
    rows, yen = [], []
    for row in read_rows(places.data("trade", "monthly_with_china.csv")):
        if row["month"] < FIRST:
            continue
        factor = UNITS[row["unit"]]
        for source, target, flow in ((row["reporter"], row["partner"], "exports"), (row["partner"], row["reporter"], "imports")):
            if row[flow]:
                value = number(float(row[flow]) * factor, 4)
                (yen if "yen" in row["unit"] else rows).append([row["month"], f"{source}>{target}", value])
    source = ["Source: KOSIS, Japan's Ministry of Finance and the US Census Bureau by way of",
              "github.com/mizydorczyk/relationship-between-trade-and-the-exchange-rate, commit 0826f6ea7ab353ab6d5d458d5fd23f7b7263daa8 (no licence);",
              "China-Russia: UN Comtrade by way of github.com/SamiNakibETU/Russia_China_relationship (code MIT, report CC BY 4.0).", COMTRADE]
    write_table(
        places, "series/trade-monthly.csv",
        ["Monthly goods trade with China, billion US dollars, from exporter to importer, not seasonally adjusted.", *source,
         "KOR-CHN and USA-CHN as Seoul and Washington report them (to 2019-12); CHN-RUS as Beijing reports it (2017-01 to 2024-12)."],
        ["date", "of", "usd_billion"], sorted(rows))
    write_table(
        places, "series/trade-monthly-yen.csv",
        ["Monthly goods trade of Japan and China, billion yen, from exporter to importer, as Tokyo reports it, not seasonally adjusted.", *source],
        ["date", "of", "yen_billion"], sorted(yen))


def yearly(places):
    totals = {}
    flows = defaultdict(dict)
    for row in read_rows(places.data("trade", "wits_top5_bilateral.csv")):
        if row["reporter"] == "CHN" and row["year"] >= FIRST:
            flows[(row["year"], row["partner"])][row["flow"]] = float(row["usd_million"]) / 1000
    for (year, partner), parts in flows.items():
        if len(parts) == 2:
            totals[(year, partner)] = [number(sum(parts.values()), 2), "A", "WITS from UN Comtrade"]
    months = defaultdict(list)
    for row in read_rows(places.data("axis-events", "chn_rus_trade_monthly.csv")):
        months[row["month"][:4]].append(float(row["chn_to_rus_usd_bn"]) + float(row["rus_to_chn_usd_bn"]))
    for year, values in months.items():
        if len(values) == 12:
            totals[(year, "RUS")] = [number(sum(values), 2), "A", "UN Comtrade, sum of months"]
    for row in read_rows(places.data("trade", "bilateral_published_2018_2024.csv")):
        if row["reporter"] == "CHN":
            totals.setdefault((row["year"], row["partner"]), [row["total"], row["certainty"], row["source"]])
    rows = [[year, "-".join(sorted(["CHN", partner])), *cells] for (year, partner), cells in totals.items()]
    write_table(
        places, "series/trade-china.csv",
        ["Yearly goods trade of China with Japan, South Korea, Russia and the USA, both ways together, billion US dollars, as China reports it.",
         "Source: named in each row; WITS by way of github.com/listenzcc/World-trade-data-I, commit c3cc281a221b03cf72d88b68135a8b4bae850b99.",
         COMTRADE, "certainty: A read in a named source, B recalled and well attested."],
        ["date", "of", "usd_billion", "certainty", "source"], sorted(rows))


def shares(places):
    rows = []
    parts = defaultdict(dict)
    for row in read_rows(places.data("trade", "wits_top5_bilateral.csv")):
        if row["year"] >= FIRST:
            parts[(row["year"], f"{row['reporter']}>{row['partner']}")][row["flow"]] = \
                (float(row["usd_million"]), float(row["world_total_usd_million"]))
    for (year, pair), flow in parts.items():
        total = ""
        if len(flow) == 2:
            total = number(100 * sum(part[0] for part in flow.values()) / sum(part[1] for part in flow.values()), 3)
        cells = [number(100 * flow[name][0] / flow[name][1], 3) if name in flow else "" for name in ("export", "import")]
        rows.append([year, pair, total, *cells, "A", "WITS from UN Comtrade"])
    published = {(row["reporter"], row["partner"], row["year"]): row
                 for row in read_rows(places.data("trade", "bilateral_published_2018_2024.csv"))}
    for (reporter, partner, year), row in published.items():
        world = published.get((reporter, "WLD", year))
        if partner == "WLD" or not world:
            continue
        certainty = max(row["certainty"], world["certainty"])
        rows.append([year, f"{reporter}>{partner}", number(100 * float(row["total"]) / float(world["total"]), 3),
                     number(100 * float(row["exports"]) / float(world["exports"]), 3),
                     number(100 * float(row["imports"]) / float(world["imports"]), 3), certainty,
                     "published figures; world total recalled"])
    write_table(
        places, "series/trade-shares.csv",
        ["KOR>RUS: Russia's share in South Korea's goods trade, per cent, as South Korea reports it; likewise for the others.",
         "Source: named in each row; WITS by way of github.com/listenzcc/World-trade-data-I, commit c3cc281a221b03cf72d88b68135a8b4bae850b99.",
         COMTRADE, "To 2019 only partners among a reporter's first five for that flow; a missing row is not zero."],
        ["date", "of", "share", "export_share", "import_share", "certainty", "source"], sorted(rows))


def north_korea(places):
    rows = list(read_rows(places.data("trade", "prk_trade_published.csv")))
    note = ["Source: press and agency figures named in the column `source`. Terms: single published figures are facts.",
            "certainty: A read in the named source, B recalled and well attested, C recalled only. Series of different makers are never mixed."]
    kotra = [[row["year"], "PRK>CHN", row["partner_share_pct"], row["total_usd_million"], row["certainty"], row["source"]]
             for row in rows if row["source_series"] == "KOTRA" and row["partner"] == "CHN"]
    write_table(
        places, "series/prk-trade-kotra.csv",
        ["China's share in North Korea's trade, per cent, and the trade itself, million US dollars, KOTRA",
         "(mirror data with an estimate of unreported Chinese crude; trade between the Koreas left out).", *note],
        ["date", "of", "share", "usd_million", "certainty", "source"], sorted(kotra))
    customs = [[row["year"], "CHN-PRK", row["total_usd_million"], row["exports_usd_million"], row["imports_usd_million"],
                row["certainty"], row["source"]]
               for row in rows if row["source_series"] == "Chinese customs"]
    write_table(
        places, "series/prk-trade-customs.csv",
        ["North Korea's recorded trade with China, million US dollars, Chinese customs; exports and imports are North Korea's.", *note],
        ["date", "of", "usd_million", "prk_exports", "prk_imports", "certainty", "source"], sorted(customs))
