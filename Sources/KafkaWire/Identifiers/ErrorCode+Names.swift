/// Kafka's names for its error codes.
extension ErrorCode {
    /// UNKNOWN_SERVER_ERROR
    @inlinable public static var unknownServerError: ErrorCode { ErrorCode(rawValue: -1) }
    /// NONE
    @inlinable public static var none: ErrorCode { ErrorCode(rawValue: 0) }
    /// OFFSET_OUT_OF_RANGE
    @inlinable public static var offsetOutOfRange: ErrorCode { ErrorCode(rawValue: 1) }
    /// CORRUPT_MESSAGE
    @inlinable public static var corruptMessage: ErrorCode { ErrorCode(rawValue: 2) }
    /// UNKNOWN_TOPIC_OR_PARTITION
    @inlinable public static var unknownTopicOrPartition: ErrorCode { ErrorCode(rawValue: 3) }
    /// INVALID_FETCH_SIZE
    @inlinable public static var invalidFetchSize: ErrorCode { ErrorCode(rawValue: 4) }
    /// LEADER_NOT_AVAILABLE
    @inlinable public static var leaderNotAvailable: ErrorCode { ErrorCode(rawValue: 5) }
    /// NOT_LEADER_OR_FOLLOWER
    @inlinable public static var notLeaderOrFollower: ErrorCode { ErrorCode(rawValue: 6) }
    /// REQUEST_TIMED_OUT
    @inlinable public static var requestTimedOut: ErrorCode { ErrorCode(rawValue: 7) }
    /// BROKER_NOT_AVAILABLE
    @inlinable public static var brokerNotAvailable: ErrorCode { ErrorCode(rawValue: 8) }
    /// REPLICA_NOT_AVAILABLE
    @inlinable public static var replicaNotAvailable: ErrorCode { ErrorCode(rawValue: 9) }
    /// MESSAGE_TOO_LARGE
    @inlinable public static var messageTooLarge: ErrorCode { ErrorCode(rawValue: 10) }
    /// STALE_CONTROLLER_EPOCH
    @inlinable public static var staleControllerEpoch: ErrorCode { ErrorCode(rawValue: 11) }
    /// OFFSET_METADATA_TOO_LARGE
    @inlinable public static var offsetMetadataTooLarge: ErrorCode { ErrorCode(rawValue: 12) }
    /// NETWORK_EXCEPTION
    @inlinable public static var networkException: ErrorCode { ErrorCode(rawValue: 13) }
    /// COORDINATOR_LOAD_IN_PROGRESS
    @inlinable public static var coordinatorLoadInProgress: ErrorCode { ErrorCode(rawValue: 14) }
    /// COORDINATOR_NOT_AVAILABLE
    @inlinable public static var coordinatorNotAvailable: ErrorCode { ErrorCode(rawValue: 15) }
    /// NOT_COORDINATOR
    @inlinable public static var notCoordinator: ErrorCode { ErrorCode(rawValue: 16) }
    /// INVALID_TOPIC_EXCEPTION
    @inlinable public static var invalidTopicException: ErrorCode { ErrorCode(rawValue: 17) }
    /// RECORD_LIST_TOO_LARGE
    @inlinable public static var recordListTooLarge: ErrorCode { ErrorCode(rawValue: 18) }
    /// NOT_ENOUGH_REPLICAS
    @inlinable public static var notEnoughReplicas: ErrorCode { ErrorCode(rawValue: 19) }
    /// NOT_ENOUGH_REPLICAS_AFTER_APPEND
    @inlinable public static var notEnoughReplicasAfterAppend: ErrorCode { ErrorCode(rawValue: 20) }
    /// INVALID_REQUIRED_ACKS
    @inlinable public static var invalidRequiredAcks: ErrorCode { ErrorCode(rawValue: 21) }
    /// ILLEGAL_GENERATION
    @inlinable public static var illegalGeneration: ErrorCode { ErrorCode(rawValue: 22) }
    /// INCONSISTENT_GROUP_PROTOCOL
    @inlinable public static var inconsistentGroupProtocol: ErrorCode { ErrorCode(rawValue: 23) }
    /// INVALID_GROUP_ID
    @inlinable public static var invalidGroupId: ErrorCode { ErrorCode(rawValue: 24) }
    /// UNKNOWN_MEMBER_ID
    @inlinable public static var unknownMemberId: ErrorCode { ErrorCode(rawValue: 25) }
    /// INVALID_SESSION_TIMEOUT
    @inlinable public static var invalidSessionTimeout: ErrorCode { ErrorCode(rawValue: 26) }
    /// REBALANCE_IN_PROGRESS
    @inlinable public static var rebalanceInProgress: ErrorCode { ErrorCode(rawValue: 27) }
    /// INVALID_COMMIT_OFFSET_SIZE
    @inlinable public static var invalidCommitOffsetSize: ErrorCode { ErrorCode(rawValue: 28) }
    /// TOPIC_AUTHORIZATION_FAILED
    @inlinable public static var topicAuthorizationFailed: ErrorCode { ErrorCode(rawValue: 29) }
    /// GROUP_AUTHORIZATION_FAILED
    @inlinable public static var groupAuthorizationFailed: ErrorCode { ErrorCode(rawValue: 30) }
    /// CLUSTER_AUTHORIZATION_FAILED
    @inlinable public static var clusterAuthorizationFailed: ErrorCode { ErrorCode(rawValue: 31) }
    /// INVALID_TIMESTAMP
    @inlinable public static var invalidTimestamp: ErrorCode { ErrorCode(rawValue: 32) }
    /// UNSUPPORTED_SASL_MECHANISM
    @inlinable public static var unsupportedSaslMechanism: ErrorCode { ErrorCode(rawValue: 33) }
    /// ILLEGAL_SASL_STATE
    @inlinable public static var illegalSaslState: ErrorCode { ErrorCode(rawValue: 34) }
    /// UNSUPPORTED_VERSION
    @inlinable public static var unsupportedVersion: ErrorCode { ErrorCode(rawValue: 35) }
    /// TOPIC_ALREADY_EXISTS
    @inlinable public static var topicAlreadyExists: ErrorCode { ErrorCode(rawValue: 36) }
    /// INVALID_PARTITIONS
    @inlinable public static var invalidPartitions: ErrorCode { ErrorCode(rawValue: 37) }
    /// INVALID_REPLICATION_FACTOR
    @inlinable public static var invalidReplicationFactor: ErrorCode { ErrorCode(rawValue: 38) }
    /// INVALID_REPLICA_ASSIGNMENT
    @inlinable public static var invalidReplicaAssignment: ErrorCode { ErrorCode(rawValue: 39) }
    /// INVALID_CONFIG
    @inlinable public static var invalidConfig: ErrorCode { ErrorCode(rawValue: 40) }
    /// NOT_CONTROLLER
    @inlinable public static var notController: ErrorCode { ErrorCode(rawValue: 41) }
    /// INVALID_REQUEST
    @inlinable public static var invalidRequest: ErrorCode { ErrorCode(rawValue: 42) }
    /// UNSUPPORTED_FOR_MESSAGE_FORMAT
    @inlinable public static var unsupportedForMessageFormat: ErrorCode { ErrorCode(rawValue: 43) }
    /// POLICY_VIOLATION
    @inlinable public static var policyViolation: ErrorCode { ErrorCode(rawValue: 44) }
    /// OUT_OF_ORDER_SEQUENCE_NUMBER
    @inlinable public static var outOfOrderSequenceNumber: ErrorCode { ErrorCode(rawValue: 45) }
    /// DUPLICATE_SEQUENCE_NUMBER
    @inlinable public static var duplicateSequenceNumber: ErrorCode { ErrorCode(rawValue: 46) }
    /// INVALID_PRODUCER_EPOCH
    @inlinable public static var invalidProducerEpoch: ErrorCode { ErrorCode(rawValue: 47) }
    /// INVALID_TXN_STATE
    @inlinable public static var invalidTxnState: ErrorCode { ErrorCode(rawValue: 48) }
    /// INVALID_PRODUCER_ID_MAPPING
    @inlinable public static var invalidProducerIdMapping: ErrorCode { ErrorCode(rawValue: 49) }
    /// INVALID_TRANSACTION_TIMEOUT
    @inlinable public static var invalidTransactionTimeout: ErrorCode { ErrorCode(rawValue: 50) }
    /// CONCURRENT_TRANSACTIONS
    @inlinable public static var concurrentTransactions: ErrorCode { ErrorCode(rawValue: 51) }
    /// TRANSACTION_COORDINATOR_FENCED
    @inlinable public static var transactionCoordinatorFenced: ErrorCode { ErrorCode(rawValue: 52) }
    /// TRANSACTIONAL_ID_AUTHORIZATION_FAILED
    @inlinable public static var transactionalIdAuthorizationFailed: ErrorCode { ErrorCode(rawValue: 53) }
    /// SECURITY_DISABLED
    @inlinable public static var securityDisabled: ErrorCode { ErrorCode(rawValue: 54) }
    /// OPERATION_NOT_ATTEMPTED
    @inlinable public static var operationNotAttempted: ErrorCode { ErrorCode(rawValue: 55) }
    /// KAFKA_STORAGE_ERROR
    @inlinable public static var kafkaStorageError: ErrorCode { ErrorCode(rawValue: 56) }
    /// LOG_DIR_NOT_FOUND
    @inlinable public static var logDirNotFound: ErrorCode { ErrorCode(rawValue: 57) }
    /// SASL_AUTHENTICATION_FAILED
    @inlinable public static var saslAuthenticationFailed: ErrorCode { ErrorCode(rawValue: 58) }
    /// UNKNOWN_PRODUCER_ID
    @inlinable public static var unknownProducerId: ErrorCode { ErrorCode(rawValue: 59) }
    /// REASSIGNMENT_IN_PROGRESS
    @inlinable public static var reassignmentInProgress: ErrorCode { ErrorCode(rawValue: 60) }
    /// DELEGATION_TOKEN_AUTH_DISABLED
    @inlinable public static var delegationTokenAuthDisabled: ErrorCode { ErrorCode(rawValue: 61) }
    /// DELEGATION_TOKEN_NOT_FOUND
    @inlinable public static var delegationTokenNotFound: ErrorCode { ErrorCode(rawValue: 62) }
    /// DELEGATION_TOKEN_OWNER_MISMATCH
    @inlinable public static var delegationTokenOwnerMismatch: ErrorCode { ErrorCode(rawValue: 63) }
    /// DELEGATION_TOKEN_REQUEST_NOT_ALLOWED
    @inlinable public static var delegationTokenRequestNotAllowed: ErrorCode { ErrorCode(rawValue: 64) }
    /// DELEGATION_TOKEN_AUTHORIZATION_FAILED
    @inlinable public static var delegationTokenAuthorizationFailed: ErrorCode { ErrorCode(rawValue: 65) }
    /// DELEGATION_TOKEN_EXPIRED
    @inlinable public static var delegationTokenExpired: ErrorCode { ErrorCode(rawValue: 66) }
    /// INVALID_PRINCIPAL_TYPE
    @inlinable public static var invalidPrincipalType: ErrorCode { ErrorCode(rawValue: 67) }
    /// NON_EMPTY_GROUP
    @inlinable public static var nonEmptyGroup: ErrorCode { ErrorCode(rawValue: 68) }
    /// GROUP_ID_NOT_FOUND
    @inlinable public static var groupIdNotFound: ErrorCode { ErrorCode(rawValue: 69) }
    /// FETCH_SESSION_ID_NOT_FOUND
    @inlinable public static var fetchSessionIdNotFound: ErrorCode { ErrorCode(rawValue: 70) }
    /// INVALID_FETCH_SESSION_EPOCH
    @inlinable public static var invalidFetchSessionEpoch: ErrorCode { ErrorCode(rawValue: 71) }
    /// LISTENER_NOT_FOUND
    @inlinable public static var listenerNotFound: ErrorCode { ErrorCode(rawValue: 72) }
    /// TOPIC_DELETION_DISABLED
    @inlinable public static var topicDeletionDisabled: ErrorCode { ErrorCode(rawValue: 73) }
    /// FENCED_LEADER_EPOCH
    @inlinable public static var fencedLeaderEpoch: ErrorCode { ErrorCode(rawValue: 74) }
    /// UNKNOWN_LEADER_EPOCH
    @inlinable public static var unknownLeaderEpoch: ErrorCode { ErrorCode(rawValue: 75) }
    /// UNSUPPORTED_COMPRESSION_TYPE
    @inlinable public static var unsupportedCompressionType: ErrorCode { ErrorCode(rawValue: 76) }
    /// STALE_BROKER_EPOCH
    @inlinable public static var staleBrokerEpoch: ErrorCode { ErrorCode(rawValue: 77) }
    /// OFFSET_NOT_AVAILABLE
    @inlinable public static var offsetNotAvailable: ErrorCode { ErrorCode(rawValue: 78) }
    /// MEMBER_ID_REQUIRED
    @inlinable public static var memberIdRequired: ErrorCode { ErrorCode(rawValue: 79) }
    /// PREFERRED_LEADER_NOT_AVAILABLE
    @inlinable public static var preferredLeaderNotAvailable: ErrorCode { ErrorCode(rawValue: 80) }
    /// GROUP_MAX_SIZE_REACHED
    @inlinable public static var groupMaxSizeReached: ErrorCode { ErrorCode(rawValue: 81) }
    /// FENCED_INSTANCE_ID
    @inlinable public static var fencedInstanceId: ErrorCode { ErrorCode(rawValue: 82) }
    /// ELIGIBLE_LEADERS_NOT_AVAILABLE
    @inlinable public static var eligibleLeadersNotAvailable: ErrorCode { ErrorCode(rawValue: 83) }
    /// ELECTION_NOT_NEEDED
    @inlinable public static var electionNotNeeded: ErrorCode { ErrorCode(rawValue: 84) }
    /// NO_REASSIGNMENT_IN_PROGRESS
    @inlinable public static var noReassignmentInProgress: ErrorCode { ErrorCode(rawValue: 85) }
    /// GROUP_SUBSCRIBED_TO_TOPIC
    @inlinable public static var groupSubscribedToTopic: ErrorCode { ErrorCode(rawValue: 86) }
    /// INVALID_RECORD
    @inlinable public static var invalidRecord: ErrorCode { ErrorCode(rawValue: 87) }
    /// UNSTABLE_OFFSET_COMMIT
    @inlinable public static var unstableOffsetCommit: ErrorCode { ErrorCode(rawValue: 88) }
    /// THROTTLING_QUOTA_EXCEEDED
    @inlinable public static var throttlingQuotaExceeded: ErrorCode { ErrorCode(rawValue: 89) }
    /// PRODUCER_FENCED
    @inlinable public static var producerFenced: ErrorCode { ErrorCode(rawValue: 90) }
    /// RESOURCE_NOT_FOUND
    @inlinable public static var resourceNotFound: ErrorCode { ErrorCode(rawValue: 91) }
    /// DUPLICATE_RESOURCE
    @inlinable public static var duplicateResource: ErrorCode { ErrorCode(rawValue: 92) }
    /// UNACCEPTABLE_CREDENTIAL
    @inlinable public static var unacceptableCredential: ErrorCode { ErrorCode(rawValue: 93) }
    /// INCONSISTENT_VOTER_SET
    @inlinable public static var inconsistentVoterSet: ErrorCode { ErrorCode(rawValue: 94) }
    /// INVALID_UPDATE_VERSION
    @inlinable public static var invalidUpdateVersion: ErrorCode { ErrorCode(rawValue: 95) }
    /// FEATURE_UPDATE_FAILED
    @inlinable public static var featureUpdateFailed: ErrorCode { ErrorCode(rawValue: 96) }
    /// PRINCIPAL_DESERIALIZATION_FAILURE
    @inlinable public static var principalDeserializationFailure: ErrorCode { ErrorCode(rawValue: 97) }
    /// SNAPSHOT_NOT_FOUND
    @inlinable public static var snapshotNotFound: ErrorCode { ErrorCode(rawValue: 98) }
    /// POSITION_OUT_OF_RANGE
    @inlinable public static var positionOutOfRange: ErrorCode { ErrorCode(rawValue: 99) }
    /// UNKNOWN_TOPIC_ID
    @inlinable public static var unknownTopicId: ErrorCode { ErrorCode(rawValue: 100) }
    /// DUPLICATE_BROKER_REGISTRATION
    @inlinable public static var duplicateBrokerRegistration: ErrorCode { ErrorCode(rawValue: 101) }
    /// BROKER_ID_NOT_REGISTERED
    @inlinable public static var brokerIdNotRegistered: ErrorCode { ErrorCode(rawValue: 102) }
    /// INCONSISTENT_TOPIC_ID
    @inlinable public static var inconsistentTopicId: ErrorCode { ErrorCode(rawValue: 103) }
    /// INCONSISTENT_CLUSTER_ID
    @inlinable public static var inconsistentClusterId: ErrorCode { ErrorCode(rawValue: 104) }
    /// TRANSACTIONAL_ID_NOT_FOUND
    @inlinable public static var transactionalIdNotFound: ErrorCode { ErrorCode(rawValue: 105) }
    /// FETCH_SESSION_TOPIC_ID_ERROR
    @inlinable public static var fetchSessionTopicIdError: ErrorCode { ErrorCode(rawValue: 106) }
    /// INELIGIBLE_REPLICA
    @inlinable public static var ineligibleReplica: ErrorCode { ErrorCode(rawValue: 107) }
    /// NEW_LEADER_ELECTED
    @inlinable public static var newLeaderElected: ErrorCode { ErrorCode(rawValue: 108) }
    /// OFFSET_MOVED_TO_TIERED_STORAGE
    @inlinable public static var offsetMovedToTieredStorage: ErrorCode { ErrorCode(rawValue: 109) }
    /// FENCED_MEMBER_EPOCH
    @inlinable public static var fencedMemberEpoch: ErrorCode { ErrorCode(rawValue: 110) }
    /// UNRELEASED_INSTANCE_ID
    @inlinable public static var unreleasedInstanceId: ErrorCode { ErrorCode(rawValue: 111) }
    /// UNSUPPORTED_ASSIGNOR
    @inlinable public static var unsupportedAssignor: ErrorCode { ErrorCode(rawValue: 112) }
    /// STALE_MEMBER_EPOCH
    @inlinable public static var staleMemberEpoch: ErrorCode { ErrorCode(rawValue: 113) }
    /// MISMATCHED_ENDPOINT_TYPE
    @inlinable public static var mismatchedEndpointType: ErrorCode { ErrorCode(rawValue: 114) }
    /// UNSUPPORTED_ENDPOINT_TYPE
    @inlinable public static var unsupportedEndpointType: ErrorCode { ErrorCode(rawValue: 115) }
    /// UNKNOWN_CONTROLLER_ID
    @inlinable public static var unknownControllerId: ErrorCode { ErrorCode(rawValue: 116) }
    /// UNKNOWN_SUBSCRIPTION_ID
    @inlinable public static var unknownSubscriptionId: ErrorCode { ErrorCode(rawValue: 117) }
    /// TELEMETRY_TOO_LARGE
    @inlinable public static var telemetryTooLarge: ErrorCode { ErrorCode(rawValue: 118) }
    /// INVALID_REGISTRATION
    @inlinable public static var invalidRegistration: ErrorCode { ErrorCode(rawValue: 119) }
    /// TRANSACTION_ABORTABLE
    @inlinable public static var transactionAbortable: ErrorCode { ErrorCode(rawValue: 120) }
    /// INVALID_RECORD_STATE
    @inlinable public static var invalidRecordState: ErrorCode { ErrorCode(rawValue: 121) }
    /// SHARE_SESSION_NOT_FOUND
    @inlinable public static var shareSessionNotFound: ErrorCode { ErrorCode(rawValue: 122) }
    /// INVALID_SHARE_SESSION_EPOCH
    @inlinable public static var invalidShareSessionEpoch: ErrorCode { ErrorCode(rawValue: 123) }
    /// FENCED_STATE_EPOCH
    @inlinable public static var fencedStateEpoch: ErrorCode { ErrorCode(rawValue: 124) }
    /// INVALID_VOTER_KEY
    @inlinable public static var invalidVoterKey: ErrorCode { ErrorCode(rawValue: 125) }
    /// DUPLICATE_VOTER
    @inlinable public static var duplicateVoter: ErrorCode { ErrorCode(rawValue: 126) }
    /// VOTER_NOT_FOUND
    @inlinable public static var voterNotFound: ErrorCode { ErrorCode(rawValue: 127) }
    /// INVALID_REGULAR_EXPRESSION
    @inlinable public static var invalidRegularExpression: ErrorCode { ErrorCode(rawValue: 128) }
    /// REBOOTSTRAP_REQUIRED
    @inlinable public static var rebootstrapRequired: ErrorCode { ErrorCode(rawValue: 129) }
    /// STREAMS_INVALID_TOPOLOGY
    @inlinable public static var streamsInvalidTopology: ErrorCode { ErrorCode(rawValue: 130) }
    /// STREAMS_INVALID_TOPOLOGY_EPOCH
    @inlinable public static var streamsInvalidTopologyEpoch: ErrorCode { ErrorCode(rawValue: 131) }
    /// STREAMS_TOPOLOGY_FENCED
    @inlinable public static var streamsTopologyFenced: ErrorCode { ErrorCode(rawValue: 132) }
    /// SHARE_SESSION_LIMIT_REACHED
    @inlinable public static var shareSessionLimitReached: ErrorCode { ErrorCode(rawValue: 133) }
}
