"""kafka-python at its defaults: produce, consume in a group of two members, commit, come back."""
import sys
from kafka import KafkaConsumer, KafkaProducer

address, topic, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
producer = KafkaProducer(bootstrap_servers=address)
sent = [producer.send(topic, key=b"k%d" % (i % 7), value=b"v%d" % i) for i in range(count)]
producer.flush(20)
assert all(future.get(20).topic == topic for future in sent)


def consume(wanted):
    consumer = KafkaConsumer(topic, bootstrap_servers=address, group_id=topic + "-python",
                             auto_offset_reset="earliest")
    seen = []
    for _ in range(300):
        if len(seen) >= wanted:
            break
        for records in consumer.poll(200).values():
            seen += [record.value for record in records]
    consumer.close()
    return seen


seen = consume(count)
assert sorted(seen) == sorted(b"v%d" % i for i in range(count)), len(seen)
producer.send(topic, b"one more").get(20)
assert consume(1) == [b"one more"], "the group did not go on where it was"
producer.close()
print("ok", len(seen))
