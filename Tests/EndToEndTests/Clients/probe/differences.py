"""Where kdeck answers otherwise than Apache Kafka 4.3.1 on purpose, and why."""

from typing import NamedTuple


class Difference(NamedTuple):
    """What may differ: regular expressions for the case and the field, what Apache Kafka says there, and the reason."""

    case: str
    field: str
    theirs: tuple
    reason: str

    def explains(self, theirs):
        return not self.theirs or any(theirs == one and type(theirs) is type(one) for one in self.theirs)


ANYTHING = ()
UNKNOWN = (-1,)
NOTHING = (None,)

DIFFERENCES = [
    # Batches.
    Difference("Produce", r"ErrorMessage$", NOTHING, "Apache Kafka says nothing; the reason helps whoever reads it"),
    Difference(
        "^(codec|gzip|snappy|lz4|zstd|varint of 6|garbage for|length 2\\^31)",
        r"\.ErrorCode$",
        UNKNOWN,
        "what cannot be decoded is INVALID_RECORD: the unknown error is one that clients try again",
    ),
    Difference(
        "^(first sequence 7|close to the end|to the end|wrapped|over the end|behind the end): Produce",
        "",
        ANYTHING,
        "the first sequence of an unknown producer is 0: what overtook it must not shut it out (apache/kafka#23234)",
    ),
    Difference("^append time bit", r"RecordErrors$", ANYTHING, "the whole batch is wrong, not its first record"),
    Difference("^null records", "^$", ("no answer",), "Apache Kafka never answers, nor anything behind it"),
    # Fetch.
    Difference("limit -1: Fetch", "", ANYTHING, "a negative limit is none; Apache Kafka fails on it within"),
    Difference("^unknown partition does not wait", "^$", ("no answer",), "an error is told at once, not after the wait"),
    # Topics.
    Difference("^metadata, creating", "^Topics", ANYTHING, "a topic made by looking is there in the same answer"),
    # Administration.
    Difference(
        "^empty: (AddPartitionsToTxn|AddOffsetsToTxn|EndTxn|WriteTxnMarkers|TxnOffsetCommit|ConsumerGroup|Share|Streams"
        "|[A-Za-z]*ShareGroup|AlterClientQuotas|AlterUserScram|[A-Za-z]*RaftVoter|UnregisterBroker|[A-Za-z]*Telemetry)",
        "^$",
        ANYTHING,
        "not answered, with the reasons that the README lists",
    ),
    Difference("^(api versions|empty: ApiVersions)", "", ANYTHING, "fewer APIs, and no feature has levels here"),
    Difference("^empty: DescribeAcls", "^$", ("closed",), "the filter is not looked at where there are no rules"),
    Difference(
        "^empty: (Metadata|DescribeTopicPartitions)", r"^Topics", ANYTHING, "__consumer_offsets has another size there"
    ),
    Difference("^(create|describe)", r"Configs$", ANYTHING, "only settings that are honoured are listed"),
    Difference("^create, config compression", "", ANYTHING, "the level of a codec is no setting here"),
    Difference("^describe, (two keys|the broker, one key)", r"Configs\[\d\]", ANYTHING, "the other node is started with others"),
    Difference("^describe, with words", r"Documentation$", ANYTHING, "the words are our own"),
    Difference("^describe, nameless", r"^Topics", UNKNOWN + (-2147483648,), "Apache Kafka fails within"),
    Difference("^grow, far", "", UNKNOWN, "Apache Kafka fails within"),
    Difference("^change, operation 9", "", UNKNOWN + NOTHING, "Apache Kafka fails within"),
    Difference("^election .* of all", "Results$", ANYTHING, "looking at groups makes no __consumer_offsets here"),
    Difference("^after everything, time -3", "", ANYTHING, "a record that was deleted is not offered"),
    Difference("^metadata, zero id", "", ANYTHING, "Apache Kafka fails within; one bad topic leaves the others alone"),
]
