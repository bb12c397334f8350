"""Produce: every check, in every version that has it."""

import uuid

from batches import NOW, batch, gzip, numbered, record
from side import T0

NONE = b""


def sent(side, case, records, topic="plain", version=11, acks=-1, partition=0, **fields):
    data = [{"Index": partition, "Records": records}]
    name = {"Name": topic} if version < 13 else {"TopicId": side.id(topic)}
    request = dict(Acks=acks, TimeoutMs=5000, TopicData=[{**name, "PartitionData": data}], **fields)
    if acks == 0:
        side.unanswered(case, "Produce", version, **request)
    else:
        side.ask(case, "Produce", version, **request)


def run(side):
    side.topic("plain", 3)
    # Only what a produce stores is compared: whose cleaner comes first is chance.
    side.topic("compacted", 1, cleanup_policy="compact", min_cleanable_dirty_ratio=1)
    side.topic("appendtime", 1, message_timestamp_type="LogAppendTime")
    side.topic("small", 1, max_message_bytes=1000)
    side.topic("gzipped", 1, compression_type="gzip")
    side.topic("timely", 1, message_timestamp_before_max_ms=3600000, message_timestamp_after_max_ms=3600000)
    side.topic("tinysegments", 1, segment_bytes=1048576, max_message_bytes=10485760)
    versions(side)
    shapes(side)
    topic_rules(side)
    acks(side)
    several(side)
    idempotent(side)
    transactional(side)


def versions(side):
    for version in side.protocol.versions("Produce"):
        sent(side, "one record", numbered(1, timestamp=T0), version=version)
        sent(side, "five records", numbered(5, timestamp=T0), version=version)
        sent(side, "acks 1", numbered(2, timestamp=T0), version=version, acks=1)
        sent(side, "acks 0", numbered(2, timestamp=T0), version=version, acks=0)
        sent(side, "acks 2", numbered(2, timestamp=T0), version=version, acks=2)
        sent(side, "acks -2", numbered(2, timestamp=T0), version=version, acks=-2)
        sent(side, "partition 77", numbered(1), version=version, partition=77)
        sent(side, "partition -1", numbered(1), version=version, partition=-1)
        sent(side, "bad checksum", numbered(1, crc=1), version=version)
        sent(side, "empty records", NONE, version=version)
        sent(side, "log append time", numbered(2, timestamp=T0), topic="appendtime", version=version)
        sent(side, "without key", batch([record(key=None)]), topic="compacted", version=version)
        sent(side, "zstd", batch([record()], codec=4, payload=b"\x28\xb5\x2f\xfd"), version=version)
        if version < 13:
            data = [{"Index": 0, "Records": numbered(1)}]
            side.ask("unknown topic", "Produce", version, Acks=-1, TimeoutMs=1000,
                     TopicData=[{"Name": "nosuch", "PartitionData": data}])
            side.ask("nameless topic", "Produce", version, Acks=-1, TimeoutMs=1000,
                     TopicData=[{"Name": "", "PartitionData": data}])
        else:
            data = [{"Index": 0, "Records": numbered(1)}]
            for case, one in (("unknown id", uuid.UUID(int=7)), ("zero id", uuid.UUID(int=0))):
                side.ask(case, "Produce", version, Acks=-1, TimeoutMs=1000,
                         TopicData=[{"TopicId": one, "PartitionData": data}])
        side.ask("nothing", "Produce", version, Acks=-1, TimeoutMs=1000, TopicData=[])


