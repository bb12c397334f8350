// The room KafkaLog.
