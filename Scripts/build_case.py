#!/usr/bin/env python3
"""Builds the generated files of cases/northeast-asia from the shared case and data folders.

    python3 Scripts/build_case.py --shared ../shared
    python3 Scripts/build_case.py --check

Running it twice gives the same bytes. Hand-written files of the case are left alone. Directed series are counted by
the program itself (build it first) from a record that it imports.
"""

import argparse
import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from case import (  # noqa: E402
    attributes, chronology, gdelt, icews, polls, questions, region, sanctions, tests, trade, un, words)
from case.common import Places  # noqa: E402

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
STEPS = [chronology, questions, gdelt, region, icews, words, polls, trade, sanctions, tests, un, attributes]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--shared", default=os.path.join(ROOT, "..", "shared"),
                        help="folder with case/ and data/ (default: ../shared)")
    parser.add_argument("--output", default=os.path.join(ROOT, "cases", "northeast-asia"))
    parser.add_argument("--program", default=os.path.join(ROOT, ".build", "release", "entente"),
                        help="entente, which counts the directed series (default: .build/release/entente)")
    parser.add_argument("--only", help="run one step, by module name")
    parser.add_argument("--check", action="store_true", help="check the case's files instead of building them")
    options = parser.parse_args()
    if options.check:
        from case import check
        return check.run(options.output)
    places = Places(options.shared, options.output, options.program)
    for step in STEPS:
        name = step.__name__.split(".")[-1]
        if options.only in (None, name):
            step.build(places)
            print(f"built {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
