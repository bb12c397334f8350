"""Everything that confluent-kafka (librdkafka) can ask of a broker: confluent_broad.py KDECK [KAFKA_SCRIPT]

Every call of the AdminClient, and producers and consumers with many settings. What a call gives is put into one line;
with KAFKA_SCRIPT the same calls go to Apache Kafka and the lines are compared. What differs stands in REASONS. Prints one
line that starts with ok.
"""

import sys

from confluent_kafka import (
    Consumer,
    ConsumerGroupState,
    ConsumerGroupTopicPartitions,
    ElectionType,
    IsolationLevel,
    KafkaError,
    KafkaException,
    Producer,
    TopicCollection,
    TopicPartition,
)
from confluent_kafka.admin import (
    AclBindingFilter,
    AclOperation,
    AclPermissionType,
    AdminClient,
    AlterConfigOpType,
    ConfigEntry,
    ConfigResource,
    NewPartitions,
    NewTopic,
    OffsetSpec,
    ResourcePatternType,
    ResourceType,
)

sys.path.insert(0, __file__.rsplit("/", 1)[0] + "/probe")

from brokers import broker  # noqa: E402

REASONS = {
    "transactional producer": "transactions are not there yet",
}


class Calls:
    def __init__(self, address):
        self.settings = {"bootstrap.servers": address, "log_level": 0, "error_cb": lambda *_: None}
        self.admin = AdminClient(self.settings)
        self.lines = {}

    def note(self, name, call):
        try:
            result = call()
        except KafkaException as error:
            result = f"refused: {error.args[0].name()}"
        except KafkaError as error:
            result = f"refused: {error.name()}"
        self.lines[name] = str(result)

    def of(self, futures):
        """What each future of a call gives, by its name."""
        found = {}
        for key, future in futures.items():
            try:
                value = future.result(timeout=20)
            except KafkaException as error:
                value = f"refused: {error.args[0].name()}"
            found[getattr(key, "name", str(key))] = value
        return found

    # Topics and their settings.

    def topics(self):
        made = [NewTopic("one", 3, 1), NewTopic("two", 1, 1, config={"cleanup.policy": "compact"}), NewTopic("a b", 1, 1)]
        self.note("create topics", lambda: self.of(self.admin.create_topics(made)))
        self.note("create again", lambda: self.of(self.admin.create_topics(made[:1])))
        self.note("create, validated only", lambda: self.of(self.admin.create_topics([NewTopic("three", 2, 1)], validate_only=True)))
        self.note("create with two copies", lambda: self.of(self.admin.create_topics([NewTopic("three", 2, 2)])))
        self.note("list topics", lambda: sorted(
            (name, len(topic.partitions)) for name, topic in self.admin.list_topics(timeout=10).topics.items()
            if not name.startswith("__")))
        self.note("describe topics", lambda: {
            name: (found.name, len(found.partitions), found.is_internal) if not isinstance(found, str) else found
            for name, found in self.of(self.admin.describe_topics(TopicCollection(["one", "nosuch"]))).items()})
        self.note("grow", lambda: self.of(self.admin.create_partitions([NewPartitions("one", 4), NewPartitions("two", 1)])))
        resource = ConfigResource(ResourceType.TOPIC, "two")
        self.note("describe configs", lambda: self.configs(resource, "cleanup.policy", "retention.ms", "max.message.bytes"))
        change = ConfigResource(ResourceType.TOPIC, "two", incremental_configs=[
            ConfigEntry("retention.ms", "77000", incremental_operation=AlterConfigOpType.SET),
            ConfigEntry("cleanup.policy", "delete", incremental_operation=AlterConfigOpType.APPEND)])
        self.note("change configs", lambda: self.of(self.admin.incremental_alter_configs([change])))
        wrong = ConfigResource(ResourceType.TOPIC, "two", incremental_configs=[
            ConfigEntry("retention.ms", "soon", incremental_operation=AlterConfigOpType.SET)])
        self.note("change configs badly", lambda: self.of(self.admin.incremental_alter_configs([wrong])))
        whole = ConfigResource(ResourceType.TOPIC, "one", set_config={"retention.ms": "88000"})
        self.note("replace configs", lambda: self.of(self.admin.alter_configs([whole])))

    def configs(self, resource, *names):
        found = next(iter(self.admin.describe_configs([resource]).values())).result(timeout=20)
        return {name: (found[name].value, found[name].is_default, found[name].is_read_only) for name in names}

    # Records.

    def records(self):
        def produce(topic="one", partition=0, count=5, **settings):
            errors = []
            producer = Producer({**self.settings, "message.timeout.ms": 1500, **settings})
            for number in range(count):
                producer.produce(topic, key=f"k{number}", value="v" * 100, partition=partition, headers={"h": b"1"},
                                 on_delivery=lambda error, _: errors.append(error.name() if error else "ok"))
            producer.flush(20)
            return errors

        for codec in ("none", "gzip", "snappy", "lz4", "zstd"):
            self.note(f"produce, {codec}", lambda: produce(**{"compression.type": codec}))
        for acks in (0, 1, -1):
            self.note(f"produce, acks {acks}", lambda: produce(**{"acks": acks}))
        self.note("produce, idempotent", lambda: produce(**{"enable.idempotence": True}))
        self.note("produce, one at a time", lambda: produce(**{"batch.num.messages": 1, "linger.ms": 0}))
        self.note("produce to nowhere", lambda: produce(topic="nosuch", count=1, **{"allow.auto.create.topics": False}))
        self.note("produce without a key to a compacted topic", lambda: self.keyless())
        self.note("transactional producer", self.transaction)
        for level in ("read_committed", "read_uncommitted"):
            self.note(f"consume, {level}", lambda: self.consume(**{"isolation.level": level}))
        self.note("consume a little", lambda: self.consume(**{"fetch.message.max.bytes": 200, "fetch.max.bytes": 1000,
                                                               "message.max.bytes": 1000}))
        self.note("consume from a time", self.by_time)
        self.note("watermarks", lambda: Consumer({**self.settings, "group.id": "w"}).get_watermark_offsets(
            TopicPartition("one", 0), timeout=10))
        spec = {TopicPartition("one", 0): OffsetSpec.latest(), TopicPartition("one", 1): OffsetSpec.earliest(),
                TopicPartition("one", 2): OffsetSpec.max_timestamp(), TopicPartition("nosuch", 0): OffsetSpec.latest()}
        self.note("list offsets", lambda: {
            name: getattr(found, "offset", found) for name, found in
            self.of(self.admin.list_offsets(spec, isolation_level=IsolationLevel.READ_COMMITTED)).items()})
        self.note("delete records", lambda: {
            name: getattr(found, "low_watermark", found) for name, found in
            self.of(self.admin.delete_records([TopicPartition("one", 0, 3), TopicPartition("one", 1, 99)])).items()})

    def keyless(self):
        errors = []
        producer = Producer({**self.settings, "message.timeout.ms": 1500})
        producer.produce("two", "v", on_delivery=lambda error, _: errors.append(error.name() if error else "ok"))
        producer.flush(20)
        return errors

    def transaction(self):
        producer = Producer({**self.settings, "transactional.id": "t", "log_level": 0})
        producer.init_transactions(3)
        producer.begin_transaction()
        producer.produce("one", "in a transaction", partition=3)
        producer.commit_transaction(10)
        return "committed"

    def consume(self, **settings):
        consumer = Consumer({**self.settings, "group.id": "reader", "enable.partition.eof": True,
                             "auto.offset.reset": "earliest", "enable.auto.commit": False, **settings})
        consumer.assign([TopicPartition("one", 0, 0)])
        count = 0
        while True:
            message = consumer.poll(10)
            if message is None:
                return "nothing came for 10 s"
            if message.error():
                consumer.close()
                return f"{message.error().name()} after {count}"
            count += 1

    def by_time(self):
        consumer = Consumer({**self.settings, "group.id": "by time"})
        found = consumer.offsets_for_times([TopicPartition("one", 0, 0), TopicPartition("one", 1, 0)], timeout=10)
        return [one.offset for one in found]

    # Groups.

    def groups(self):
        consumer = Consumer({**self.settings, "group.id": "team", "auto.offset.reset": "earliest"})
        consumer.subscribe(["one"])
        while not consumer.consume(1, 10):
            pass
        consumer.commit(offsets=[TopicPartition("one", 1, 2)], asynchronous=False)
        self.note("describe groups", lambda: {
            name: (found.state.name, len(found.members), found.partition_assignor)
            for name, found in self.of(self.admin.describe_consumer_groups(["team"])).items()})
        self.note("list groups", lambda: sorted(
            group.group_id for group in self.admin.list_consumer_groups(
                states={ConsumerGroupState.STABLE}).result(timeout=20).valid))
        self.note("reset while it runs", lambda: self.alter_offsets())
        self.note("delete while it runs", lambda: self.of(self.admin.delete_consumer_groups(["team"])))
        consumer.close()
        self.note("offsets", lambda: {
            name: sorted((one.topic, one.partition, one.offset) for one in found.topic_partitions if one.partition == 1)
            for name, found in self.of(self.admin.list_consumer_group_offsets(
                [ConsumerGroupTopicPartitions("team")])).items()})
        self.note("reset", lambda: self.alter_offsets())
        self.note("delete groups", lambda: self.of(self.admin.delete_consumer_groups(["team", "nosuch"])))

    def alter_offsets(self):
        wanted = ConsumerGroupTopicPartitions("team", [TopicPartition("one", 1, 1)])
        return {
            name: found if isinstance(found, str) else [(one.partition, one.offset, one.error and one.error.name())
                                                        for one in found.topic_partitions]
            for name, found in self.of(self.admin.alter_consumer_group_offsets([wanted])).items()}

    # The cluster.

    def cluster(self):
        self.note("describe cluster", lambda: len(self.admin.describe_cluster().result(timeout=20).nodes))
        self.note("elect leaders", lambda: {
            str(partition): error and error.name() for partition, error in
            self.admin.elect_leaders(ElectionType.PREFERRED, [TopicPartition("one", 0), TopicPartition("one", 77)])
            .result(timeout=20).items()})
        any_acl = AclBindingFilter(ResourceType.ANY, None, ResourcePatternType.ANY, None, None, AclOperation.ANY,
                                   AclPermissionType.ANY)
        self.note("describe acls", lambda: self.admin.describe_acls(any_acl).result(timeout=20))
        self.note("scram users", lambda: self.of(self.admin.describe_user_scram_credentials(["nobody"])))
        self.note("delete topics", lambda: self.of(self.admin.delete_topics(["one", "two", "nosuch"])))

    def run(self):
        self.topics()
        self.records()
        self.groups()
        self.cluster()
        return self.lines


def main():
    with broker(sys.argv[1], is_kafka=False) as address:
        ours = Calls(address).run()
    differ, known = 0, 0
    if len(sys.argv) > 2:
        with broker(sys.argv[2], is_kafka=True) as address:
            theirs = Calls(address).run()
        for name, expected in theirs.items():
            if expected == ours.get(name):
                continue
            known += name in REASONS
            differ += name not in REASONS
            if name not in REASONS:
                print(f"{name}\n  Apache Kafka: {expected}\n  kdeck:        {ours.get(name)}", file=sys.stderr)
        for name in REASONS.keys() - {name for name, line in theirs.items() if line != ours.get(name)}:
            raise SystemExit(f"no such difference any more: {name}")
    else:
        for name, line in ours.items():
            print(f"{name}: {line}", file=sys.stderr)
    if differ:
        raise SystemExit(f"{differ} of {len(ours)} calls differ")
    print(f"ok {len(ours)} calls, {known} known differences")


main()
