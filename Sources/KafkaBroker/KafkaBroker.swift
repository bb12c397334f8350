// The room KafkaBroker.
