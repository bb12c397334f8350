"""Frames that no client sends: unknown keys and versions, bodies cut or too long, other protocols on the port."""

import socket
import struct

from batches import numbered
from side import T0


def run(side):
    side.topic("framed", 1)
    header = lambda key, version, rest=b"": struct.pack(">hhih", key, version, 1, -1) + rest
    for key in (-1, 4, 5, 6, 7, 52, 58, 62, 67, 93, 99, 1000, 32767, -32768):
        side.raw(f"key {key}", header(key, 0))
    for api, key in (("Produce", 0), ("Fetch", 1), ("ListOffsets", 2), ("Metadata", 3), ("CreateTopics", 19), ("InitProducerId", 22)):
        last = max(side.protocol.versions(api))
        for version in (-1, 0, 1, 2, 3, last + 1, 99, 32767):
            if version not in side.protocol.versions(api):
                side.raw(f"{api} v{version}", header(key, version, bytes(60)))
    for version in (-1, 5, 6, 99, 32767, -32768):
        # Negative versions have the first header, versions to come the flexible one.
        side.raw(f"ApiVersions v{version}", header(18, version, b"" if version < 0 else b"\x00"))
        side.raw(f"ApiVersions v{version} and bytes", header(18, version, b"" if version < 0 else b"\x00") + b"garbage")
    for count in (0, 1, 2, 3, 4, 7, 8, 9):
        side.raw(f"a header of {count} bytes", header(18, 0)[:count])
    side.raw("client id longer than the frame", struct.pack(">hhih", 18, 0, 1, 100) + b"x")
    side.ends("client id length -2", struct.pack(">hhih", 18, 0, 1, -2))
    side.ends("client id not UTF-8", struct.pack(">hhih", 18, 0, 1, 2) + b"\xff\xfe")
    side.ends("unknown tag in the header", struct.pack(">hhih", 18, 3, 1, -1) + b"\x01\x05\x02ab" + b"\x02p\x021\x00")
    side.raw("tag in the header cut", struct.pack(">hhih", 18, 3, 1, -1) + b"\x01\x05\x7fab")
    bodies(side)
    edges(side)


def bodies(side):
    """Good requests cut at each length, and with bytes behind."""
    partition = {"Partition": 0, "FetchOffset": 0, "PartitionMaxBytes": 100}
    asked = {
        ("Metadata", 1): {"Topics": [{"Name": "framed"}]},
        ("Metadata", 12): {"Topics": [{"Name": "framed"}], "AllowAutoTopicCreation": False},
        ("Fetch", 11): {"Topics": [{"Topic": "framed", "Partitions": [partition]}]},
        ("Fetch", 12): {"Topics": [{"Topic": "framed", "Partitions": [partition]}]},
        ("ListOffsets", 1): {"ReplicaId": -1, "Topics": [{"Name": "framed", "Partitions": [{"PartitionIndex": 0, "Timestamp": -1}]}]},
        ("Produce", 7): {"Acks": 1, "TopicData": [{"Name": "framed", "PartitionData": [{"Index": 0, "Records": numbered(1, timestamp=T0)}]}]},
        ("Produce", 9): {"Acks": 1, "TopicData": [{"Name": "framed", "PartitionData": [{"Index": 0, "Records": numbered(1, timestamp=T0)}]}]},
    }
    for (api, version), fields in asked.items():
        whole = side.protocol.requests[api].encode(fields, version)
        head = side.protocol.header(api, version, 1)
        for cut in sorted({1, 2, 3, 5, len(whole) // 2, len(whole)}):
            side.ends(f"{api} v{version} cut by {cut}", head + whole[: len(whole) - cut])
        side.send(head + whole + b"stray bytes")
        got = side.receive()
        answer = got if isinstance(got, str) else side.protocol.answer(api, version, got)[1]
        side.keep(f"bytes behind: {api} v{version}", answer)
    hostile = {
        ("Metadata", 1): [struct.pack(">i", 2**31 - 1), struct.pack(">i", -2), struct.pack(">i", 1) + struct.pack(">h", -1)],
        ("Metadata", 12): [b"\xff\xff\xff\xff\x0f", b"\xff\xff\xff\xff\xff\x01", b"\x02" + bytes(16) + b"\xff\xff\x03"],
        ("CreateTopics", 5): [b"\xff\xff\xff\xff\x07", b"\x80\x80\x80\x80\x08"],
        ("Fetch", 4): [struct.pack(">iiiibi", -1, 0, 0, 0, 0, 2**31 - 1), struct.pack(">iiiibi", -1, 0, 0, 0, 0, -1)],
        ("Produce", 3): [struct.pack(">hhii", -1, 1, 0, 2**31 - 1), struct.pack(">hhii", -1, 1, 0, -1)],
    }
    for (api, version), rows in hostile.items():
        for place, body in enumerate(rows):
            side.ends(f"{api} v{version} hostile {place}", side.protocol.header(api, version, 1) + body)


def edges(side):
    """What is not framed as Kafka frames."""
    raw = {
        "size 0": struct.pack(">i", 0),
        "size -1": struct.pack(">i", -1),
        "size -2^31": struct.pack(">i", -(2**31)),
        "size 2^31-1": struct.pack(">i", 2**31 - 1),
        "size of the limit and one": struct.pack(">i", 104857601),
        "http": b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "tls": bytes.fromhex("16030100c8010000c40303") + bytes(190),
    }
    for case, data in raw.items():
        side.disconnect()
        side.connect().sendall(data)
        got = side.receive()
        side.keep(f"raw {case}", got if isinstance(got, str) else "an answer")
    for case, data in {"half a size": b"\x00\x00", "half a frame": struct.pack(">i", 100) + b"\x00\x12"}.items():
        side.disconnect()
        connection = side.connect()
        connection.sendall(data)
        connection.shutdown(socket.SHUT_WR)
        got = side.receive()
        side.keep(f"raw {case}, then the end", got if isinstance(got, str) else "an answer")
    # Three requests in one packet are answered in their order.
    side.disconnect()
    frames = b""
    for correlation in (5, 6, 7):
        frame = side.protocol.header("ApiVersions", 0, correlation)
        frames += struct.pack(">i", len(frame)) + frame
    side.connect().sendall(frames)
    order = []
    for _ in range(3):
        got = side.receive()
        order.append(got if isinstance(got, str) else struct.unpack(">i", got[:4])[0])
    side.keep("three at once", order)
