"""confluent-kafka at its defaults: produce with keys and headers, consume in a group, commit, come back."""
import sys
from confluent_kafka import Consumer, Producer

address, topic, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
failures = []
producer = Producer({"bootstrap.servers": address})
for i in range(count):
    producer.produce(topic, key=f"k{i % 7}", value=f"v{i}", headers={"n": str(i)},
                     on_delivery=lambda error, _: error and failures.append(error))
    producer.poll(0)
assert producer.flush(20) == 0, "not everything was delivered"
assert not failures, failures


def consume(wanted):
    consumer = Consumer({"bootstrap.servers": address, "group.id": topic + "-confluent",
                         "auto.offset.reset": "earliest"})
    consumer.subscribe([topic])
    seen = []
    for _ in range(600):
        if len(seen) >= wanted:
            break
        message = consumer.poll(0.1)
        if message is not None:
            assert message.error() is None, message.error()
            seen.append((message.key(), message.value(), message.headers()))
    consumer.close()
    return seen


seen = consume(count)
assert sorted(value for _, value, _ in seen) == sorted(f"v{i}".encode() for i in range(count)), len(seen)
assert all(headers == [("n", value[1:])] for _, value, headers in seen)
producer.produce(topic, value="one more")
assert producer.flush(20) == 0
assert [value for _, value, _ in consume(1)] == [b"one more"], "the group did not go on where it was"
print("ok", len(seen))
