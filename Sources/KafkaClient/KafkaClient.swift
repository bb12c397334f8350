// The room KafkaClient.
