"""What real clients saw while their broker was killed: history.py KDECK FILE SEED KILLS

Starts `kdeck serve`, lets idempotent librdkafka producers, readers by assignment and two members of a group work, kills
the broker with SIGKILL at random moments and starts it again. Writes every operation of every client as a line of
kdeck-dev's history format to FILE, for `kdeck-dev history FILE` to judge.
"""

import random
import sys
import tempfile
import threading
import time

from confluent_kafka import Consumer, KafkaError, KafkaException, Producer, TopicPartition
from confluent_kafka.admin import AdminClient, NewTopic

sys.path.insert(0, __file__.rsplit("/", 1)[0])

from killed_broker import Broker, free_port, quiet  # noqa: E402

KDECK, FILE, SEED, KILLS = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
PARTITIONS = 4
chance = random.Random(SEED)
stopping = threading.Event()
output = open(FILE, "w")
lock = threading.Lock()
values = [0] * PARTITIONS


def now():
    return time.monotonic_ns() // 1000


def note(process, begin, outcome, action, items=()):
    with lock:
        print(begin, now(), process, outcome, action, *items, file=output)


def client(**settings):
    return {"bootstrap.servers": address, "reconnect.backoff.max.ms": 200, "log_level": 0, "error_cb": quiet, **settings}


class Sender(threading.Thread):
    """Sends unique values; each record is an operation from its send to its acknowledgement."""

    def __init__(self, process):
        super().__init__()
        self.process = process
        self.producer = Producer(client(**{"enable.idempotence": True, "linger.ms": 2, "message.timeout.ms": 120_000}))

    def run(self):
        chance = random.Random(f"{SEED} {self.process}")
        while not stopping.is_set():
            for _ in range(20):
                self.send(chance.randrange(PARTITIONS))
            self.producer.poll(0.01)
        self.producer.flush(120)

    def send(self, partition):
        with lock:
            value = values[partition]
            values[partition] += 1
        begin = now()

        def delivered(error, message):
            if error is None:
                note(self.process, begin, "ok", "send", [f"{partition}:{value}:{message.offset()}"])
            else:
                # What timed out may have been written.
                note(self.process, begin, "info", "send", [f"{partition}:{value}"])

        while True:
            try:
                return self.producer.produce("history", str(value), partition=partition, on_delivery=delivered)
            except BufferError:
                self.producer.poll(0.1)


def reads(messages):
    return [f"{one.partition()}:{one.offset()}:{one.value().decode()}" for one in messages if one.error() is None]


class Reader(threading.Thread):
    """Reads partitions of its own choice, and chooses anew now and then."""

    def __init__(self, process):
        super().__init__()
        self.process = process
        self.consumer = Consumer(client(**{"group.id": f"reader-{process}", "enable.auto.commit": False}))

    def run(self):
        chance = random.Random(f"{SEED} {self.process}")
        until = 0
        while not stopping.is_set():
            if time.monotonic() > until:
                begin = now()
                self.consumer.assign([TopicPartition("history", p, 0) for p in range(PARTITIONS) if chance.random() < 0.7])
                note(self.process, begin, "ok", "assign")
                until = time.monotonic() + chance.uniform(1, 5)
            begin = now()
            messages = self.consumer.consume(500, 0.1)
            if messages:
                note(self.process, begin, "ok", "poll", reads(messages))
        self.consumer.close()


class Member(threading.Thread):
    """Reads as a member of a group and commits what it read."""

    def __init__(self, process):
        super().__init__()
        self.process = process
        self.consumer = Consumer(
            client(**{"group.id": "members", "auto.offset.reset": "earliest", "enable.auto.commit": False,
                      "session.timeout.ms": 10_000})
        )

    def run(self):
        def moved(*_):
            note(self.process, now(), "ok", "assign")

        self.consumer.subscribe(["history"], on_assign=moved, on_revoke=moved, on_lost=moved)
        while not stopping.is_set():
            begin = now()
            messages = self.consumer.consume(200, 0.2)
            if not messages:
                continue
            note(self.process, begin, "ok", "poll", reads(messages))
            top = {one.partition(): one.offset() + 1 for one in messages if one.error() is None}
            self.commit(top)
        self.consumer.close()

    def commit(self, top):
        begin = now()
        items = [f"{partition}:{offset}" for partition, offset in top.items()]
        asked = [TopicPartition("history", partition, offset) for partition, offset in top.items()]
        try:
            done = self.consumer.commit(offsets=asked, asynchronous=False)
            good = [f"{one.partition}:{one.offset}" for one in done if one.error is None]
            note(self.process, begin, "ok" if len(good) == len(items) else "info", "commit", items)
        except KafkaException:
            note(self.process, begin, "info", "commit", items)


def read_offsets():
    probe = Consumer(client(**{"group.id": "members"}))
    for _ in range(20):
        begin = now()
        try:
            found = probe.committed([TopicPartition("history", p) for p in range(PARTITIONS)], timeout=10)
            note(90, begin, "ok", "committed", [f"{one.partition}:{max(one.offset, -1)}" for one in found])
            return probe.close()
        except KafkaException:
            time.sleep(0.2)
    raise SystemExit("the group's offsets cannot be read")


def drain():
    reader = Consumer(client(**{"group.id": "drain", "enable.partition.eof": True}))
    reader.assign([TopicPartition("history", p, 0) for p in range(PARTITIONS)])
    ended, found, begin = set(), [], now()
    deadline = time.monotonic() + 60
    while len(ended) < PARTITIONS and time.monotonic() < deadline:
        for message in reader.consume(1000, 0.2):
            if message.error() is None:
                found += reads([message])
            elif message.error().code() == KafkaError._PARTITION_EOF:
                ended.add(message.partition())
    if len(ended) < PARTITIONS:
        raise SystemExit("the end of the topic was not reached")
    reader.close()
    note(91, begin, "ok", "drain", found)


with tempfile.TemporaryDirectory() as folder:
    broker = Broker(KDECK, folder + "/data", free_port())
    broker.start()
    address = f"127.0.0.1:{broker.port}"
    admin = AdminClient(client())
    admin.create_topics([NewTopic("history", PARTITIONS, 1)])["history"].result()
    threads = [Sender(0), Sender(1), Reader(2), Reader(3), Member(4), Member(5)]
    for thread in threads:
        thread.start()
    time.sleep(1)
    for _ in range(KILLS):
        time.sleep(chance.uniform(0.1, 1.0))
        note(99, now(), "ok", "fault", ["kill"])
        broker.kill()
        broker.start()
        note(99, now(), "ok", "healed")
        read_offsets()
    time.sleep(1)
    stopping.set()
    for thread in threads:
        thread.join()
    read_offsets()
    drain()
    status = broker.stop()
    output.close()
    if status != 0:
        raise SystemExit(f"kdeck ended with status {status}")
print(f"ok seed {SEED}, {KILLS} kills")
