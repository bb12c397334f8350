"""DescribeConfigs, AlterConfigs, IncrementalAlterConfigs, ListConfigResources."""

import time

TOPIC, BROKER, LOGGER, CLIENT_METRICS, GROUP = 2, 4, 8, 16, 32


def run(side):
    side.topic("plainly", 1)
    side.topic("specially", 1, cleanup_policy="compact", retention_ms=5000)
    for version in side.protocol.versions("DescribeConfigs"):
        describe(side, version)
    for version in side.protocol.versions("IncrementalAlterConfigs"):
        incremental(side, version)
    for version in side.protocol.versions("AlterConfigs"):
        alter(side, version)
    for version in side.protocol.versions("ListConfigResources"):
        side.ask("resources", "ListConfigResources", version)
        if version > 0:
            for kinds in ([TOPIC], [BROKER], [LOGGER], [CLIENT_METRICS], [GROUP], [99], [TOPIC, BROKER]):
                side.ask(f"resources {kinds}", "ListConfigResources", version, ResourceTypes=kinds)


def describe(side, version):
    def ask(case, *resources, keys=None, **fields):
        rows = [{"ResourceType": kind, "ResourceName": name, "ConfigurationKeys": keys} for kind, name in resources]
        side.ask(f"describe, {case}", "DescribeConfigs", version, Resources=rows, **fields)

    ask("a topic", (TOPIC, "plainly"))
    ask("a topic with its own", (TOPIC, "specially"))
    ask("with synonyms", (TOPIC, "specially"), IncludeSynonyms=True)
    ask("two keys", (TOPIC, "specially"), keys=["retention.ms", "segment.bytes"])
    ask("an unknown key", (TOPIC, "specially"), keys=["no.such", "retention.ms"])
    ask("no keys", (TOPIC, "specially"), keys=[])
    ask("unknown topic", (TOPIC, "nosuch"))
    ask("nameless topic", (TOPIC, ""))
    ask("bad topic", (TOPIC, "a b"))
    ask("two", (TOPIC, "plainly"), (TOPIC, "nosuch"), keys=["retention.ms"])
    ask("twice", (TOPIC, "plainly"), (TOPIC, "plainly"), keys=["retention.ms"])
    ask("the broker, one key", (BROKER, "1"), keys=["log.retention.hours", "log.segment.bytes", "node.id"])
    ask("all brokers", (BROKER, ""), keys=["log.retention.hours"])
    ask("another broker", (BROKER, "9"))
    ask("a broker that is no number", (BROKER, "one"))
    ask("kind 0", (0, "x"))
    ask("kind 1", (1, "x"))
    ask("kind 99", (99, "x"))
    ask("kind -1", (-1, "x"))
    ask("unknown client metrics", (CLIENT_METRICS, "nosuch"))
    ask("nothing")
    if version >= 3:
        ask("with words", (TOPIC, "specially"), keys=["retention.ms"], IncludeDocumentation=True)


def shown(side, case, *keys, topic="plainly"):
    if side.is_kafka:
        # Its broker hears of a change from its controller, after the answer.
        time.sleep(0.15)
    resource = {"ResourceType": TOPIC, "ResourceName": topic, "ConfigurationKeys": list(keys)}
    side.ask(f"shown, {case}", "DescribeConfigs", 4, Resources=[resource], IncludeSynonyms=True)


