"""The same raw requests to kdeck and to Apache Kafka, the answers side by side: byte_probe.py KDECK KAFKA_SCRIPT SCHEMA [SUBJECT...]

KDECK and KAFKA_SCRIPT may be addresses of running brokers or programs to start. Sends well over a thousand requests, good
and bad, in every version, and compares the answers field by field. What may differ stands in `differences.py` with its
reason; a difference listed there that no longer shows is an error too. Prints one line that starts with ok.
"""

import importlib
import re
import sys
import time

from brokers import broker
from codec import Protocol
from differences import DIFFERENCES
from side import Side

SUBJECTS = ["produce", "fetch", "offsets", "topics", "configs", "cluster", "frames"]


def compare(theirs, ours, path=""):
    """The fields in which two answers differ: (path, theirs, ours)."""
    if isinstance(theirs, dict) and isinstance(ours, dict) and theirs.keys() == ours.keys():
        for key in theirs:
            yield from compare(theirs[key], ours[key], f"{path}.{key}" if path else key)
    elif isinstance(theirs, list) and isinstance(ours, list) and len(theirs) == len(ours):
        for place, (one, other) in enumerate(zip(theirs, ours)):
            yield from compare(one, other, f"{path}[{place}]")
    elif theirs != ours:
        yield path, theirs, ours


def main():
    kdeck, kafka, schema, subjects = sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4:] or SUBJECTS
    protocol = Protocol(schema)
    sides = {}
    with broker(kafka, is_kafka=True) as theirs, broker(kdeck, is_kafka=False) as ours:
        for address, is_kafka in ((theirs, True), (ours, False)):
            side = sides[is_kafka] = Side(protocol, address, is_kafka)
            started = time.monotonic()
            for subject in subjects:
                importlib.import_module(f"probe_{subject}").run(side)
            side.disconnect()
            print(f"{address}: {len(side.answers)} answers in {time.monotonic() - started:.1f} s", file=sys.stderr)
    answers, mine = sides[True].answers, sides[False].answers
    used, different = set(), 0
    for case in sorted(answers.keys() | mine.keys(), key=list(answers | mine).index):
        found = list(compare(answers.get(case, "not asked"), mine.get(case, "not asked")))
        unexplained = []
        for path, one, other in found:
            rule = next((r for r in DIFFERENCES if re.search(r.case, case) and re.search(r.field, path) and r.explains(one)), None)
            if rule is None:
                unexplained.append((path, one, other))
            else:
                used.add(rule)
        if unexplained:
            different += 1
            print(case, file=sys.stderr)
            for path, one, other in unexplained:
                print(f"  {path}\n    Apache Kafka: {one}\n    kdeck:        {other}", file=sys.stderr)
    unused = [] if len(sys.argv) > 4 else [rule for rule in DIFFERENCES if rule not in used]
    for rule in unused:
        print(f"no such difference any more: {rule}", file=sys.stderr)
    if different or unused:
        raise SystemExit(f"{different} of {len(answers)} answers differ, {len(unused)} rules are out of date")
    print(f"ok {len(answers)} answers, {len(used)} known differences")


main()
