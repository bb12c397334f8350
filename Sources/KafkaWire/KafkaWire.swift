// The room KafkaWire.
