"""aiokafka at its defaults: produce, consume in a group, commit, come back."""
import asyncio
import sys
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer

address, topic, count = sys.argv[1], sys.argv[2], int(sys.argv[3])


async def consume(wanted):
    consumer = AIOKafkaConsumer(topic, bootstrap_servers=address, group_id=topic + "-aio",
                                auto_offset_reset="earliest")
    await consumer.start()
    seen = []
    try:
        while len(seen) < wanted:
            seen.append((await asyncio.wait_for(consumer.getone(), 30)).value)
    finally:
        await consumer.stop()
    return seen


async def main():
    producer = AIOKafkaProducer(bootstrap_servers=address)
    await producer.start()
    for i in range(count):
        await producer.send(topic, b"v%d" % i, key=b"k%d" % (i % 7))
    await producer.flush()
    seen = await consume(count)
    assert sorted(seen) == sorted(b"v%d" % i for i in range(count)), len(seen)
    await producer.send_and_wait(topic, b"one more")
    assert await consume(1) == [b"one more"], "the group did not go on where it was"
    await producer.stop()
    print("ok", len(seen))


asyncio.run(main())