def shapes(side):
    """Batches that are wrong in one thing."""
    one, plain = record(), numbered(1, timestamp=T0)
    cases = {
        "magic 0": batch(magic=0),
        "magic 1": batch(magic=1),
        "magic 3": batch(magic=3),
        "magic -1": batch(magic=-1),
        "two batches": plain + plain,
        "ten bytes after": plain + b"\x01" * 10,
        "ten zeros after": plain + bytes(10),
        "200 zeros after": plain + bytes(200),
        "cut short": plain[:-3],
        "cut in the header": plain[:40],
        "12 bytes": plain[:12],
        "11 bytes": plain[:11],
        "1 byte": plain[:1],
        "length 13": batch(length=13),
        "length 14": batch(length=14),
        "length 48": batch(length=48),
        "length 49": batch(length=49),
        "length 0": batch(length=0),
        "length -1": batch(length=-1),
        "length 2^31-1": batch(length=2**31 - 1),
        "base offset 5": batch(base=5),
        "base offset -1": batch(base=-1),
        "leader epoch 7": batch(epoch=7),
        "count 0": batch([], count=0, last=-1),
        "count 0, last 0": batch([], count=0, last=0),
        "count 2 of 1": batch([one], count=2, last=1),
        "count 1 of 2": batch([one, record(offset=1)], count=1, last=0),
        "count -1": batch([one], count=-1, last=-2),
        "count 2^31-1": batch([one], count=2**31 - 1, last=2**31 - 2),
        "last 1 of 1": batch([one], last=1),
        "last -1 of 1": batch([one], last=-1),
        "last 2^31-1": batch([one], last=2**31 - 1),
        "offset delta 7": batch([record(offset=7)]),
        "offset deltas 1 0": batch([record(offset=1), record(offset=0)]),
        "offset delta -3": batch([record(offset=-3)]),
        "control bit": batch(attributes=0x20),
        "delete horizon": batch(attributes=0x40),
        "unused bit 7": batch(attributes=0x80),
        "unused bit 15": batch(attributes=-0x8000),
        "append time bit": batch(attributes=8, timestamp=T0),
        "append time bit, gzip": batch(attributes=8, timestamp=T0, codec=1),
        "wrong max timestamp": batch(timestamp=T0, max_timestamp=T0 + 999),
        "max timestamp -1": batch(timestamp=T0, max_timestamp=-1),
        "timestamp -1": batch(timestamp=-1),
        "timestamp -2": batch(timestamp=-2),
        "timestamp 0": batch(timestamp=0),
        "timestamp two hours ahead": batch(timestamp=NOW + 7_200_000),
        "timestamp -2^63": batch(timestamp=-(2**63)),
        "timestamp 2^63-1": batch(timestamp=2**63 - 1),
        "timestamp delta over the end": batch([record(timestamp=2**62)], timestamp=2**62),
        "codec 5": batch(codec=5),
        "codec 7": batch(codec=7),
        "gzip": batch([one, record(offset=1)], codec=1, timestamp=T0),
        "gzip garbage": batch([one], codec=1, payload=b"not gzip at all", timestamp=T0),
        "gzip cut": batch([one], codec=1, payload=gzip.compress(one)[:-6], timestamp=T0),
        "gzip empty": batch([one], codec=1, payload=b"", timestamp=T0),
        "gzip count 2 of 1": batch([one], codec=1, count=2, last=1, timestamp=T0),
        "gzip count 1 of 2": batch([one, record(offset=1)], codec=1, count=1, last=0, timestamp=T0),
        "gzip delta 7": batch([record(offset=7)], codec=1, timestamp=T0),
        "gzip deltas 1 0": batch([record(offset=1), record(offset=0)], codec=1, timestamp=T0),
        "gzip wrong max timestamp": batch([record(timestamp=5)], codec=1, timestamp=T0, max_timestamp=T0 + 999),
        "snappy garbage": batch([one], codec=2, payload=b"\xff\xff\xff\xff\xff", timestamp=T0),
        "lz4 garbage": batch([one], codec=3, payload=b"garbage", timestamp=T0),
        "zstd garbage": batch([one], codec=4, payload=b"garbage", timestamp=T0),
        "record length 0": batch([b"\x00"]),
        "record length -1": batch([b"\x01"]),
        "record length too high": batch([b"\x7e" + one[1:]]),
        "record length too low": batch([b"\x04" + one[1:]]),
        "record attributes": batch([record(attributes=7)]),
        "null key and value": batch([record(value=None, key=None)]),
        "header": batch([record(headers=[(b"h", b"x"), (b"", None), (b"h", b"")])]),
        "header key not UTF-8": batch([record(headers=[(b"\xff\xfe", b"x")])]),
        "header count -1": batch([record()[:-1] + b"\x01"]),
        "header count 3 of 0": batch([record()[:-1] + b"\x06"]),
        "varint of 6 bytes": batch([b"\xff\xff\xff\xff\xff\x01"]),
        "garbage for records": batch(payload=b"\xde\xad\xbe\xef" * 10),
        "bytes after the record": batch(payload=one + b"\x00\x00\x00"),
    }
    for case, data in cases.items():
        sent(side, case, data)
        sent(side, case + ", compacted", data, topic="compacted")
        sent(side, case + ", append time", data, topic="appendtime")
        # Apache Kafka cannot write such a record anew, and the offsets behind it would differ.
        if case != "timestamp -2":
            sent(side, case + ", to gzip", data, topic="gzipped")
    side.ask("null records", "Produce", 11, Acks=-1, TimeoutMs=1000,
             TopicData=[{"Name": "plain", "PartitionData": [{"Index": 0, "Records": None}]}])
    # What is stored of them, on both sides.
    for topic in ("plain", "compacted", "appendtime", "gzipped"):
        partition = {"Partition": 0, "FetchOffset": 0, "PartitionMaxBytes": 1 << 24}
        side.ask(f"stored in {topic}", "Fetch", 12, MaxWaitMs=0, MinBytes=0, MaxBytes=1 << 24,
                 Topics=[{"Topic": topic, "Partitions": [partition]}])


