"""Fetch: errors, limits, sessions, in every version."""

import uuid

from batches import batch, numbered, record
from side import T0


def named(side, version, topic, *partitions):
    if version >= 13:
        name = {"TopicId": topic if isinstance(topic, uuid.UUID) else side.id(topic)}
    else:
        name = {"Topic": topic}
    return {**name, "Partitions": list(partitions)}


def at(offset, partition=0, limit=1 << 20, **fields):
    return {"Partition": partition, "FetchOffset": offset, "PartitionMaxBytes": limit, **fields}


def fetch(side, case, version, topics, **fields):
    request = {"MaxWaitMs": 0, "MinBytes": 1, "MaxBytes": 1 << 24, "Topics": topics, **fields}
    return side.ask(case, "Fetch", version, **request)


def fill(side, topic, partition, *batches):
    for data in batches:
        rows = [{"Index": partition, "Records": data}]
        side.call("Produce", 11, Acks=-1, TimeoutMs=1000, TopicData=[{"Name": topic, "PartitionData": rows}])


def run(side):
    side.topic("read", 3)
    side.topic("bare", 1)
    side.topic("cut", 1)
    for partition in range(2):
        fill(side, "read", partition, *(numbered(count, timestamp=T0 + count) for count in (1, 2, 3, 4)))
    fill(side, "cut", 0, *(batch([record(value=b"x" * 1000)], timestamp=T0) for _ in range(10)))
    side.call("DeleteRecords", 2, Topics=[{"Name": "cut", "Partitions": [{"PartitionIndex": 0, "Offset": 4}]}],
              TimeoutMs=1000)
    for version in side.protocol.versions("Fetch"):
        one_version(side, version)
    sizes(side)
    sessions(side)
    waits(side)


def one_version(side, version):
    def ask(case, *partitions, topic="read", **fields):
        fetch(side, case, version, [named(side, version, topic, *partitions)], **fields)

    for offset in (0, 1, 2, 5, 9, 10, 11, -1, -2, 2**62):
        ask(f"offset {offset}", at(offset))
    ask("three partitions", at(0, 0), at(3, 1), at(0, 2))
    ask("empty partition", at(0), topic="bare")
    ask("empty partition, offset 1", at(1), topic="bare")
    ask("partition 77", at(0, 77), at(0, 0))
    ask("partition -1", at(0, -1))
    ask("a partition twice", at(0), at(5))
    ask("before the start", at(3), topic="cut")
    ask("at the start", at(4, limit=1), topic="cut")
    ask("read committed", at(0), IsolationLevel=1)
    ask("isolation 5", at(0), IsolationLevel=5)
    ask("isolation -1", at(0), IsolationLevel=-1)
    ask("no partitions")
    fetch(side, "no topics", version, [])
    fetch(side, "no topics, no wait", version, [], MaxWaitMs=-1)
    if version < 13:
        ask("unknown topic", at(0), topic="nosuch")
        ask("nameless topic", at(0), topic="")
    else:
        ask("unknown id", at(0), topic=uuid.UUID(int=7))
        ask("zero id", at(0), topic=uuid.UUID(int=0))
    if version < 15:
        ask("replica 1", at(0), ReplicaId=1)
        ask("replica 7", at(0), ReplicaId=7)
        ask("debugging replica", at(0), ReplicaId=-2)
    else:
        ask("replica 7", at(0), ReplicaState={"ReplicaId": 7, "ReplicaEpoch": 1})
    if version >= 9:
        for epoch in (-2, 0, 1, 99):
            ask(f"leader epoch {epoch}", at(0, CurrentLeaderEpoch=epoch))
            ask(f"leader epoch {epoch}, offset 99", at(99, CurrentLeaderEpoch=epoch))
    if version >= 11:
        ask("rack", at(0), RackId="r1")
    if version >= 12:
        for epoch in (0, 1, 99, -2):
            for offset in (0, 3, 10, 11):
                ask(f"last fetched epoch {epoch} at {offset}", at(offset, LastFetchedEpoch=epoch))
        ask("cluster id", at(0), ClusterId="another")


