"""CreateTopics, CreatePartitions, DeleteTopics, Metadata, DescribeTopicPartitions."""

import time
import uuid


def run(side):
    for version in side.protocol.versions("CreateTopics"):
        create(side, version)
    for version in side.protocol.versions("CreatePartitions"):
        partitions(side, version)
    for version in side.protocol.versions("DeleteTopics"):
        delete(side, version)
    for version in side.protocol.versions("Metadata"):
        metadata(side, version)
    describe(side)


def creatable(name, count=1, factor=1, assignments=(), **configs):
    return {
        "Name": name,
        "NumPartitions": count,
        "ReplicationFactor": factor,
        "Assignments": [{"PartitionIndex": index, "BrokerIds": brokers} for index, brokers in assignments],
        "Configs": [{"Name": key.replace("_", "."), "Value": value} for key, value in configs.items()],
    }


def create(side, version):
    def ask(case, *topics, **fields):
        answer = side.call("CreateTopics", version, Topics=list(topics), **{"timeoutMs": 10_000, **fields})
        if isinstance(answer, dict):
            for row in answer["Topics"]:
                if row.get("TopicId", uuid.UUID(int=0)).int and not fields.get("validateOnly"):
                    side.learn(row["Name"], row["TopicId"])
        side.keep(f"create, {case}: CreateTopics v{version}", answer)

    name = f"made{version}"
    ask("validated only", creatable(name, 3), validateOnly=True)
    ask("made", creatable(name, 3))
    ask("there already", creatable(name, 3))
    ask("there already, validated only", creatable(name, 3), validateOnly=True)
    ask("defaults", creatable(name + "-defaults", -1, -1))
    ask("with configs", creatable(name + "-configs", 1, 1, cleanup_policy="compact", retention_ms="1000"))
    ask("two", creatable(name + "-a"), creatable(name + "-b", 2))
    ask("good and bad", creatable(name + "-good"), creatable(name + "-bad", 0))
    ask("nothing")
    for count in (0, -2, -(2**31)):
        ask(f"{count} partitions", creatable(name + "-x", count))
    for factor in (0, -2, 2, 32767):
        ask(f"factor {factor}", creatable(name + "-x", 1, factor))
    for bad in ("", ".", "..", "a b", "x" * 249, "x" * 250, "ä", "a/b", "a\nb", "__consumer_offsets2", "a" * 300):
        ask(f"named {bad[:20]!r} {len(bad)}", creatable(bad), validateOnly=True)
    ask("colliding", creatable(name.replace("made", "collides.") + ".a"))
    ask("colliding with it", creatable(name.replace("made", "collides.") + "_a"))
    ask("twice in a request", creatable(name + "-twice"), creatable(name + "-twice"))
    ask("twice in a request with another", creatable(name + "-twice"), creatable(name + "-twice"), creatable(name + "-once"))
    ask("assigned", creatable(name + "-assigned", -1, -1, [(0, [1]), (1, [1])]))
    ask("assigned with count", creatable(name + "-y", 2, -1, [(0, [1]), (1, [1])]))
    ask("assigned with factor", creatable(name + "-y", -1, 1, [(0, [1]), (1, [1])]))
    ask("assigned to a stranger", creatable(name + "-y", -1, -1, [(0, [9])]))
    ask("assigned twice", creatable(name + "-y", -1, -1, [(0, [1, 1])]))
    ask("assigned to nobody", creatable(name + "-y", -1, -1, [(0, [])]))
    ask("assigned with a gap", creatable(name + "-y", -1, -1, [(0, [1]), (2, [1])]))
    ask("assigned from 1", creatable(name + "-y", -1, -1, [(1, [1])]))
    ask("assigned a partition twice", creatable(name + "-y", -1, -1, [(0, [1]), (0, [1])]))
    ask("assigned unevenly", creatable(name + "-y", -1, -1, [(0, [1]), (1, [1, 2])]))
    for key, value in {
        "no.such": "1",
        "retention.ms": "soon",
        "retention_ms": "-2",
        "cleanup_policy": "shred",
        "cleanup.policy": "",
        "max.message.bytes": "-1",
        "segment.bytes": "10",
        "compression.type": "rar",
        "message.timestamp.type": "Now",
        "min.insync.replicas": "0",
        "unclean.leader.election.enable": "maybe",
        "min.cleanable.dirty.ratio": "2",
        "compression.gzip.level": "77",
    }.items():
        ask(f"config {key}={value}", creatable(name + "-z", 1, 1, **{key: value}), validateOnly=True)
    ask("null config", creatable(name + "-z", 1, 1, retention_ms=None), validateOnly=True)
    ask("many partitions", creatable(name + "-many", 100_001), validateOnly=True)


def partitions(side, version):
    name = f"grown{version}"
    side.topic(name, 2)

    def ask(case, count, assignments=None, name=name, **fields):
        rows = None if assignments is None else [{"BrokerIds": brokers} for brokers in assignments]
        topic = {"Name": name, "Count": count, "Assignments": rows}
        request = {"Topics": [topic], "TimeoutMs": 10_000, **fields}
        side.ask(f"grow, {case}", "CreatePartitions", version, **request)

    ask("validated only", 3, ValidateOnly=True)
    ask("by one", 3)
    ask("to the same", 3)
    ask("to fewer", 2)
    ask("to 0", 0)
    ask("to -1", -1)
    ask("unknown", 3, name="nosuch")
    ask("nameless", 3, name="")
    ask("assigned", 5, [[1], [1]])
    ask("assigned too few", 7, [[1]])
    ask("assigned too many", 6, [[1], [1]])
    ask("assigned to a stranger", 6, [[9]])
    ask("assigned twice", 6, [[1, 1]])
    ask("assigned to nobody", 6, [[]])
    ask("empty assignments", 6, [])
    ask("far", 100_001, ValidateOnly=True)
    twice = [{"Name": name, "Count": 7, "Assignments": None}, {"Name": name, "Count": 8, "Assignments": None}]
    side.ask("grow, twice in a request", "CreatePartitions", version, Topics=twice, TimeoutMs=1000)
    side.ask("grow, nothing", "CreatePartitions", version, Topics=[], TimeoutMs=1000)
    side.ask(f"grown {version}", "Metadata", 12, Topics=[{"Name": name}])


