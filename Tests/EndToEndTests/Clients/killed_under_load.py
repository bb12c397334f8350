"""kill -9 under load: killed_under_load.py KDECK ROUNDS SEED [KAFKA_SCRIPT]

Starts `kdeck serve`, lets an idempotent librdkafka producer and a group of two consumers work, and with KAFKA_SCRIPT also
Apache Kafka's Java producer (its verifiable one, idempotent as it is by default), kills the broker at random moments and
starts it again on the same folder and port. At the end every acknowledged record must be there once, in order, at the
offset it was acknowledged with, the group must have read everything, and no committed offset may have gone back. Prints
one line that starts with ok.
"""

import json
import random
import subprocess
import sys
import tempfile
import threading
import time

from confluent_kafka import Consumer, KafkaError, KafkaException, Producer, TopicPartition
from confluent_kafka.admin import AdminClient, NewTopic
from killed_broker import Broker, free_port, quiet

KDECK, ROUNDS, SEED = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
KAFKA = sys.argv[4] if len(sys.argv) > 4 else None
PARTITIONS = 4
chance = random.Random(SEED)
problems = []


class Load(threading.Thread):
    """Numbers each partition's records 0, 1, 2 ... and notes where they were acknowledged."""

    def __init__(self, address):
        super().__init__()
        self.stopping = threading.Event()
        self.sent = [0] * PARTITIONS
        self.acked = [{} for _ in range(PARTITIONS)]
        self.producer = Producer(
            {
                "bootstrap.servers": address,
                "enable.idempotence": True,
                "message.timeout.ms": 120_000,
                "reconnect.backoff.max.ms": 200,
                "linger.ms": 2,
                "log_level": 0,
                "error_cb": quiet,
            }
        )

    def delivered(self, error, message):
        if error is not None:
            problems.append(f"a record was refused: {error}")
        else:
            self.acked[message.partition()][int(message.value())] = message.offset()

    def run(self):
        while not self.stopping.is_set():
            for partition in range(PARTITIONS):
                for _ in range(5):
                    try:
                        self.producer.produce(
                            "load", str(self.sent[partition]), partition=partition, on_delivery=self.delivered
                        )
                        self.sent[partition] += 1
                    except BufferError:
                        self.producer.poll(0.1)
            self.producer.poll(0.005)
        if self.producer.flush(120):
            problems.append("records were never acknowledged")


class JavaLoad(threading.Thread):
    """Apache Kafka's verifiable producer: numbers all its records, and says where each was acknowledged."""

    # Left alone, this tool never tries again, and without that there is no idempotence.
    SETTINGS = "enable.idempotence=true\nretries=2147483647\nacks=all\nlinger.ms=2\nreconnect.backoff.max.ms=200\n"

    def __init__(self, address, folder):
        super().__init__()
        self.acked = []
        with open(folder + "/java.properties", "w") as file:
            file.write(self.SETTINGS)
        words = ["--bootstrap-server", address, "--topic", "java", "--throughput", "500", "--command-config", file.name]
        self.process = subprocess.Popen(
            [KAFKA, "verifiable-produce", *words],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )

    def run(self):
        for line in self.process.stdout:
            event = json.loads(line)
            if event["name"] == "producer_send_success":
                self.acked.append((event["partition"], event["offset"], int(event["value"])))
            elif event["name"] == "producer_send_error":
                problems.append(f"Java: a record was refused: {event}")

    def finish(self):
        # SIGTERM lets it wait for what is on its way.
        self.process.terminate()
        self.process.wait(timeout=150)
        self.join()

    def check(self, found):
        """Every acknowledged record is where it was acknowledged, each value once, and in order."""
        where = {}
        for partition, records in enumerate(found):
            values = [value for _, value in records]
            if any(later <= earlier for earlier, later in zip(values, values[1:])):
                problems.append(f"Java: partition {partition} is out of order")
            for offset, value in records:
                if value in where:
                    problems.append(f"Java: {value} is there twice")
                where[value] = (partition, offset)
        lost = [value for partition, offset, value in self.acked if where.get(value) != (partition, offset)]
        if lost:
            problems.append(f"Java: {len(lost)} of {len(self.acked)} acknowledged records are not where they should be")
        if not self.acked:
            problems.append("Java: nothing was acknowledged")


