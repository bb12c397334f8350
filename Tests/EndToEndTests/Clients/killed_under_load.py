"""kill -9 under load: killed_under_load.py KDECK ROUNDS SEED

Starts `kdeck serve`, lets an idempotent librdkafka producer and a group of two consumers work, kills the broker at random
moments and starts it again on the same folder and port. At the end every acknowledged record must be there once, in order,
at the offset it was acknowledged with, the group must have read everything, and no committed offset may have gone back.
Prints one line that starts with ok.
"""

import random
import socket
import subprocess
import sys
import tempfile
import threading
import time

from confluent_kafka import Consumer, KafkaError, KafkaException, Producer, TopicPartition
from confluent_kafka.admin import AdminClient, NewTopic

KDECK, ROUNDS, SEED = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
PARTITIONS = 4
chance = random.Random(SEED)
problems = []


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Broker:
    def __init__(self, folder, port):
        self.folder, self.port = folder, port
        self.process = None

    def start(self):
        self.process = subprocess.Popen(
            [KDECK, "serve", "--port", str(self.port), "--data", self.folder], stdout=subprocess.PIPE, text=True
        )
        line = self.process.stdout.readline()
        if not line.startswith("ready "):
            raise SystemExit(f"kdeck said {line!r}")

    def kill(self):
        self.process.kill()
        self.process.wait()

    def stop(self):
        self.process.terminate()
        return self.process.wait(timeout=30)


def quiet(*_):
    """librdkafka's reports of lost connections: they are what this is about."""


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


def stored(address):
    """Everything in the topic, by partition: (offset, value)."""
    reader = Consumer(
        {"bootstrap.servers": address, "group.id": "checker", "enable.partition.eof": True, "log_level": 0}
    )
    reader.assign([TopicPartition("load", p, 0) for p in range(PARTITIONS)])
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
    broker = Broker(folder + "/data", free_port())
    broker.start()
    address = f"127.0.0.1:{broker.port}"
    admin = AdminClient({"bootstrap.servers": address, "log_level": 0})
    admin.create_topics([NewTopic("load", PARTITIONS, 1)])["load"].result()
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
print(f"ok {ROUNDS} kills, {total} records, {Reader.commits} commits")
