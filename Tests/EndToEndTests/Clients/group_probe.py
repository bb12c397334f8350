"""The same requests to kdeck and to Apache Kafka, the answers side by side: group_probe.py KDECK_ADDRESS KAFKA_SCRIPT

Starts one node of Apache Kafka, sends several hundred group requests, good and bad, in every version that kafka-python
knows, and compares the answers field by field. Masked: the random part of member ids, host and port. Not compared: the
order of groups in lists (in Kafka that of the coordinator's partitions), the coordinator of transactions, which Apache
Kafka names only after it made a topic for them, and the empty group that a refused first join leaves behind there. Prints one line that starts with ok.
"""

import re
import socket
import subprocess
import sys
import tempfile

from killed_broker import free_port

from kafka.protocol.admin import CreateTopicsRequest, DeleteGroupsRequest, DescribeGroupsRequest, ListGroupsRequest
from kafka.protocol.consumer import (
    HeartbeatRequest,
    JoinGroupRequest,
    LeaveGroupRequest,
    OffsetCommitRequest,
    OffsetDeleteRequest,
    OffsetFetchRequest,
    SyncGroupRequest,
)
from kafka.protocol.metadata import FindCoordinatorRequest
from kafka.protocol.parser import KafkaProtocol

SUBSCRIPTION = b"\x00\x00\x00\x00\x00\x01\x00\x06orders\xff\xff\xff\xff"
REFUSED = "refused"
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class Connection:
    def __init__(self, address):
        host, port = address.split(":")
        self.socket = socket.create_connection((host, int(port)), timeout=30)
        self.protocol = KafkaProtocol(client_id="probe")

    def ask(self, request):
        self.protocol.send_request(request)
        self.socket.sendall(self.protocol.send_bytes())
        while True:
            received = self.socket.recv(65536)
            if not received:
                return "closed"
            answers = self.protocol.receive_bytes(received)
            if answers:
                return answers[0][1]


def masked(answer):
    """The answer as plain values, without what differs by nature."""

    def walk(value, name=""):
        if isinstance(value, dict):
            return {key: walk(inner, key) for key, inner in value.items()}
        if isinstance(value, (list, tuple)):
            rows = [walk(inner) for inner in value]
            if name == "results" or (name == "groups" and rows and "protocol_type" in rows[0]):
                return sorted((row for row in rows if row["group_id"] != REFUSED), key=str)
            return rows
        if name == "port" and value != -1:
            return "port"
        return UUID.sub("UUID", value) if isinstance(value, str) else value

    return answer if isinstance(answer, str) else walk(answer.to_dict())


