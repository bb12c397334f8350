import KafkaLog

extension Engine {
    /// Forgets producers that were silent for `producer.id.expiration.ms`, every
    /// `producer.id.expiration.check.interval.ms`.
    func planProducerExpiry() {
        timers.schedule(at: clock.monotonic + configuration.producerExpiryCheckIntervalMs) { engine in
            engine.background { engine.expireProducers() }
            engine.planProducerExpiry()
        }
    }

    /// Looks at every partition once.
    func expireProducers() {
        let now = clock.wall
        for topic in topics.all {
            for partition in topic.partitions { partition.withLog { log, _, _ in log.expireProducers(now: now) } }
        }
    }
}