def delete(side, version):
    for suffix in "abcd":
        side.topic(f"gone{version}{suffix}")

    def ask(case, *names, ids=()):
        if version < 6:
            fields = {"TopicNames": list(names)}
        else:
            fields = {"Topics": [{"Name": name} for name in names] + [{"Name": None, "TopicId": one} for one in ids]}
        side.ask(f"delete, {case}", "DeleteTopics", version, TimeoutMs=10_000, **fields)

    gone = f"gone{version}"
    ask("one", gone + "a")
    ask("again", gone + "a")
    ask("unknown", "nosuch")
    ask("nameless", "")
    ask("two", gone + "b", "nosuch")
    ask("twice", gone + "c", gone + "c")
    ask("nothing")
    if version >= 6:
        topic_id = side.id(gone + "d")
        ask("by id", ids=[topic_id])
        ask("by id, again", ids=[topic_id])
        ask("unknown id", ids=[uuid.UUID(int=7)])
        ask("zero id", ids=[uuid.UUID(int=0)])
        both = [{"Name": gone + "d", "TopicId": topic_id}]
        side.ask("delete, name and id", "DeleteTopics", version, Topics=both, TimeoutMs=1000)
    side.ask(f"gone {version}", "Metadata", 12, Topics=[{"Name": gone + "a"}], AllowAutoTopicCreation=False)


def metadata(side, version):
    def ask(case, *names, **fields):
        side.ask(f"metadata, {case}", "Metadata", version, Topics=[{"Name": name} for name in names], **fields)

    quiet = {"AllowAutoTopicCreation": False} if version >= 4 else {}
    ask("one", "made7", **quiet)
    ask("three", "made7", "made6", "made5", **quiet)
    ask("twice", "made7", "made7", **quiet)
    if version >= 4:
        ask("unknown", "nosuch", "made7", **quiet)
        ask("nameless", "", **quiet)
        ask("bad name", "a b", **quiet)
        ask("long name", "x" * 250, **quiet)
    ask("bad name, creating", "a b")
    ask("nameless, creating", "")
    if version >= 1:
        ask("none", **quiet)
        side.ask("metadata, all", "Metadata", version, Topics=None, **quiet)
    if version == 0:
        ask("all")
    if version >= 8:
        for flag in ("IncludeTopicAuthorizedOperations",) + (("IncludeClusterAuthorizedOperations",) if version < 11 else ()):
            ask(f"with {flag}", "made7", **quiet, **{flag: True})
    if version >= 10:
        for case, row in {
            "by id": {"TopicId": side.id("made7"), "Name": None},
            "unknown id": {"TopicId": uuid.UUID(int=7), "Name": None},
            "zero id": {"TopicId": uuid.UUID(int=0), "Name": None},
            "id and name": {"TopicId": side.id("made7"), "Name": "made7"},
            "id and other name": {"TopicId": side.id("made7"), "Name": "made6"},
        }.items():
            side.ask(f"metadata, {case}", "Metadata", version, Topics=[row], **quiet)
    # Creation is not instant: the first answer of Apache Kafka says "not yet".
    automatic = f"automatic{version}"
    side.ask("metadata, creating", "Metadata", version, Topics=[{"Name": automatic}])
    for _ in range(200):
        answer = side.call("Metadata", 12, Topics=[{"Name": automatic}], AllowAutoTopicCreation=False)
        if answer["Topics"][0]["ErrorCode"] == 0:
            side.learn(automatic, answer["Topics"][0]["TopicId"])
            break
        time.sleep(0.02)
    side.ask("metadata, created", "Metadata", version, Topics=[{"Name": automatic}])


def describe(side):
    def ask(case, *names, limit=2000, cursor=None):
        place = None if cursor is None else {"TopicName": cursor[0], "PartitionIndex": cursor[1]}
        side.ask(f"describe, {case}", "DescribeTopicPartitions", 0, Topics=[{"Name": name} for name in names],
                 ResponsePartitionLimit=limit, Cursor=place)

    side.topic("page-a", 3)
    side.topic("page-b", 3)
    side.topic("page-c", 1)
    pages = ("page-c", "page-a", "page-b")
    ask("one", "page-a")
    ask("three", *pages)
    ask("twice", "page-a", "page-a")
    ask("unknown", "nosuch", "page-a")
    ask("nameless", "")
    ask("bad name", "a b")
    for limit in (-1, 0, 1, 2, 3, 4, 6, 7, 2001):
        ask(f"limit {limit}", *pages, limit=limit)
    for name, partition in (("page-a", 0), ("page-a", 1), ("page-a", 3), ("page-a", 77), ("page-a", -1), ("page-b", 0),
                            ("page-aa", 0), ("page-c", 1), ("page-z", 0), ("", 0)):
        ask(f"from {name} {partition}", *pages, cursor=(name, partition))
        ask(f"from {name} {partition}, limit 2", *pages, limit=2, cursor=(name, partition))
    ask("cursor outside of the list", "page-a", cursor=("made7", 0))
    ask("everything, limit 5", limit=5)
    ask("everything from page-b", limit=5, cursor=("page-b", 1))