def incremental(side, version):
    def ask(case, *changes, kind=TOPIC, name="plainly", **fields):
        rows = [dict(zip(("Name", "ConfigOperation", "Value"), one)) for one in changes]
        resource = {"ResourceType": kind, "ResourceName": name, "Configs": rows}
        side.ask(f"change, {case}", "IncrementalAlterConfigs", version, Resources=[resource], **fields)

    set_, delete, append, subtract = 0, 1, 2, 3
    ask("validated only", ("retention.ms", set_, "77000"), ValidateOnly=True)
    shown(side, f"validated only {version}", "retention.ms")
    ask("set", ("retention.ms", set_, "77000"))
    shown(side, f"set {version}", "retention.ms")
    ask("set again", ("retention.ms", set_, "77000"))
    ask("two", ("retention.ms", set_, "1"), ("segment.ms", set_, "60000"))
    ask("set and deleted", ("retention.ms", set_, "1"), ("retention.ms", delete, None))
    ask("set to nothing", ("retention.ms", set_, None))
    ask("set badly", ("retention.ms", set_, "soon"))
    ask("set out of bounds", ("retention.ms", set_, "-2"))
    ask("unknown key", ("no.such", set_, "1"))
    ask("unknown key deleted", ("no.such", delete, None))
    ask("operation 9", ("retention.ms", 9, "1"))
    ask("appended", ("cleanup.policy", append, "compact"))
    shown(side, f"appended {version}", "cleanup.policy")
    ask("appended again", ("cleanup.policy", append, "compact"))
    ask("appended badly", ("cleanup.policy", append, "shred"))
    ask("subtracted", ("cleanup.policy", subtract, "compact"))
    ask("subtracted again", ("cleanup.policy", subtract, "compact"))
    ask("subtracted wholly", ("cleanup.policy", subtract, "delete"))
    shown(side, f"subtracted {version}", "cleanup.policy")
    ask("policy deleted", ("cleanup.policy", delete, None))
    ask("appended to a number", ("retention.ms", append, "1"))
    ask("subtracted from a number", ("retention.ms", subtract, "1"))
    ask("deleted", ("retention.ms", delete, None), ("segment.ms", delete, ""))
    shown(side, f"deleted {version}", "retention.ms", "segment.ms")
    ask("deleted again", ("retention.ms", delete, None))
    ask("nothing")
    ask("unknown topic", ("retention.ms", set_, "1"), name="nosuch")
    ask("nameless topic", ("retention.ms", set_, "1"), name="")
    ask("no such broker", ("log.retention.ms", set_, "1"), kind=BROKER, name="9")
    ask("broker of no number", ("log.retention.ms", set_, "1"), kind=BROKER, name="one")
    ask("kind 0", ("retention.ms", set_, "1"), kind=0)
    ask("kind 99", ("retention.ms", set_, "1"), kind=99)
    one = {"ResourceType": TOPIC, "ResourceName": "plainly",
           "Configs": [{"Name": "retention.ms", "ConfigOperation": set_, "Value": "1"}]}
    other = {"ResourceType": TOPIC, "ResourceName": "nosuch",
             "Configs": [{"Name": "retention.ms", "ConfigOperation": set_, "Value": "1"}]}
    side.ask("change, two topics", "IncrementalAlterConfigs", version, Resources=[one, other])
    side.ask("change, a topic twice", "IncrementalAlterConfigs", version, Resources=[one, one])
    side.ask("change, no resource", "IncrementalAlterConfigs", version, Resources=[])
    ask("back", ("retention.ms", delete, None))


def alter(side, version):
    def ask(case, *changes, kind=TOPIC, name="plainly", **fields):
        rows = [dict(zip(("Name", "Value"), one)) for one in changes]
        resource = {"ResourceType": kind, "ResourceName": name, "Configs": rows}
        side.ask(f"replace, {case}", "AlterConfigs", version, Resources=[resource], **fields)

    ask("validated only", ("retention.ms", "1"), ValidateOnly=True)
    ask("one", ("retention.ms", "88000"))
    shown(side, f"replaced {version}", "retention.ms", "segment.ms")
    ask("with another", ("segment.ms", "90000"))
    shown(side, f"replaced again {version}", "retention.ms", "segment.ms")
    ask("with nothing")
    shown(side, f"replaced with nothing {version}", "retention.ms", "segment.ms")
    ask("bad value", ("retention.ms", "soon"))
    ask("null", ("retention.ms", None))
    ask("unknown key", ("no.such", "1"))
    ask("unknown topic", ("retention.ms", "1"), name="nosuch")
    ask("kind 99", ("retention.ms", "1"), kind=99)
    ask("twice", ("retention.ms", "1"), ("retention.ms", "2"))
    ask("back")