def sizes(side):
    """Which batches come under which limits."""
    for limit in (-1, 0, 1, 60, 67, 68, 69, 100, 150, 200, 250, 1000):
        for version in (4, 11, 16):
            two = [named(side, version, "read", at(0, 0, limit), at(0, 1, limit))]
            fetch(side, f"partition limit {limit}", version, two)
            two = [named(side, version, "read", at(0, 0), at(0, 1))]
            fetch(side, f"limit {limit}", version, two, MaxBytes=limit)
    for limit in (1000, 1068, 2136, 3000, 5000):
        several = [named(side, 12, "bare", at(0)), named(side, 12, "cut", at(4)), named(side, 12, "read", at(0))]
        fetch(side, f"across topics within {limit}", 12, several, MaxBytes=limit)


def sessions(side):
    for version in (7, 11, 12, 13, 16, 18):
        def ask(case, session, epoch, *topics, **fields):
            return fetch(side, f"session, {case}", version, list(topics), SessionId=session, SessionEpoch=epoch, **fields)

        read, cut = named(side, version, "read", at(10, 0), at(10, 1)), named(side, version, "cut", at(4))
        opened = ask("opened", 0, 0, read)
        session = opened["SessionId"]
        ask("nothing new", session, 1)
        fill(side, "read", 1, numbered(1, timestamp=T0))
        ask("one partition has news", session, 2)
        ask("an old epoch", session, 1)
        ask("an epoch ahead", session, 9)
        ask("a topic more", session, 3, cut)
        ask("a topic more, again", session, 4)
        forgotten = {key: value for key, value in cut.items() if key != "Partitions"}
        ask("a topic forgotten", session, 5, ForgottenTopicsData=[{**forgotten, "Partitions": [0]}])
        ask("a forgotten stranger", session, 6, ForgottenTopicsData=[{**forgotten, "Partitions": [7]}])
        ask("a moved position", session, 7, named(side, version, "read", at(9, 0)))
        ask("the position stays", session, 8)
        unknown = "nosuch" if version < 13 else uuid.UUID(int=77)
        ask("an unknown topic", session, 9, named(side, version, unknown, at(0)))
        ask("the unknown topic again", session, 10)
        ask("an unknown partition", session, 11, named(side, version, "read", at(0, 77)))
        ask("out of range", session, 12, named(side, version, "read", at(999, 0)))
        ask("out of range, again", session, 13)
        ask("closed", session, -1)
        ask("used after its end", session, 14)
        ask("never opened", 12345, 1, read)
        ask("epoch 5 without session", 0, 5, read)
        ask("epoch -1 without session", 0, -1, read)
        ask("negative id", -5, 0, read)
        ask("another opened from it", 0, 0, read)
        ask("empty opened", 0, 0)


def waits(side):
    """Parked requests and how they end."""
    bare = [named(side, 12, "bare", at(0))]
    fetch(side, "a wait of 100 ms", 12, bare, MaxWaitMs=100)
    fetch(side, "many bytes within 100 ms", 12, [named(side, 12, "read", at(0))], MaxWaitMs=100, MinBytes=1 << 20)
    fetch(side, "an error does not wait", 12, [named(side, 12, "read", at(99))], MaxWaitMs=30_000)
    fetch(side, "no bytes wanted", 12, bare, MaxWaitMs=30_000, MinBytes=0)
    fetch(side, "negative bytes wanted", 12, bare, MaxWaitMs=30_000, MinBytes=-1)
    fetch(side, "no topics do not wait", 12, [], MaxWaitMs=30_000)
    fetch(side, "unknown partition does not wait", 12, [named(side, 12, "bare", at(0), at(0, 5))], MaxWaitMs=30_000)
