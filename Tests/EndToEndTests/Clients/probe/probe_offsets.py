"""ListOffsets, OffsetForLeaderEpoch, DeleteRecords: what is asked of a log."""

from batches import batch, numbered, record
from probe_fetch import at, fill, named
from side import T0


def run(side):
    side.topic("times", 2)
    side.topic("none", 1)
    side.topic("stamped", 1, message_timestamp_type="LogAppendTime")
    side.topic("deleted", 1)
    side.topic("keys", 1, cleanup_policy="compact")
    side.topic("both", 1, cleanup_policy="compact,delete")
    rows = [record(offset=n, timestamp=shift) for n, shift in enumerate((0, 50, 20, 50, 10))]
    fill(side, "times", 0, batch(rows, timestamp=T0, max_timestamp=T0 + 50), numbered(3, timestamp=T0 + 40),
         numbered(1, timestamp=T0 + 100), numbered(2, timestamp=-1), numbered(2, timestamp=T0 + 60))
    fill(side, "stamped", 0, numbered(3, timestamp=T0))
    for topic in ("deleted", "keys", "both"):
        fill(side, topic, 0, *(numbered(2, timestamp=T0 + n) for n in range(5)))
    for version in side.protocol.versions("ListOffsets"):
        list_offsets(side, version)
    for version in side.protocol.versions("OffsetForLeaderEpoch"):
        epochs(side, version)
    delete_records(side)


def list_offsets(side, version):
    def ask(case, *partitions, topic="times", **fields):
        rows = [dict(zip(("PartitionIndex", "Timestamp"), one)) | (one[2] if len(one) > 2 else {}) for one in partitions]
        request = {"ReplicaId": -1, "Topics": [{"Name": topic, "Partitions": rows}], **fields}
        side.ask(case, "ListOffsets", version, **request)

    for time in (-8, -7, -6, -5, -4, -3, -2, -1, 0, T0 - 1, T0, T0 + 1, T0 + 20, T0 + 45, T0 + 50, T0 + 51, T0 + 99,
                 T0 + 100, T0 + 101, 2**63 - 1):
        ask(f"time T0{time - T0:+}" if time >= T0 - 1 else f"time {time}", (0, time))
    for time in (-5, -4, -3, -2, -1, 0):
        ask(f"empty, time {time}", (1, time))
        ask(f"append time, time {time}", (0, time), topic="stamped") if time != -3 and time != 0 else None
        ask(f"after deletion, time {time}", (0, time), topic="deleted")
    ask("partition 77", (77, -1), (0, -1))
    ask("partition -1", (-1, -1))
    ask("unknown topic", (0, -1), topic="nosuch")
    ask("nameless topic", (0, -1), topic="")
    ask("a partition twice", (0, -1), (0, -2), (1, -1))
    ask("no partitions")
    side.ask("no topics", "ListOffsets", version, ReplicaId=-1, Topics=[])
    for replica in (-2, 1, 7, -3):
        ask(f"replica {replica}", (0, -1), ReplicaId=replica)
    if version >= 2:
        ask("read committed", (0, -1), IsolationLevel=1)
        ask("isolation 5", (0, -1), IsolationLevel=5)
    if version >= 4:
        for epoch in (-2, 0, 1, 99):
            ask(f"leader epoch {epoch}", (0, -1, {"CurrentLeaderEpoch": epoch}))


def epochs(side, version):
    def ask(case, *partitions, topic="times", **fields):
        rows = [dict(zip(("Partition", "CurrentLeaderEpoch", "LeaderEpoch"), one)) for one in partitions]
        side.ask(case, "OffsetForLeaderEpoch", version, Topics=[{"Topic": topic, "Partitions": rows}], **fields)

    for epoch in (-2, -1, 0, 1, 99, 2**31 - 1):
        ask(f"epoch {epoch}", (0, -1, epoch))
        ask(f"epoch {epoch} of an empty one", (1, -1, epoch))
    for current in (-2, 0, 1, 99):
        ask(f"current epoch {current}", (0, current, 0))
    ask("partition 77", (77, -1, 0), (0, -1, 0))
    ask("a partition twice", (0, -1, 0), (0, -1, 7))
    ask("unknown topic", (0, -1, 0), topic="nosuch")
    ask("no partitions")
    side.ask("no topics", "OffsetForLeaderEpoch", version, Topics=[])
    if version >= 3:
        for replica in (-2, -1, 1, 7):
            ask(f"replica {replica}", (0, -1, 0), ReplicaId=replica)


def delete_records(side):
    def ask(case, version, *partitions, topic="deleted"):
        rows = [dict(zip(("PartitionIndex", "Offset"), one)) for one in partitions]
        side.ask(case, "DeleteRecords", version, Topics=[{"Name": topic, "Partitions": rows}], TimeoutMs=3000)

    for version in side.protocol.versions("DeleteRecords"):
        ask("offset -2", version, (0, -2))
        ask("offset 0", version, (0, 0))
        ask("beyond the end", version, (0, 99))
        ask("partition 77", version, (77, 0), (0, 0))
        ask("unknown topic", version, (0, 0), topic="nosuch")
        ask("nameless topic", version, (0, 0), topic="")
        ask("no partitions", version)
        ask("a partition twice", version, (0, 0), (0, 99))
        ask("compacted", version, (0, 3), topic="keys")
        ask("compacted and deleted", version, (0, 3), topic="both")
        side.ask("no topics", "DeleteRecords", version, Topics=[], TimeoutMs=1000)
        ask("some", version, (0, 3 + version))
        ask("before the start", version, (0, 1))
        # Inside of a batch: the start of the log lies between its records.
        for offset in (0, 2 + version, 3 + version, 4 + version):
            fetched = [named(side, 12, "deleted", at(offset))]
            side.ask(f"after deletion up to {3 + version}, offset {offset}", "Fetch", 12, MaxWaitMs=0, MinBytes=1,
                     MaxBytes=1 << 20, Topics=fetched)
        for time in (-2, -1, 0, -3, T0):
            row = {"PartitionIndex": 0, "Timestamp": time}
            side.ask(f"after deletion up to {3 + version}, time {min(time, 0) or time and 'T0'}", "ListOffsets", 8,
                     ReplicaId=-1, Topics=[{"Name": "deleted", "Partitions": [row]}])
        row = {"Partition": 0, "CurrentLeaderEpoch": -1, "LeaderEpoch": 0}
        side.ask(f"after deletion up to {3 + version}", "OffsetForLeaderEpoch", 4,
                 Topics=[{"Topic": "deleted", "Partitions": [row]}])
    ask("everything", 2, (0, -1))
    ask("everything again", 2, (0, -1))
    for time in (-3, -2, -1, 0):
        row = {"PartitionIndex": 0, "Timestamp": time}
        side.ask(f"after everything, time {time}", "ListOffsets", 8, ReplicaId=-1,
                 Topics=[{"Name": "deleted", "Partitions": [row]}])
    fill(side, "deleted", 0, numbered(2, timestamp=T0))
    side.ask("written after everything", "Fetch", 12, MaxWaitMs=0, MinBytes=1, MaxBytes=1 << 20,
             Topics=[named(side, 12, "deleted", at(10))])