def topic_rules(side):
    rows = {
        "small enough": batch([record(value=b"x" * 900)]),
        "too large": batch([record(value=b"x" * 1000)]),
        "too large, not compressed": batch([record(value=b"x" * 5000)], codec=1),
    }
    for case, data in rows.items():
        sent(side, case, data, topic="small")
    for case, shift in {"too old": -7_200_000, "old": -1_800_000, "ahead": 1_800_000, "too far ahead": 7_200_000}.items():
        for codec in (0, 1):
            data = batch([record(), record(offset=1, timestamp=1)], timestamp=NOW + shift, codec=codec)
            sent(side, f"{case}, codec {codec}", data, topic="timely")
    mixed = [record(timestamp=0), record(offset=1, timestamp=-7_200_000), record(offset=2, timestamp=7_200_000)]
    for codec in (0, 1):
        sent(side, f"one of three too old, codec {codec}",
             batch(mixed[:2], timestamp=NOW, codec=codec), topic="timely")
    mixed = [record(), record(key=None, offset=1), record(offset=2), record(key=None, offset=3)]
    for codec in (0, 1):
        sent(side, f"two of four without key, codec {codec}", batch(mixed, codec=codec), topic="compacted")
    sent(side, "tombstone", batch([record(value=None)]), topic="compacted")
    sent(side, "larger than a segment", batch([record(value=b"x" * 1_100_000)]), topic="tinysegments")
    sent(side, "almost a segment", batch([record(value=b"x" * 1_040_000)]), topic="tinysegments")
    sent(side, "the next segment", batch([record(value=b"x" * 1_040_000)]), topic="tinysegments")


def acks(side):
    for case, data in {"bad checksum": numbered(1, crc=1), "two batches": numbered(1) * 2, "empty": NONE}.items():
        sent(side, f"acks 0, {case}", data, acks=0)
    sent(side, "acks 0, unknown partition", numbered(1), acks=0, partition=77)
    sent(side, "acks 0, unknown topic", numbered(1), acks=0, topic="nosuch")


def several(side):
    """More than one partition in a request."""
    good, bad = numbered(2, timestamp=T0), numbered(2, crc=9)

    def rows(*pairs):
        return [{"Index": index, "Records": data} for index, data in pairs]

    for version in (3, 8, 11, 12):
        side.ask("good and bad", "Produce", version, Acks=1, TimeoutMs=1000,
                 TopicData=[{"Name": "plain", "PartitionData": rows((0, good), (1, bad), (2, good), (9, good))},
                            {"Name": "nosuch", "PartitionData": rows((0, good))}])
        side.ask("a partition twice", "Produce", version, Acks=1, TimeoutMs=1000,
                 TopicData=[{"Name": "plain", "PartitionData": rows((1, good), (1, good))}])
        side.ask("a topic twice", "Produce", version, Acks=1, TimeoutMs=1000,
                 TopicData=[{"Name": "plain", "PartitionData": rows((1, good))}] * 2)
        side.ask("no partitions", "Produce", version, Acks=1, TimeoutMs=1000,
                 TopicData=[{"Name": "plain", "PartitionData": []}])


