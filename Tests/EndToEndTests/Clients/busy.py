"""A group that is always at the end of a topic that always grows, until the input ends: busy.py ADDRESS TOPIC GROUP

Every record is committed as soon as it was read, so that the group's commits follow the topic's end as closely as can be.
"""

import sys
import threading

from confluent_kafka import Consumer, Producer
from confluent_kafka.admin import AdminClient, NewTopic

address, topic, group = sys.argv[1:4]
admin = AdminClient({"bootstrap.servers": address})
admin.create_topics([NewTopic(topic, 1, 1)])[topic].result(30)
ended = threading.Event()
taken = 0


def produce():
    producer = Producer({"bootstrap.servers": address, "linger.ms": 0})
    while not ended.wait(0.001):
        producer.produce(topic, "x")
        producer.poll(0)
    producer.flush(10)


def consume():
    global taken
    consumer = Consumer({"bootstrap.servers": address, "group.id": group, "auto.offset.reset": "earliest",
                         "enable.auto.commit": False, "fetch.wait.max.ms": 5})
    consumer.subscribe([topic])
    while not ended.is_set():
        message = consumer.poll(0.2)
        if message and not message.error():
            consumer.commit(message, asynchronous=False)
            taken += 1
            if taken == 100:
                print("ready", flush=True)
    consumer.close()


threads = [threading.Thread(target=produce), threading.Thread(target=consume)]
for thread in threads:
    thread.start()
sys.stdin.read()
ended.set()
for thread in threads:
    thread.join(20)
