"""Leaves behind what makes consoles count wrong, as real clients of a real cluster do it.

pitfalls.py ADDRESS: aborted transactions, one that stays open, commits past the end and before the start of a log, times
out of order, a group of the consumer protocol. Stays until its input ends, so that the transaction and the member do.
"""

import os
import sys
import time

from confluent_kafka import Consumer, Producer, TopicPartition
from confluent_kafka.admin import AdminClient, NewTopic

servers = {"bootstrap.servers": sys.argv[1]}
admin = AdminClient(servers)


def create(name, partitions=1, config=None):
    admin.create_topics([NewTopic(name, partitions, 1, config=config or {})])[name].result()


def until(what, check):
    end = time.time() + 60
    while not check():
        if time.time() > end:
            sys.exit(f"waited too long for {what}")
        time.sleep(0.2)


for topic in ["txn", "open", "again", "short", "shared"]:
    create(topic)
create("times", config={"retention.ms": "-1", "message.timestamp.after.max.ms": "9223372036854775807"})
create("k848", 3)
plain = Producer(servers)

# Ten transactions of five records, then one that is given up: 66 offsets, 50 records.
sender = Producer({**servers, "transactional.id": "writer"})
sender.init_transactions()
for turn in range(11):
    sender.begin_transaction()
    for number in range(5):
        sender.produce("txn", f"v{turn * 5 + number}", key="k")
    sender.flush()
    sender.abort_transaction() if turn == 10 else sender.commit_transaction()

# A reader of committed records that commits behind each: it has read all there is, and stands 7 before the end.
reader = Consumer({
    **servers, "group.id": "readers", "isolation.level": "read_committed", "auto.offset.reset": "earliest",
    "enable.auto.commit": False,
})
reader.subscribe(["txn"])
seen = []


def read_one():
    message = reader.poll(0.5)
    if message and not message.error():
        seen.append(message)
        reader.commit(message, asynchronous=False)
    return len(seen) == 50


until("fifty committed records", read_one)
reader.close()

# A transaction that nobody ends, and three plain records behind it.
hanging = Producer({**servers, "transactional.id": "hanging", "transaction.timeout.ms": 600000})
hanging.init_transactions()
hanging.begin_transaction()
hanging.produce("open", "first")
hanging.flush()
for number in range(3):
    plain.produce("open", "plain")
for number in range(20):
    plain.produce("again", "before")
    plain.produce("short", "record")
    plain.produce("shared", "record")
plain.flush()


def commit(group, *places):
    holder = Consumer({**servers, "group.id": group})
    holder.commit(offsets=[TopicPartition(*place) for place in places], asynchronous=False)
    holder.close()


commit("waits", ("open", 0, 0))

# A topic that was made again while its group's place stayed, and a log whose start moved on past another's.
admin.delete_topics(["again"])["again"].result()


def made_again():
    try:
        create("again")
        return True
    except Exception:
        return False


until("the topic to be made again", made_again)
for number in range(4):
    plain.produce("again", "after")
plain.flush()
commit("lost", ("again", 0, 20))
commit("late", ("short", 0, 3))
for future in admin.delete_records([TopicPartition("short", 0, 10)]).values():
    future.result()

for stamp in [1000, 5000, 3000, 4102444800000, 2000]:
    plain.produce("times", f"t{stamp}", timestamp=stamp)
for number in range(30):
    plain.produce("k848", "x", partition=number % 3)
plain.flush()

member = Consumer({
    **servers, "group.id": "newstyle", "group.protocol": "consumer", "auto.offset.reset": "earliest",
    "client.id": "new-1",
})
member.subscribe(["k848"])
read = []


def read_more():
    message = member.poll(0.5)
    if message and not message.error():
        read.append(message)
    return len(read) == 30


until("thirty records of the new protocol", read_more)
member.commit(asynchronous=False)
print("ready", flush=True)
sys.stdin.read()
# No goodbye: the transaction stays open.
os._exit(0)
