"""An idempotent producer that writes at once to 50 partitions just created: fresh_partitions.py ADDRESS TOPICS

Every record must be there once and in order, in every partition of every topic: apache/kafka#23234.
"""
import sys
from confluent_kafka import Consumer, Producer, TopicPartition
from confluent_kafka.admin import AdminClient, NewTopic

address, topics = sys.argv[1], [f"fresh{i}" for i in range(int(sys.argv[2]))]
partitions, rounds = range(50), range(20)
admin = AdminClient({"bootstrap.servers": address})
producer = Producer({"bootstrap.servers": address, "enable.idempotence": True, "linger.ms": 0, "batch.num.messages": 3})
failures = []
for topic in topics:
    admin.create_topics([NewTopic(topic, len(partitions), 1)])[topic].result(20)
    for number in rounds:
        for partition in partitions:
            producer.produce(topic, f"{number}", partition=partition,
                             on_delivery=lambda error, _: error and failures.append(error))
        producer.poll(0)
assert producer.flush(60) == 0, "not everything was delivered"
assert not failures, failures[:3]

consumer = Consumer({"bootstrap.servers": address, "group.id": "none", "enable.auto.commit": False,
                     "auto.offset.reset": "earliest", "enable.partition.eof": True})
wanted = [TopicPartition(topic, partition, 0) for topic in topics for partition in partitions]
consumer.assign(wanted)
seen, ended = {}, set()
while len(ended) < len(wanted):
    message = consumer.poll(30)
    assert message is not None, f"{len(ended)} of {len(wanted)} partitions were read"
    place = (message.topic(), message.partition())
    if message.error():
        ended.add(place)
    else:
        seen.setdefault(place, []).append(int(message.value()))
consumer.close()
wrong = {place: values for place, values in seen.items() if values != list(rounds)}
assert not wrong and len(seen) == len(wanted), (len(seen), list(wrong.items())[:3])
print("ok", len(seen))