class Probe:
    def __init__(self, address):
        self.address = address
        self.connection = Connection(address)
        self.answers = []

    def ask(self, name, request):
        answer = self.connection.ask(request)
        self.answers.append((f"{name} v{request.version}", masked(answer)))
        if isinstance(answer, str):
            self.connection = Connection(self.address)
        return answer

    def join(self, name, version, group, member="", **changes):
        fields = dict(
            group_id=group,
            session_timeout_ms=10_000,
            rebalance_timeout_ms=20_000,
            member_id=member,
            group_instance_id=None,
            protocol_type="consumer",
            protocols=[JoinGroupRequest.JoinGroupRequestProtocol(name="range", metadata=SUBSCRIPTION)],
            reason="probe",
        )
        return self.ask(name, JoinGroupRequest(version=version, **{**fields, **changes}))

    def coordinators(self):
        for kind in (0, 2, 9):
            for version in range(0 if kind == 0 else 1, 4):
                self.ask(f"find {kind}", FindCoordinatorRequest(version=version, key="g", key_type=kind))
            for version in range(4, 7):
                self.ask(
                    f"find {kind}", FindCoordinatorRequest(version=version, coordinator_keys=["g", "", "h"], key_type=kind)
                )

    def refused_joins(self, version):
        self.join("join without group", version, "")
        self.join("join with a short session", version, REFUSED, session_timeout_ms=10)
        self.join("join with an unknown id", version, REFUSED, member="ghost")
        self.join("join without protocols", version, REFUSED, protocols=[])
        self.join("join without type", version, REFUSED, protocol_type="")

    def life(self, version):
        """One member from its first join to the deletion of the group."""
        group = f"group{version}"
        joined = self.join("first join", version, group)
        if version >= 4:
            joined = self.join("second join", version, group, joined.member_id)
        member, generation = joined.member_id, joined.generation_id

        def heartbeat(name, **changes):
            fields = dict(group_id=group, generation_id=generation, member_id=member, group_instance_id=None)
            self.ask(name, HeartbeatRequest(version=min(version, 4), **{**fields, **changes}))

        def sync(name, **changes):
            share = SyncGroupRequest.SyncGroupRequestAssignment(member_id=member, assignment=b"share")
            fields = dict(
                group_id=group,
                generation_id=generation,
                member_id=member,
                group_instance_id=None,
                protocol_type="consumer",
                protocol_name="range",
                assignments=[share],
            )
            self.ask(name, SyncGroupRequest(version=min(version, 5), **{**fields, **changes}))

        heartbeat("heartbeat before the assignment")
        sync("sync of another generation", generation_id=99)
        sync("sync of a stranger", member_id="ghost")
        sync("sync without group", group_id="")
        sync("sync of an unknown group", group_id="nope")
        if version >= 5:
            sync("sync with another protocol", protocol_name="sticky")
            sync("sync without protocol", protocol_name=None)
            sync("sync with another type", protocol_type="connect")
        sync("sync")
        heartbeat("heartbeat")
        heartbeat("heartbeat of another generation", generation_id=5)
        heartbeat("heartbeat of a stranger", member_id="ghost")
        heartbeat("heartbeat of an instance", group_instance_id="i")
        heartbeat("heartbeat of an unknown group", group_id="nope")
        heartbeat("heartbeat without group", group_id="")
        self.join("join of another type", version, group, protocol_type="connect")
        odd = JoinGroupRequest.JoinGroupRequestProtocol(name="odd", metadata=SUBSCRIPTION)
        self.join("join without a common protocol", version, group, protocols=[odd])
        self.describe(version, [group, "nope"])
        self.delete(version, [group, "nope", ""])
        self.commits(version, group, member, generation)
        self.fetches(version, group)
        self.offset_deletes(group)
        self.leave(version, group, member)
        self.describe(version, [group, "nope"])
        self.commit("commit to an empty group", version, group, "", -1)
        filters = dict(states_filter=["empty"] if version >= 4 else [], types_filter=["Classic"] if version >= 5 else [])
        self.ask("list", ListGroupsRequest(version=min(version, 5), **filters))
        self.delete(version, [group])
        self.commit("commit to a new group", version, group, "", -1)
        self.describe(version, [group])
        self.offset_deletes(group)
        self.delete(version, [group, ""])

    def describe(self, version, groups):
        self.ask(
            "describe",
            DescribeGroupsRequest(version=min(version, 6), groups=groups, include_authorized_operations=False),
        )

    def delete(self, version, groups):
        self.ask("delete", DeleteGroupsRequest(version=min(version, 2), groups_names=groups))

    def commit(self, name, version, group, member, generation, instance=None):
        topic = OffsetCommitRequest.OffsetCommitRequestTopic
        partition = topic.OffsetCommitRequestPartition
        rows = [(0, 5, "note"), (1, 6, "x" * 5000), (77, 6, None)]
        known = [
            partition(partition_index=index, committed_offset=offset, committed_leader_epoch=-1, committed_metadata=text)
            for index, offset, text in rows
        ]
        self.ask(
            name,
            OffsetCommitRequest(
                version=min(max(version, 2), 9),
                group_id=group,
                generation_id_or_member_epoch=generation,
                member_id=member,
                group_instance_id=instance,
                retention_time_ms=-1,
                topics=[topic(name="orders", partitions=known), topic(name="nosuch", partitions=known[:1])],
            ),
        )

    def commits(self, version, group, member, generation):
        self.commit("commit", version, group, member, generation)
        self.commit("commit of another generation", version, group, member, 77)
        self.commit("commit of a stranger", version, group, "ghost", generation)
        self.commit("commit from outside", version, group, "", -1)
        self.commit("commit to an unknown group", version, "nope", member, 4)
        self.commit("commit without group", version, "", "", -1)

    def fetches(self, version, group):
        if 1 <= version <= 7:
            topic = OffsetFetchRequest.OffsetFetchRequestTopic
            topics = [topic(name="orders", partition_indexes=[0, 1, 77]), topic(name="nosuch", partition_indexes=[0])]
            self.ask("fetch", OffsetFetchRequest(version=version, group_id=group, topics=topics, require_stable=False))
            self.ask("fetch", OffsetFetchRequest(version=version, group_id="nope", topics=topics, require_stable=False))
            if version >= 2:
                self.ask("fetch all", OffsetFetchRequest(version=version, group_id=group, topics=None, require_stable=False))
        elif version >= 8:
            one = OffsetFetchRequest.OffsetFetchRequestGroup
            topic = one.OffsetFetchRequestTopics
            topics = [topic(name="orders", partition_indexes=[0, 1, 77]), topic(name="nosuch", partition_indexes=[0])]
            groups = [
                one(group_id=group, member_id=None, member_epoch=-1, topics=topics),
                one(group_id="nope", member_id=None, member_epoch=-1, topics=None),
                one(group_id=group, member_id="ghost", member_epoch=3, topics=None),
            ]
            self.ask("fetch", OffsetFetchRequest(version=version, groups=groups, require_stable=True))

    def offset_deletes(self, group):
        topic = OffsetDeleteRequest.OffsetDeleteRequestTopic
        partition = topic.OffsetDeleteRequestPartition
        known = topic(name="orders", partitions=[partition(partition_index=0), partition(partition_index=77)])
        unknown = topic(name="nosuch", partitions=[partition(partition_index=0)])
        self.ask("offset delete", OffsetDeleteRequest(version=0, group_id=group, topics=[known, unknown]))
        self.ask("offset delete", OffsetDeleteRequest(version=0, group_id="nope", topics=[known]))
        self.ask("offset delete", OffsetDeleteRequest(version=0, group_id="nope", topics=[]))

    def leave(self, version, group, member):
        version = min(version, 5)
        one = LeaveGroupRequest.MemberIdentity
        if version < 3:
            for name, group_id, member_id in [
                ("leave of a stranger", group, "ghost"),
                ("leave of an unknown group", "nope", "ghost"),
                ("leave without group", "", "ghost"),
                ("leave", group, member),
            ]:
                self.ask(name, LeaveGroupRequest(version=version, group_id=group_id, member_id=member_id))
            return
        ghost = one(member_id="ghost", group_instance_id=None, reason=None)
        unknown = one(member_id="", group_instance_id="i", reason="r")
        nobody = one(member_id="", group_instance_id=None, reason="r")
        real = one(member_id=member, group_instance_id=None, reason="r")
        self.ask("leave of an unknown group", LeaveGroupRequest(version=version, group_id="nope", members=[ghost]))
        self.ask("leave without group", LeaveGroupRequest(version=version, group_id="", members=[ghost]))
        self.ask("leave", LeaveGroupRequest(version=version, group_id=group, members=[ghost, unknown, nobody, real]))
        self.ask("leave of nobody", LeaveGroupRequest(version=version, group_id=group, members=[]))

    def static_member(self, version):
        group = f"static{version}"
        joined = self.join("static join", version, group, group_instance_id="i1")
        generation, old = joined.generation_id, joined.member_id

        def sync(name, member):
            share = SyncGroupRequest.SyncGroupRequestAssignment(member_id=member, assignment=b"share")
            self.ask(
                name,
                SyncGroupRequest(
                    version=min(version, 5),
                    group_id=group,
                    generation_id=generation,
                    member_id=member,
                    group_instance_id="i1",
                    protocol_type="consumer",
                    protocol_name="range",
                    assignments=[share],
                ),
            )

        def heartbeat(name, member, instance):
            self.ask(
                name,
                HeartbeatRequest(
                    version=min(version, 4),
                    group_id=group,
                    generation_id=generation,
                    member_id=member,
                    group_instance_id=instance,
                ),
            )

        sync("static sync", old)
        new = self.join("static rejoin", version, group, group_instance_id="i1").member_id
        sync("sync of the old id", old)
        sync("sync of the new id", new)
        heartbeat("heartbeat of the old id", old, "i1")
        heartbeat("heartbeat of the new id", new, "i1")
        heartbeat("heartbeat of another instance", new, "i7")
        self.commit("commit of the old id", version, group, old, generation, "i1")
        self.describe(version, [group])
        gone = LeaveGroupRequest.MemberIdentity(member_id="", group_instance_id="i1", reason="r")
        self.ask("static leave", LeaveGroupRequest(version=min(version, 5), group_id=group, members=[gone]))

    def run(self):
        topic = CreateTopicsRequest.CreatableTopic(
            name="orders", num_partitions=3, replication_factor=1, assignments=[], configs=[]
        )
        self.connection.ask(CreateTopicsRequest(version=5, topics=[topic], timeout_ms=10_000, validate_only=False))
        # Apache Kafka makes its topic for groups at the first question; until then the answer is "not available".
        while self.connection.ask(FindCoordinatorRequest(version=3, key="g", key_type=0)).error_code:
            pass
        while self.connection.ask(
            OffsetFetchRequest(version=7, group_id="warm", topics=None, require_stable=False)
        ).error_code:
            pass
        self.coordinators()
        for version in range(10):
            self.refused_joins(version)
            self.life(version)
            if version >= 5:
                self.static_member(version)
        return self.answers


def main():
    kdeck, script = sys.argv[1], sys.argv[2]
    port = free_port(3)
    with tempfile.TemporaryDirectory() as folder:

        def cluster(*words):
            return subprocess.run([script, "cluster", *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

        try:
            started = cluster("start", folder, "--port", str(port), "--config", "group.initial.rebalance.delay.ms=0")
            if started.returncode:
                raise SystemExit("Apache Kafka did not start")
            theirs = Probe(f"127.0.0.1:{port}").run()
        finally:
            cluster("stop", folder)
    ours = Probe(kdeck).run()
    differences = 0
    for (name, expected), (_, found) in zip(theirs, ours):
        if expected != found:
            differences += 1
            print(f"{name}\n  Apache Kafka: {expected}\n  kdeck:        {found}", file=sys.stderr)
    if differences or len(theirs) != len(ours):
        raise SystemExit(f"{differences} of {len(theirs)} answers differ, {len(ours)} asked of kdeck")
    print(f"ok {len(theirs)} answers")


main()
