"""The cluster's own APIs, and every other API of a broker with an empty request."""

import uuid

NOT_ASKED = {"Produce", "Fetch"}


def run(side):
    side.topic("known", 2)
    # Apache Kafka makes its topic for groups at the first question.
    while side.call("FindCoordinator", 3, Key="g")["ErrorCode"]:
        pass
    while side.call("OffsetFetch", 7, GroupId="warm", Topics=None)["ErrorCode"]:
        pass
    for version in side.protocol.versions("ApiVersions"):
        names = [{}]
        if version >= 3:
            names = [dict(zip(("ClientSoftwareName", "ClientSoftwareVersion"), pair)) for pair in
                     [("probe", "1"), ("a b", "1"), ("probe", "1 0"), ("", "1"), ("probe", ""), ("a.b-c", "1.0"), ("-a", "1")]]
        for fields in names:
            side.ask(f"api versions {tuple(fields.values())}", "ApiVersions", version, **fields)
    for version in side.protocol.versions("DescribeCluster"):
        side.ask("cluster", "DescribeCluster", version)
        side.ask("cluster, operations", "DescribeCluster", version, IncludeClusterAuthorizedOperations=True)
        for endpoint in (0, 2, 3) if version >= 1 else ():
            side.ask(f"cluster, endpoint {endpoint}", "DescribeCluster", version, EndpointType=endpoint)
        if version >= 2:
            side.ask("cluster, fenced", "DescribeCluster", version, IncludeFencedBrokers=True)
    for version in side.protocol.versions("DescribeLogDirs"):
        side.ask("log dirs, one", "DescribeLogDirs", version, Topics=[{"Topic": "known", "Partitions": [0, 1]}])
        side.ask("log dirs, unknown", "DescribeLogDirs", version, Topics=[{"Topic": "nosuch", "Partitions": [0]}])
        side.ask("log dirs, partition 77", "DescribeLogDirs", version, Topics=[{"Topic": "known", "Partitions": [77]}])
        side.ask("log dirs, none", "DescribeLogDirs", version, Topics=[])
    producers(side)
    elections(side)
    every_other(side)


def producers(side):
    while side.call("InitProducerId", 4, TransactionalId=None, TransactionTimeoutMs=1000)["ErrorCode"]:
        pass
    for version in side.protocol.versions("InitProducerId"):
        side.ask("producer id", "InitProducerId", version, TransactionalId=None, TransactionTimeoutMs=1000)
        side.ask("producer id, timeout 0", "InitProducerId", version, TransactionalId=None, TransactionTimeoutMs=0)
        side.ask("producer id, timeout -1", "InitProducerId", version, TransactionalId=None, TransactionTimeoutMs=-1)
        side.ask("empty id", "InitProducerId", version, TransactionalId="", TransactionTimeoutMs=1000)
        if version >= 3:
            for pid, epoch in ((5, 0), (5, -1), (-1, 3), (2**62, 3)):
                side.ask(f"producer id of {pid} {epoch}", "InitProducerId", version, TransactionalId=None,
                         TransactionTimeoutMs=1000, ProducerId=pid, ProducerEpoch=epoch)


def elections(side):
    known = [{"Topic": "known", "Partitions": [0, 77]}, {"Topic": "nosuch", "Partitions": [0]}]
    for version in side.protocol.versions("ElectLeaders"):
        for kind in (0, 1, 2) if version >= 1 else (None,):
            fields = {} if kind is None else {"ElectionType": kind}
            side.ask(f"election {kind}", "ElectLeaders", version, TopicPartitions=known, TimeoutMs=3000, **fields)
            side.ask(f"election {kind} of none", "ElectLeaders", version, TopicPartitions=[], TimeoutMs=3000, **fields)
            side.ask(f"election {kind} of all", "ElectLeaders", version, TopicPartitions=None, TimeoutMs=3000, **fields)
    for version in side.protocol.versions("AlterPartitionReassignments"):
        for replicas in ([1], [9], [], None, [1, 1], [1, 2]):
            for name, partition in (("known", 0), ("known", 77), ("nosuch", 0)):
                rows = [{"PartitionIndex": partition, "Replicas": replicas}]
                side.ask(f"reassign {name} {partition} to {replicas}", "AlterPartitionReassignments", version,
                         TimeoutMs=3000, Topics=[{"Name": name, "Partitions": rows}])
    for topics in (None, [], [{"Name": "known", "PartitionIndexes": [0, 77]}], [{"Name": "nosuch", "PartitionIndexes": [0]}]):
        side.ask(f"reassignments of {topics}", "ListPartitionReassignments", 0, TimeoutMs=3000, Topics=topics)
    for version in side.protocol.versions("AlterReplicaLogDirs"):
        dirs = [{"Path": "/nowhere", "Topics": [{"Name": "known", "Partitions": [0, 77]}]}]
        side.ask("move to nowhere", "AlterReplicaLogDirs", version, Dirs=dirs)
    for version in side.protocol.versions("DescribeQuorum"):
        side.ask("another quorum", "DescribeQuorum", version,
                 Topics=[{"TopicName": "known", "Partitions": [{"PartitionIndex": 0}]}])


def every_other(side):
    """Each API that Apache Kafka names on this listener, in every version, with nothing in the request."""
    named = {row["ApiKey"]: row for row in side.call("ApiVersions", 3, ClientSoftwareName="p", ClientSoftwareVersion="1")["ApiKeys"]}
    for api, request in side.protocol.requests.items():
        if side.protocol.key(api) in SIDE_EFFECTS or api in NOT_ASKED:
            continue
        for version in side.protocol.versions(api):
            side.ask(f"empty", api, version)


# Acts on the cluster as a whole even with an empty request: UpdateFeatures is harmless, these are not.
SIDE_EFFECTS = {64}
