"""Kafka's messages by their schemas: plain values to bytes and back, in every version.

Knows nothing of kdeck's own codec: it reads `schema.json`, the facts extracted from Apache Kafka's jars.
"""

import json
import struct
import uuid

NUMBERS = {
    "bool": "?",
    "int8": "b",
    "int16": "h",
    "uint16": "H",
    "int32": "i",
    "uint32": "I",
    "int64": "q",
    "float64": "d",
}
ZERO = {"string": "", "bytes": b"", "records": b"", "uuid": uuid.UUID(int=0), "bool": False, "float64": 0.0}


class Truncated(Exception):
    """An answer ended before its last field."""


class Reader:
    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, count):
        if count < 0 or self.at + count > len(self.data):
            raise Truncated(f"{count} bytes wanted at {self.at} of {len(self.data)}")
        self.at += count
        return self.data[self.at - count : self.at]

    def number(self, form):
        return struct.unpack(">" + form, self.take(struct.calcsize(">" + form)))[0]

    def uvarint(self):
        value = shift = 0
        while True:
            byte = self.take(1)[0]
            value |= (byte & 0x7F) << shift
            if byte < 0x80:
                return value
            shift += 7


def uvarint(value):
    out = bytearray()
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def has(range_, version):
    return range_ is not None and range_[0] <= version <= range_[1]


class Message:
    """One request or response of the schema."""

    def __init__(self, schema):
        self.schema = schema
        self.name, self.versions = schema["name"], schema["versions"]
        self.structs = schema.get("structs", {})

    def is_flexible(self, version):
        return has(self.schema.get("flex"), version)

    def encode(self, values, version):
        return self._fields(self.schema["fields"], values, version)

    def decode(self, data, version):
        reader = Reader(data)
        value = self._read_fields(self.schema["fields"], reader, version)
        if reader.at != len(data):
            raise Truncated(f"{len(data) - reader.at} bytes are left over")
        return value

    def _members(self, field, kind):
        return field.get("f") or self.structs[kind]

    def _fields(self, fields, values, version):
        names = {field["n"] for field in fields}
        unknown = set(values) - names
        if unknown:
            raise KeyError(f"{self.name} has no field {sorted(unknown)}, but {sorted(names)}")
        out, tagged = bytearray(), []
        for field in fields:
            if not has(field["v"], version):
                continue
            value = values.get(field["n"], self._default(field, version))
            if has(field.get("tagged"), version):
                if field["n"] in values:
                    tagged.append((field["tag"], self._value(field, field["t"], value, version, is_tagged=True)))
            else:
                out += self._value(field, field["t"], value, version)
        if self.is_flexible(version):
            out += uvarint(len(tagged))
            for tag, data in sorted(tagged):
                out += uvarint(tag) + uvarint(len(data)) + data
        return bytes(out)

    def _default(self, field, version):
        if field.get("def") is not None:
            return field["def"]
        if "def" in field and has(field.get("null"), version):
            return None
        kind = field["t"]
        return [] if kind.startswith("[]") else ZERO.get(kind, 0 if kind in NUMBERS else {})

    def _value(self, field, kind, value, version, is_tagged=False):
        compact = self.is_flexible(version)
        if kind.startswith("[]"):
            if value is None:
                return b"\0" if compact else b"\xff\xff\xff\xff"
            head = uvarint(len(value) + 1) if compact else struct.pack(">i", len(value))
            return head + b"".join(self._value(field, kind[2:], one, version) for one in value)
        if kind in NUMBERS:
            return struct.pack(">" + NUMBERS[kind], value)
        if kind == "uuid":
            return value.bytes
        if kind in ("string", "bytes", "records"):
            form = ">h" if kind == "string" else ">i"
            if value is None:
                return b"\0" if compact else struct.pack(form, -1)
            data = value.encode() if isinstance(value, str) else value
            return (uvarint(len(data) + 1) if compact else struct.pack(form, len(data))) + data
        members = self._members(field, kind)
        if not has(field.get("null"), version) or field["t"].startswith("[]"):
            return self._fields(members, value, version)
        if value is None:
            return b"\0" if is_tagged else b"\xff"
        return b"\1" + self._fields(members, value, version)

    def _read_fields(self, fields, reader, version):
        value = {}
        by_tag = {}
        for field in fields:
            if not has(field["v"], version):
                continue
            if has(field.get("tagged"), version):
                by_tag[field["tag"]] = field
                value[field["n"]] = self._default(field, version)
            else:
                value[field["n"]] = self._read(field, field["t"], reader, version)
        if self.is_flexible(version):
            for _ in range(reader.uvarint()):
                tag, size = reader.uvarint(), reader.uvarint()
                inner = Reader(reader.take(size))
                if tag in by_tag:
                    field = by_tag[tag]
                    value[field["n"]] = self._read(field, field["t"], inner, version, is_tagged=True)
                else:
                    value[f"tag {tag}"] = inner.data.hex()
        return value

    def _read(self, field, kind, reader, version, is_tagged=False):
        compact = self.is_flexible(version)
        if kind.startswith("[]"):
            count = reader.uvarint() - 1 if compact else reader.number("i")
            return None if count < 0 else [self._read(field, kind[2:], reader, version) for _ in range(count)]
        if kind in NUMBERS:
            return reader.number(NUMBERS[kind])
        if kind == "uuid":
            return uuid.UUID(bytes=reader.take(16))
        if kind in ("string", "bytes", "records"):
            length = reader.uvarint() - 1 if compact else reader.number("h" if kind == "string" else "i")
            if length < 0:
                return None
            data = reader.take(length)
            return data.decode() if kind == "string" else data
        members = self._members(field, kind)
        if has(field.get("null"), version) and not field["t"].startswith("[]"):
            if reader.number("b") != 1:
                return None
        return self._read_fields(members, reader, version)


class Protocol:
    """All APIs by name, with the headers of their requests."""

    def __init__(self, path):
        with open(path) as file:
            messages = json.load(file)["messages"]
        self.requests = {m["name"].removesuffix("Request"): Message(m) for m in messages if m["kind"] == "request"}
        self.responses = {m["name"].removesuffix("Response"): Message(m) for m in messages if m["kind"] == "response"}

    def key(self, api):
        return self.requests[api].schema["api"]

    def versions(self, api):
        """The versions that a broker offers."""
        first, last = self.requests[api].versions
        return range(first, last + (0 if self.requests[api].schema.get("latestUnstable") else 1))

    def header(self, api, version, correlation, client="probe"):
        head = struct.pack(">hhi", self.key(api), version, correlation)
        name = struct.pack(">h", -1) if client is None else struct.pack(">h", len(client)) + client.encode()
        return head + name + (b"\0" if self.requests[api].is_flexible(version) else b"")

    def answer(self, api, version, frame):
        """The answer in a frame (behind its size): correlation id and plain values."""
        skipped = 4
        if api != "ApiVersions" and self.responses[api].is_flexible(version):
            skipped = 5
        return struct.unpack(">i", frame[:4])[0], self.responses[api].decode(frame[skipped:], version)
