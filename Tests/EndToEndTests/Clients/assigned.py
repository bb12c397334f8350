"""A consumer that assigns its partitions itself and commits under a group's name without being its member, until the input
ends: assigned.py ADDRESS TOPIC GROUP

Commits 1 to 19 in turn on all partitions of the topic, five times a second, and says the last one when it ends.
"""

import select
import sys

from confluent_kafka import Consumer, TopicPartition

address, topic, group = sys.argv[1:4]
consumer = Consumer({"bootstrap.servers": address, "group.id": group, "enable.auto.commit": False})
partitions = sorted(consumer.list_topics(topic, 30).topics[topic].partitions)
consumer.assign([TopicPartition(topic, partition, 0) for partition in partitions])
offset, said = 0, False
while True:
    offset = offset % 19 + 1
    consumer.commit(offsets=[TopicPartition(topic, partition, offset) for partition in partitions], asynchronous=False)
    if offset == 2 and not said:
        said = True
        print("ready", flush=True)
    if select.select([sys.stdin], [], [], 0.2)[0]:
        break
print(offset, flush=True)
consumer.close()
