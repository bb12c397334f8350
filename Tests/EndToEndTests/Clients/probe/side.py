"""One of the two brokers that a probe asks, and what may differ in its answers by nature."""

import re
import socket
import struct
import time
import uuid

from batches import headers

T0 = 1_700_000_000_000
PATIENCE = 4
BOUNDS = re.compile(r"within \[-?\d+, -?\d+\]")


class Side:
    """Asks one broker, keeps every answer under the name of its case."""

    def __init__(self, protocol, address, is_kafka):
        self.protocol, self.address, self.is_kafka = protocol, address, is_kafka
        self.answers = {}
        self.ids = {}
        self.correlation = 0
        self.socket = None

    # Asking.

    def connect(self):
        if self.socket is None:
            host, port = self.address.split(":")
            self.socket = socket.create_connection((host, int(port)), timeout=PATIENCE)
            self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return self.socket

    def disconnect(self):
        if self.socket is not None:
            self.socket.close()
            self.socket = None

    def frame(self, api, version, fields, client="probe"):
        self.correlation += 1
        body = self.protocol.requests[api].encode(fields, version)
        return self.protocol.header(api, version, self.correlation, client) + body

    def send(self, frame):
        self.connect().sendall(struct.pack(">i", len(frame)) + frame)

    def receive(self):
        """The next frame, or a word for what came instead."""
        try:
            size = self._exactly(4)
            return self._exactly(struct.unpack(">i", size)[0])
        except (ConnectionError, EOFError):
            self.disconnect()
            return "closed"
        except TimeoutError:
            self.disconnect()
            return "no answer"

    def _exactly(self, count):
        data = bytearray()
        while len(data) < count:
            more = self.connect().recv(count - len(data))
            if not more:
                raise EOFError
            data += more
        return bytes(data)

    def call(self, api, version, client="probe", **fields):
        """Asks without keeping the answer."""
        self.send(self.frame(api, version, fields, client))
        got = self.receive()
        if isinstance(got, str):
            return got
        correlation, answer = self.protocol.answer(api, version, got)
        if correlation != self.correlation:
            return f"correlation id {correlation - self.correlation:+} off"
        return answer

    def ask(self, case, api, version, client="probe", **fields):
        answer = self.call(api, version, client, **fields)
        self.keep(f"{case}: {api} v{version}", answer)
        return answer

    def every(self, case, api, versions=None, **fields):
        """Asks in every version that has a place for the fields."""
        for version in versions or self.protocol.versions(api):
            self.ask(case, api, version, **fields)

    def raw(self, case, frame):
        """Sends any bytes; keeps the bytes of the answer, or how it ended."""
        self.send(frame)
        got = self.receive()
        self.keep(case, got if isinstance(got, str) else got.hex())

    def ends(self, case, frame):
        """Sends any bytes; keeps whether they are answered."""
        self.send(frame)
        got = self.receive()
        self.keep(case, got if isinstance(got, str) else "an answer")

    def unanswered(self, case, api, version, **fields):
        """A request that wants no answer: what the next one on the connection gets."""
        self.send(self.frame(api, version, fields))
        after = self.call("ApiVersions", 0)
        self.keep(f"{case}: {api} v{version}", after if isinstance(after, str) else "silence")

    def keep(self, name, answer):
        if name in self.answers:
            raise SystemExit(f"two cases are called {name!r}")
        self.answers[name] = self.masked(answer)

    # Topics that the cases use.

    def topic(self, name, partitions=1, **configs):
        rows = [{"Name": key.replace("_", "."), "Value": str(value)} for key, value in configs.items()]
        topic = {"Name": name, "NumPartitions": partitions, "ReplicationFactor": 1, "Configs": rows}
        made = self.call("CreateTopics", 7, Topics=[topic])
        row = made["Topics"][0]
        if row["ErrorCode"]:
            raise SystemExit(f"{self.address}: {name} cannot be made: {row}")
        # Apache Kafka answers before its broker leads what was made.
        asked = [{"PartitionIndex": partition, "Timestamp": -1} for partition in range(partitions)]
        for _ in range(200):
            found = self.call("ListOffsets", 8, ReplicaId=-1, Topics=[{"Name": name, "Partitions": asked}])
            if not any(one["ErrorCode"] for one in found["Topics"][0]["Partitions"]):
                break
            time.sleep(0.02)
        return self.learn(name, row["TopicId"])

    def learn(self, name, topic_id):
        self.ids[topic_id] = name
        return topic_id

    def id(self, name):
        return next(key for key, value in self.ids.items() if value == name)

    # Masking.

    def masked(self, value, name="", parent=None):
        if isinstance(value, dict):
            return {key: self.masked(inner, key, value) for key, inner in value.items()}
        if isinstance(value, list):
            rows = [self.masked(inner, name) for inner in self.joined(value)]
            if name in UNORDERED:
                rows.sort(key=str)
            return rows
        if isinstance(value, uuid.UUID):
            if value.int == 0:
                return "no id"
            return f"id of {self.ids[value]}" if value in self.ids else "some id"
        if isinstance(value, bytes):
            return [self.masked_batch(row) for row in headers(value)] if name == "Records" else value.hex()
        if isinstance(value, str):
            value = BOUNDS.sub("within [BOUNDS]", value)
        if name in MASKED and isinstance(value, (int, str)) and value not in (-1, 0, None, ""):
            return name
        return value

    @staticmethod
    def joined(rows):
        """The rows of a fetch with each topic once: where a topic's partitions lie apart in a session, it comes twice."""
        topics = {}
        for row in rows:
            if not isinstance(row, dict) or row.keys() not in ({"Topic", "Partitions"}, {"TopicId", "Partitions"}):
                return rows
            name = row.get("Topic", row.get("TopicId"))
            topics.setdefault(name, {**row, "Partitions": []})["Partitions"].extend(row["Partitions"])
        return list(topics.values())

    @staticmethod
    def masked_batch(row):
        if row.get("attributes", 0) & 8:
            row = {**row, "max timestamp": "now"}
        return row


# What differs by nature: where the broker listens, what it draws at random, and what its clock says.
MASKED = {
    "Host", "Port", "ClusterId", "LogAppendTimeMs", "SessionId", "ProducerId", "LogDir", "TotalBytes", "UsableBytes",
    "LastTimestamp", "FinalizedFeaturesEpoch",
}
# Lists whose order is that of a hash map in Apache Kafka.
UNORDERED = {
    "Topics", "Configs", "Brokers", "ApiKeys", "SupportedFeatures", "FinalizedFeatures", "Responses", "Partitions",
    "PartitionResponses", "ConfigResources", "PartitionResult", "ReplicaElectionResults", "Results",
}