def idempotent(side):
    topic = "idempotent"
    side.topic(topic, 1)

    # What they store differs, so they write elsewhere.
    side.topic("unknown-producers", 1)

    def put(case, sequence, count=1, pid=7001, epoch=0, topic=topic, **fields):
        data = numbered(count, pid=pid, pid_epoch=epoch, sequence=sequence, timestamp=T0, **fields)
        sent(side, case, data, topic=topic)

    def unknown(case, sequence, pid, count=1):
        put(case, sequence, count, pid, topic="unknown-producers")

    unknown("first sequence 7", 7, 7010)
    put("first sequence 0, eight records", 0, 8)
    put("8", 8, 2)
    put("10", 10)
    put("10 again", 10)
    put("8 again", 8, 2)
    put("8 again, other length", 8, 1)
    put("gap", 12)
    put("overlap", 9, 4)
    for sequence in range(11, 17):
        put(f"on {sequence}", sequence)
    put("the fifth last", 12)
    put("the sixth last", 11)
    put("negative sequence", -1)
    put("sequence -2", -2)
    put("lower epoch", 17, epoch=-1)
    put("higher epoch, sequence 3", 3, epoch=1)
    put("higher epoch, sequence 0", 0, epoch=1)
    put("old epoch", 17, epoch=0)
    put("epoch 1 goes on", 1, epoch=1)
    put("producer -1 with sequence", 4, pid=-1, epoch=-1)
    put("producer -2", 0, pid=-2)
    unknown("close to the end", 2**31 - 2, 7002)
    unknown("to the end", 2**31 - 1, 7002)
    unknown("wrapped", 0, 7002)
    unknown("over the end", 2**31 - 2, 7003, count=4)
    unknown("behind the end", 2, 7003)
    put("first sequence 0", 0, count=3, pid=7004)
    put("duplicate with other values", 0, count=3, pid=7004, attributes=0x80)
    put("compressed", 3, pid=7004, codec=1, payload=gzip.compress(record()))
    put("compressed again", 3, pid=7004, codec=1, payload=gzip.compress(record()))
    put("epoch only", 0, pid=-1, epoch=3)
    one = numbered(1, pid=7005, pid_epoch=0, sequence=0, timestamp=T0)
    other = numbered(1, pid=7006, pid_epoch=0, sequence=0, timestamp=T0)
    side.ask("two producers", "Produce", 11, Acks=1, TimeoutMs=1000,
             TopicData=[{"Name": "plain", "PartitionData": [{"Index": 1, "Records": one}, {"Index": 2, "Records": other}]}])
    sent(side, "duplicate at append time, first", numbered(1, pid=7007, pid_epoch=0, sequence=0), topic="appendtime")
    sent(side, "duplicate at append time", numbered(1, pid=7007, pid_epoch=0, sequence=0), topic="appendtime")
    for partition, name in ((0, topic), (5, topic), (0, "nosuch")):
        side.ask(f"{name} {partition}", "DescribeProducers", 0,
                 Topics=[{"Name": name, "PartitionIndexes": [partition]}])
    partition = {"Partition": 0, "FetchOffset": 0, "PartitionMaxBytes": 1 << 24}
    side.ask("stored of idempotent producers", "Fetch", 12, MaxWaitMs=0, MinBytes=0, MaxBytes=1 << 24,
             Topics=[{"Topic": topic, "Partitions": [partition]}])


def transactional(side):
    data = numbered(1, pid=7001, pid_epoch=0, sequence=0, attributes=0x10, timestamp=T0)
    for version in (3, 11, 12, 13):
        sent(side, "transactional without id", data, version=version)
        sent(side, "id without transaction", numbered(1, timestamp=T0), version=version, TransactionalId="t")
