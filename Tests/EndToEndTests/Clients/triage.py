"""Groups that are in trouble, each in its own way, until the input ends: triage.py ADDRESS TOPIC

60 records a second come in on four partitions. `stopped` read some and left, `slow` takes ten a second, `stuck` takes all
but those of partition 2.
"""
import sys
import threading
import time
from confluent_kafka import Consumer, Producer, TopicPartition
from confluent_kafka.admin import AdminClient, NewTopic

address, topic = sys.argv[1:3]
admin = AdminClient({"bootstrap.servers": address})
admin.create_topics([NewTopic(topic, 4, 1)])[topic].result(20)
ended = threading.Event()
taken = {"stopped": 0, "slow": 0, "stuck": 0}


def produce():
    producer = Producer({"bootstrap.servers": address, "linger.ms": 5})
    number = 0
    while not ended.wait(1 / 60):
        producer.produce(topic, f"r{number}", partition=number % 4)
        producer.poll(0)
        number += 1
    producer.flush(10)


def consume(group, pause, stuck=None, until=None):
    def assigned(consumer, partitions):
        consumer.assign(partitions)
        if stuck is not None:
            consumer.pause([TopicPartition(topic, stuck)])

    consumer = Consumer({"bootstrap.servers": address, "group.id": group, "client.id": f"{group}-app",
                         "auto.offset.reset": "earliest", "enable.auto.commit": False})
    # One commit on every partition, so that each has a place to stand still at.
    consumer.subscribe([topic], on_assign=assigned)
    while not ended.is_set() and (until is None or taken[group] < until):
        message = consumer.poll(0.2)
        if message is None or message.error():
            continue
        taken[group] += 1
        consumer.commit(message, asynchronous=True)
        time.sleep(pause)
    consumer.close()


start = Consumer({"bootstrap.servers": address, "group.id": "stuck", "enable.auto.commit": False})
start.commit(offsets=[TopicPartition(topic, partition, 0) for partition in range(4)], asynchronous=False)
start.close()
threads = [threading.Thread(target=produce), threading.Thread(target=consume, args=("stopped", 0, None, 120)),
           threading.Thread(target=consume, args=("slow", 0.1)), threading.Thread(target=consume, args=("stuck", 0, 2))]
for thread in threads:
    thread.start()
while taken["stopped"] < 120 or taken["slow"] < 10 or taken["stuck"] < 10:
    time.sleep(0.1)
print("ready", flush=True)
sys.stdin.read()
ended.set()
for thread in threads:
    thread.join(20)