class Reader(threading.Thread):
    """A member of the group that commits by itself and knows what was promised."""

    promised = [0] * PARTITIONS
    seen = [set() for _ in range(PARTITIONS)]
    commits = 0
    lock = threading.Lock()

    def __init__(self, address):
        super().__init__()
        self.stopping = threading.Event()
        self.consumer = Consumer(
            {
                "bootstrap.servers": address,
                "group.id": "readers",
                "auto.offset.reset": "earliest",
                "enable.auto.commit": False,
                "session.timeout.ms": 10_000,
                "reconnect.backoff.max.ms": 200,
                "log_level": 0,
                "error_cb": quiet,
            }
        )

    def run(self):
        self.consumer.subscribe(["load"])
        try:
            while not self.stopping.is_set():
                messages = self.consumer.consume(200, 0.2)
                top = {}
                for message in messages:
                    if message.error() is None:
                        with Reader.lock:
                            Reader.seen[message.partition()].add(int(message.value()))
                        top[message.partition()] = message.offset() + 1
                if top:
                    self.commit(top)
        finally:
            self.consumer.close()

    def commit(self, top):
        try:
            done = self.consumer.commit(
                offsets=[TopicPartition("load", partition, offset) for partition, offset in top.items()],
                asynchronous=False,
            )
        except KafkaException:
            return  # not promised: the group moved on, or the broker was down
        with Reader.lock:
            for one in done:
                if one.error is None:
                    Reader.commits += 1
                    Reader.promised[one.partition] = max(Reader.promised[one.partition], one.offset)


def committed(address):
    probe = Consumer({"bootstrap.servers": address, "group.id": "readers", "log_level": 0, "error_cb": quiet})
    for attempt in range(20):
        try:
            found = probe.committed([TopicPartition("load", p) for p in range(PARTITIONS)], timeout=10)
            probe.close()
            return [max(one.offset, 0) for one in found]
        except KafkaException:
            time.sleep(0.2)
    raise SystemExit("the group's offsets cannot be read")


def stored(address, topic="load"):
    """Everything in a topic, by partition: (offset, value)."""
    reader = Consumer(
        {"bootstrap.servers": address, "group.id": "checker", "enable.partition.eof": True, "log_level": 0}
    )
    reader.assign([TopicPartition(topic, p, 0) for p in range(PARTITIONS)])
    found, ended = [[] for _ in range(PARTITIONS)], set()
    deadline = time.monotonic() + 60
    while len(ended) < PARTITIONS and time.monotonic() < deadline:
        message = reader.poll(1)
        if message is None:
            continue
        if message.error() is None:
            found[message.partition()].append((message.offset(), int(message.value())))
        elif message.error().code() == KafkaError._PARTITION_EOF:
            ended.add(message.partition())
    reader.close()
    return found


with tempfile.TemporaryDirectory() as folder:
    broker = Broker(KDECK, folder + "/data", free_port())
    broker.start()
    address = f"127.0.0.1:{broker.port}"
    admin = AdminClient({"bootstrap.servers": address, "log_level": 0})
    for made in admin.create_topics([NewTopic("load", PARTITIONS, 1), NewTopic("java", PARTITIONS, 1)]).values():
        made.result()
    java = JavaLoad(address, folder) if KAFKA else None
    if java:
        java.start()
    load, readers = Load(address), [Reader(address), Reader(address)]
    for thread in [load] + readers:
        thread.start()
    time.sleep(2)
    for _ in range(ROUNDS):
        time.sleep(chance.uniform(0.1, 1.0))
        with Reader.lock:
            before = list(Reader.promised)
        broker.kill()
        broker.start()
        after = committed(address)
        for partition in range(PARTITIONS):
            if after[partition] < before[partition]:
                problems.append(f"partition {partition}: committed {before[partition]}, found {after[partition]}")
    load.stopping.set()
    load.join()
    if java:
        java.finish()
        java.check(stored(address, "java"))
    total = sum(load.sent)
    deadline = time.monotonic() + 60
    while sum(len(one) for one in Reader.seen) < total and time.monotonic() < deadline:
        time.sleep(0.2)
    for reader in readers:
        reader.stopping.set()
    for reader in readers:
        reader.join()
    for partition, records in enumerate(stored(address)):
        values = [value for _, value in records]
        if values != list(range(load.sent[partition])):
            problems.append(f"partition {partition}: {len(values)} records, {len(set(values))} distinct, sent {load.sent[partition]}")
        wrong = sum(1 for offset, value in records if load.acked[partition].get(value) not in (offset, None))
        if wrong:
            problems.append(f"partition {partition}: {wrong} records lie elsewhere than acknowledged")
        if len(load.acked[partition]) != load.sent[partition]:
            problems.append(f"partition {partition}: {len(load.acked[partition])} of {load.sent[partition]} acknowledged")
        if len(Reader.seen[partition]) != load.sent[partition]:
            problems.append(f"partition {partition}: the group read {len(Reader.seen[partition])} of {load.sent[partition]}")
    final = committed(address)
    for partition in range(PARTITIONS):
        if final[partition] < Reader.promised[partition]:
            problems.append(f"partition {partition}: at the end {final[partition]}, promised {Reader.promised[partition]}")
    status = broker.stop()
    if status != 0:
        problems.append(f"kdeck ended with status {status}")

for problem in problems[:10]:
    print(problem, file=sys.stderr)
if problems:
    sys.exit(1)
by_java = f", {len(java.acked)} of Java" if java else ""
print(f"ok {ROUNDS} kills, {total} records, {Reader.commits} commits{by_java}")
