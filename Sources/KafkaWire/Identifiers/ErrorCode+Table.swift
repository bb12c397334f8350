extension ErrorCode {
    /// The place of a code is its number plus one: the first is -1.
    static let table: [Row] = [
        Row(-1, "UNKNOWN_SERVER_ERROR", [], "The broker hit an error it has no code for: read its log at this moment."),
        Row(0, "NONE", [], "Nothing to do."),
        Row(
            1, "OFFSET_OUT_OF_RANGE", [],
            "The offset is before the log start or past the end: choose one between earliest and latest."),
        Row(
            2, "CORRUPT_MESSAGE", .retriable,
            "The bytes broke on the way or on the disk: try again, and scrub that broker's disk if it stays."),
        Row(
            3, "UNKNOWN_TOPIC_OR_PARTITION", [.retriable, .metadata],
            "No such topic or partition here: check the spelling, or create it."),
        Row(4, "INVALID_FETCH_SIZE", [], "Ask for a positive number of bytes."),
        Row(
            5, "LEADER_NOT_AVAILABLE", [.retriable, .metadata],
            "An election is under way: try again in a moment, and look at the brokers if it lasts."),
        Row(
            6, "NOT_LEADER_OR_FOLLOWER", [.retriable, .metadata],
            "Leadership moved to another broker: metadata is refreshed and the request sent again."),
        Row(
            7, "REQUEST_TIMED_OUT", .retriable,
            "The broker did not finish in time: look for replicas that are behind, then try again."),
        Row(8, "BROKER_NOT_AVAILABLE", [], "That broker is not available: see whether it runs."),
        Row(
            9, "REPLICA_NOT_AVAILABLE", [.retriable, .metadata],
            "The replica is not on that broker now: refresh metadata and try again."),
        Row(
            10, "MESSAGE_TOO_LARGE", [],
            "The batch is larger than max.message.bytes of the topic: send less at once or raise that limit."),
        Row(
            11, "STALE_CONTROLLER_EPOCH", [],
            "A controller with an older epoch spoke: nothing to do unless it repeats."),
        Row(
            12, "OFFSET_METADATA_TOO_LARGE", [],
            "The text beside the offset is too long: shorten it below offset.metadata.max.bytes."),
        Row(
            13, "NETWORK_EXCEPTION", [.retriable, .metadata],
            "The connection broke: check network and broker, then try again."),
        Row(
            14, "COORDINATOR_LOAD_IN_PROGRESS", .retriable,
            "The coordinator still loads its state: try again in a moment."),
        Row(
            15, "COORDINATOR_NOT_AVAILABLE", .retriable,
            "No coordinator can be reached: check the brokers and the replicas of __consumer_offsets."),
        Row(16, "NOT_COORDINATOR", .retriable, "The group moved to another coordinator: it is looked up again."),
        Row(
            17, "INVALID_TOPIC_EXCEPTION", [],
            "The topic name is not allowed, or the topic is Kafka's own: use letters, digits, '.', '_' and '-'."),
        Row(
            18, "RECORD_LIST_TOO_LARGE", [],
            "The batch is larger than a segment: send less at once or raise segment.bytes."),
        Row(
            19, "NOT_ENOUGH_REPLICAS", .retriable,
            "Fewer replicas are in sync than min.insync.replicas asks for: bring brokers back, nothing was written."),
        Row(
            20, "NOT_ENOUGH_REPLICAS_AFTER_APPEND", .retriable,
            "The record is written, but too few replicas have it: bring brokers back before you rely on it."),
        Row(21, "INVALID_REQUIRED_ACKS", [], "Use acks 0, 1 or all."),
        Row(22, "ILLEGAL_GENERATION", [], "The member speaks for an older generation: it has to rejoin its group."),
        Row(
            23, "INCONSISTENT_GROUP_PROTOCOL", [],
            "The member's protocol does not fit the group: give all members the same assignor and protocol type."),
        Row(24, "INVALID_GROUP_ID", [], "Give the group a name that is not empty."),
        Row(
            25, "UNKNOWN_MEMBER_ID", [],
            "The group does not know this member: it was expelled or never joined, and has to join again."),
        Row(
            26, "INVALID_SESSION_TIMEOUT", [],
            "Choose a session timeout between group.min.session.timeout.ms and group.max.session.timeout.ms."),
        Row(27, "REBALANCE_IN_PROGRESS", [], "The group is rebalancing: the member has to rejoin, then try again."),
        Row(
            28, "INVALID_COMMIT_OFFSET_SIZE", [],
            "The commit is too large for one batch: commit fewer partitions at once."),
        Row(
            29, "TOPIC_AUTHORIZATION_FAILED", [],
            "The account lacks a right on this topic: add the ACL for the operation."),
        Row(
            30, "GROUP_AUTHORIZATION_FAILED", [],
            "The account lacks a right on this group: add the ACL for the operation."),
        Row(
            31, "CLUSTER_AUTHORIZATION_FAILED", [],
            "The account lacks a right on the cluster: add the ACL for the operation."),
        Row(
            32, "INVALID_TIMESTAMP", [],
            "The timestamp is outside message.timestamp.before.max.ms or after.max.ms: mend the producer's clock or the limit."
        ),
        Row(
            33, "UNSUPPORTED_SASL_MECHANISM", [],
            "Use a mechanism that the listener offers: it lists them beside this error."),
        Row(34, "ILLEGAL_SASL_STATE", [], "SASL came out of order: check whether the listener wants SASL at all."),
        Row(
            35, "UNSUPPORTED_VERSION", [],
            "The broker does not speak this version of the request: a newer broker or an older request is needed."),
        Row(36, "TOPIC_ALREADY_EXISTS", [], "A topic of this name exists: choose another name, or use that one."),
        Row(
            37, "INVALID_PARTITIONS", [],
            "The number of partitions is not allowed: at least 1, and more than there are when adding."),
        Row(
            38, "INVALID_REPLICATION_FACTOR", [],
            "The replication factor is not allowed: between 1 and the number of brokers."),
        Row(
            39, "INVALID_REPLICA_ASSIGNMENT", [],
            "The replica assignment names unknown brokers or does not match: check the broker ids."),
        Row(
            40, "INVALID_CONFIG", [],
            "A configuration key or value is not valid: the message beside this error names it."),
        Row(41, "NOT_CONTROLLER", .retriable, "Another broker is the controller now: it is looked up again."),
        Row(42, "INVALID_REQUEST", [], "The request contradicts itself: the message beside this error says where."),
        Row(43, "UNSUPPORTED_FOR_MESSAGE_FORMAT", [], "The topic stores an old message format that cannot do this."),
        Row(44, "POLICY_VIOLATION", [], "A policy of the cluster forbids this: ask those who run it."),
        Row(
            45, "OUT_OF_ORDER_SEQUENCE_NUMBER", [],
            "A batch of this producer is missing or came twice: the producer has to restart its sequence."),
        Row(46, "DUPLICATE_SEQUENCE_NUMBER", [], "The batch was written before: nothing is lost."),
        Row(47, "INVALID_PRODUCER_EPOCH", [], "Another producer with the same id took over: stop the older one."),
        Row(
            48, "INVALID_TXN_STATE", [],
            "The transaction is not in a state that allows this: abort it and begin a new one."),
        Row(
            49, "INVALID_PRODUCER_ID_MAPPING", [],
            "The producer id does not belong to this transactional id: initialize the producer again."),
        Row(
            50, "INVALID_TRANSACTION_TIMEOUT", [],
            "Choose a transaction timeout between 1 ms and transaction.max.timeout.ms."),
        Row(
            51, "CONCURRENT_TRANSACTIONS", .retriable,
            "The previous transaction is still being completed: try again in a moment."),
        Row(
            52, "TRANSACTION_COORDINATOR_FENCED", [],
            "An older transaction coordinator spoke: nothing to do unless it repeats."),
        Row(
            53, "TRANSACTIONAL_ID_AUTHORIZATION_FAILED", [],
            "The account lacks a right on this transactional id: add the ACL for the operation."),
        Row(
            54, "SECURITY_DISABLED", [],
            "No authorizer is configured on this cluster: set authorizer.class.name before using ACLs."),
        Row(
            55, "OPERATION_NOT_ATTEMPTED", [],
            "Another part of the same request failed, so this one was not tried: mend that one first."),
        Row(
            56, "KAFKA_STORAGE_ERROR", [.retriable, .metadata],
            "A disk of the broker failed: look at its log directories and move the replica."),
        Row(57, "LOG_DIR_NOT_FOUND", [], "No log directory of that path on this broker: check log.dirs."),
        Row(
            58, "SASL_AUTHENTICATION_FAILED", [],
            "User, password or token was refused: check the credentials and the mechanism."),
        Row(
            59, "UNKNOWN_PRODUCER_ID", [],
            "The broker forgot this producer, since its records were deleted or it was idle: restart its sequence."),
        Row(
            60, "REASSIGNMENT_IN_PROGRESS", [],
            "A reassignment of this partition is under way: wait for it or cancel it."),
        Row(61, "DELEGATION_TOKEN_AUTH_DISABLED", [], "Delegation tokens are switched off on this cluster."),
        Row(62, "DELEGATION_TOKEN_NOT_FOUND", [], "No such delegation token: it expired or was removed."),
        Row(63, "DELEGATION_TOKEN_OWNER_MISMATCH", [], "Only its owner or a renewer may do this with the token."),
        Row(
            64, "DELEGATION_TOKEN_REQUEST_NOT_ALLOWED", [],
            "Delegation tokens need an authenticated connection that is not itself made with one."),
        Row(65, "DELEGATION_TOKEN_AUTHORIZATION_FAILED", [], "The account lacks a right on this delegation token."),
        Row(66, "DELEGATION_TOKEN_EXPIRED", [], "The delegation token has expired: get a new one."),
        Row(67, "INVALID_PRINCIPAL_TYPE", [], "Only principals of type User may be used here."),
        Row(68, "NON_EMPTY_GROUP", [], "The group still has members: stop them, then try again."),
        Row(69, "GROUP_ID_NOT_FOUND", [], "No group of this name: check the spelling."),
        Row(70, "FETCH_SESSION_ID_NOT_FOUND", .retriable, "The fetch session is gone: the next fetch opens a new one."),
        Row(
            71, "INVALID_FETCH_SESSION_EPOCH", .retriable,
            "The fetch session got out of step: the next fetch opens a new one."),
        Row(
            72, "LISTENER_NOT_FOUND", [.retriable, .metadata],
            "The leader has no listener of the name that you came in by: check the listeners of all brokers."),
        Row(
            73, "TOPIC_DELETION_DISABLED", [],
            "Deleting topics is switched off: set delete.topic.enable on the brokers."),
        Row(
            74, "FENCED_LEADER_EPOCH", [.retriable, .metadata],
            "The client knows an older leader epoch: metadata is refreshed."),
        Row(
            75, "UNKNOWN_LEADER_EPOCH", .retriable,
            "The client knows a newer leader epoch than this broker: try again in a moment."),
        Row(
            76, "UNSUPPORTED_COMPRESSION_TYPE", [],
            "The codec is not supported by this version of the request: use a newer client or another codec."),
        Row(77, "STALE_BROKER_EPOCH", [], "The broker restarted meanwhile: its older registration is void."),
        Row(
            78, "OFFSET_NOT_AVAILABLE", .retriable,
            "The new leader does not know this offset to be safe yet: try again in a moment."),
        Row(79, "MEMBER_ID_REQUIRED", [], "The member has to join again with the id it was just given."),
        Row(
            80, "PREFERRED_LEADER_NOT_AVAILABLE", [.retriable, .metadata],
            "The preferred leader is down or out of sync: bring it back first."),
        Row(81, "GROUP_MAX_SIZE_REACHED", [], "The group is full: raise group.max.size or use fewer members."),
        Row(82, "FENCED_INSTANCE_ID", [], "Another member uses the same group.instance.id: give each its own."),
        Row(
            83, "ELIGIBLE_LEADERS_NOT_AVAILABLE", [.retriable, .metadata],
            "No replica may become leader without losing data: bring an in-sync one back."),
        Row(
            84, "ELECTION_NOT_NEEDED", [.retriable, .metadata],
            "The leader is already the preferred one: nothing to do."),
        Row(
            85, "NO_REASSIGNMENT_IN_PROGRESS", [],
            "No reassignment is under way for this partition: nothing to cancel."),
        Row(
            86, "GROUP_SUBSCRIBED_TO_TOPIC", [],
            "A member still reads this topic: stop it or let it unsubscribe first."),
        Row(87, "INVALID_RECORD", [], "The broker refused a record: the message beside this error says which and why."),
        Row(
            88, "UNSTABLE_OFFSET_COMMIT", .retriable,
            "A transaction with offsets of this group is open: try again when it has ended."),
        Row(89, "THROTTLING_QUOTA_EXCEEDED", .retriable, "A quota is used up: wait as long as the answer says."),
        Row(
            90, "PRODUCER_FENCED", [],
            "A newer producer with the same transactional id took over: stop the older one."),
        Row(91, "RESOURCE_NOT_FOUND", [], "No such resource: check the name."),
        Row(92, "DUPLICATE_RESOURCE", [], "The same thing is named twice in one request: name it once."),
        Row(
            93, "UNACCEPTABLE_CREDENTIAL", [],
            "The credential is not acceptable: check mechanism, iterations and password."),
        Row(94, "INCONSISTENT_VOTER_SET", [], "The voters in the request are not those of the quorum."),
        Row(95, "INVALID_UPDATE_VERSION", [], "The state changed meanwhile: read it again, then repeat."),
        Row(96, "FEATURE_UPDATE_FAILED", [], "The feature cannot be set to that level: see what each broker supports."),
        Row(
            97, "PRINCIPAL_DESERIALIZATION_FAILURE", [],
            "A principal could not be read by the controller: the brokers need the same principal builder."),
        Row(98, "SNAPSHOT_NOT_FOUND", [], "The metadata snapshot is gone: the newest one is fetched instead."),
        Row(
            99, "POSITION_OUT_OF_RANGE", [],
            "The position lies outside of the metadata snapshot: it is fetched from its start."),
        Row(
            100, "UNKNOWN_TOPIC_ID", [.retriable, .metadata],
            "No topic has this id: it was deleted or re-created, and metadata is refreshed."),
        Row(
            101, "DUPLICATE_BROKER_REGISTRATION", [],
            "A broker with this id is registered already: give each its own node.id."),
        Row(102, "BROKER_ID_NOT_REGISTERED", [], "No broker of this id is registered."),
        Row(
            103, "INCONSISTENT_TOPIC_ID", [.retriable, .metadata],
            "The topic was re-created with another id: metadata is refreshed."),
        Row(104, "INCONSISTENT_CLUSTER_ID", [], "This is another cluster than the one expected: check the address."),
        Row(
            105, "TRANSACTIONAL_ID_NOT_FOUND", [],
            "No such transactional id: it never began a transaction, or it expired."),
        Row(
            106, "FETCH_SESSION_TOPIC_ID_ERROR", .retriable,
            "The fetch session mixed names and ids: the next fetch opens a new one."),
        Row(
            107, "INELIGIBLE_REPLICA", [],
            "The replica may not join the in-sync set now: see whether its broker is fenced or shutting down."),
        Row(108, "NEW_LEADER_ELECTED", [], "A new leader was elected in between: metadata is refreshed."),
        Row(109, "OFFSET_MOVED_TO_TIERED_STORAGE", [], "The records moved to tiered storage: read them from there."),
        Row(110, "FENCED_MEMBER_EPOCH", [], "The member was fenced: it gives up its partitions and joins again."),
        Row(
            111, "UNRELEASED_INSTANCE_ID", [],
            "Another member still holds this group.instance.id: stop it, or wait for its session to end."),
        Row(
            112, "UNSUPPORTED_ASSIGNOR", [],
            "The group does not know this assignor: use one of group.consumer.assignors."),
        Row(
            113, "STALE_MEMBER_EPOCH", [],
            "The member's epoch is out of date: it has to take up its new assignment first."),
        Row(
            114, "MISMATCHED_ENDPOINT_TYPE", [],
            "That address serves the other kind of requests: use broker addresses here."),
        Row(115, "UNSUPPORTED_ENDPOINT_TYPE", [], "The broker does not support this kind of endpoint."),
        Row(116, "UNKNOWN_CONTROLLER_ID", [], "No controller of this id."),
        Row(117, "UNKNOWN_SUBSCRIPTION_ID", [], "The subscription to metrics changed: the client asks for it again."),
        Row(118, "TELEMETRY_TOO_LARGE", [], "The metrics are larger than the broker takes."),
        Row(119, "INVALID_REGISTRATION", [], "The controller refused the broker's registration: its log says why."),
        Row(120, "TRANSACTION_ABORTABLE", [], "The transaction cannot go on: abort it and begin a new one."),
        Row(
            121, "INVALID_RECORD_STATE", [],
            "The record is not held by this member any more: it was released or timed out."),
        Row(122, "SHARE_SESSION_NOT_FOUND", .retriable, "The share session is gone: the next fetch opens a new one."),
        Row(
            123, "INVALID_SHARE_SESSION_EPOCH", .retriable,
            "The share session got out of step: the next fetch opens a new one."),
        Row(124, "FENCED_STATE_EPOCH", [], "Another coordinator took over this share group's state."),
        Row(125, "INVALID_VOTER_KEY", [], "The voter's directory id is not the one the quorum knows."),
        Row(126, "DUPLICATE_VOTER", [], "The voter is in the quorum already."),
        Row(127, "VOTER_NOT_FOUND", [], "No such voter in the quorum."),
        Row(
            128, "INVALID_REGULAR_EXPRESSION", [],
            "The regular expression of the subscription is not valid: it must be in RE2's syntax."),
        Row(129, "REBOOTSTRAP_REQUIRED", [], "The client has to start again from its bootstrap addresses."),
        Row(
            130, "STREAMS_INVALID_TOPOLOGY", [],
            "The topology of the streams application is not valid: the message beside this error says where."),
        Row(131, "STREAMS_INVALID_TOPOLOGY_EPOCH", [], "The topology epoch of the streams application is not valid."),
        Row(
            132, "STREAMS_TOPOLOGY_FENCED", [],
            "The member has an older topology of the streams application: update it."),
        Row(
            133, "SHARE_SESSION_LIMIT_REACHED", .retriable,
            "The broker holds as many share sessions as it may: wait, or raise the limit."),
    ]
}
