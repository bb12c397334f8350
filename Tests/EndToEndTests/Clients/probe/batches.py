"""Record batches of magic 2, whole and damaged."""

import gzip
import struct
import time

from codec import uvarint


def _crc_table():
    table = []
    for byte in range(256):
        for _ in range(8):
            byte = byte >> 1 ^ (0x82F63B78 if byte & 1 else 0)
        table.append(byte)
    return table


TABLE = _crc_table()


def crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc = crc >> 8 ^ TABLE[(crc ^ byte) & 0xFF]
    return crc ^ 0xFFFFFFFF


def varint(value):
    return uvarint(value << 1 ^ value >> 63)


def record(value=b"v", key=b"k", headers=(), offset=0, timestamp=0, attributes=0):
    """One record; its offset and timestamp are deltas."""

    def field(data):
        return varint(-1) if data is None else varint(len(data)) + data

    body = bytes([attributes]) + varint(timestamp) + varint(offset) + field(key) + field(value) + varint(len(headers))
    for name, content in headers:
        body += varint(len(name)) + name + field(content)
    return varint(len(body)) + body


# One moment for both brokers.
NOW = int(time.time() * 1000)


def batch(
    records=None,
    count=None,
    last=None,
    base=0,
    epoch=-1,
    magic=2,
    attributes=0,
    timestamp=None,
    max_timestamp=None,
    pid=-1,
    pid_epoch=-1,
    sequence=-1,
    length=None,
    crc=None,
    payload=None,
    codec=0,
):
    """A batch of `records` (bytes of each), with any field of its header said otherwise."""
    records = [record()] if records is None else records
    count = len(records) if count is None else count
    last = count - 1 if last is None else last
    timestamp = NOW if timestamp is None else timestamp
    max_timestamp = timestamp if max_timestamp is None else max_timestamp
    if payload is None:
        payload = b"".join(records)
        if codec == 1:
            payload = gzip.compress(payload)
    tail = struct.pack(
        ">hiqqqhii", attributes | codec, last, timestamp, max_timestamp, pid, pid_epoch, sequence, count
    ) + payload
    checksum = crc32c(tail) if crc is None else crc
    size = len(tail) + 9 if length is None else length
    return struct.pack(">qiibI", base, size, epoch, magic, checksum) + tail


def numbered(count, **fields):
    """A batch of `count` records with offsets 0, 1, 2 ..."""
    return batch([record(b"value %d" % n, offset=n) for n in range(count)], **fields)


def headers(data):
    """What the headers of the batches in fetched bytes say; a cut one at the end as its size."""
    found, at = [], 0
    while len(data) - at >= 61:
        base, size, epoch, magic = struct.unpack(">qiib", data[at : at + 17])
        fields = struct.unpack(">hiqqqhii", data[at + 21 : at + 61])
        names = ("attributes", "last", "timestamp", "max timestamp", "pid", "pid epoch", "sequence", "count")
        row = dict(zip(names, fields), base=base, size=size, epoch=epoch, magic=magic)
        whole = data[at : at + 12 + size]
        row["crc"] = len(whole) < 12 + size or crc32c(whole[21:]) == struct.unpack(">I", whole[17:21])[0]
        row["cut"] = len(whole) < 12 + size
        found.append(row)
        at += 12 + size
    if at < len(data):
        found.append({"rest": len(data) - at})
    return found
