import Bytes

/// The settings a client of Kafka may have: those that count here, under Java's name, and those that are known and do not.
enum PropertyKey {
    /// Java's names, and kdeck's own for what Java does by classes.
    static let honoured: Set<String> = words(
        """
        bootstrap.servers client.id request.timeout.ms socket.connection.setup.timeout.ms security.protocol sasl.mechanism
        sasl.jaas.config sasl.username sasl.password sasl.oauthbearer.token.command sasl.oauthbearer.token.endpoint.url
        sasl.oauthbearer.config enable.sasl.oauthbearer.unsecure.jwt ssl.truststore.location ssl.truststore.password
        ssl.truststore.type ssl.truststore.certificates ssl.keystore.location ssl.keystore.password ssl.keystore.type
        ssl.keystore.key ssl.keystore.certificate.chain ssl.key.password ssl.key.location ssl.certificate.location
        ssl.endpoint.identification.algorithm enable.ssl.certificate.verification
        """)

    /// librdkafka's names for the same.
    static let synonyms: [String: String] = [
        "metadata.broker.list": "bootstrap.servers", "sasl.mechanisms": "sasl.mechanism",
        "socket.timeout.ms": "request.timeout.ms",
        "socket.connection.setup.timeout.max.ms": "socket.connection.setup.timeout.ms",
        "ssl.ca.location": "ssl.truststore.location", "ssl.ca.pem": "ssl.truststore.certificates",
        "ssl.certificate.pem": "ssl.keystore.certificate.chain", "ssl.key.pem": "ssl.keystore.key",
    ]

    /// Those that hold a secret: never printed, and written as a reference to where it is.
    static let secret: Set<String> = [
        "sasl.jaas.config", "sasl.password", "ssl.truststore.password", "ssl.keystore.password", "ssl.keystore.key",
        "ssl.key.password",
    ]

    /// Settings of consumers, producers and their libraries that change nothing here.
    static let known: Set<String> = words(
        """
        acks allow.auto.create.topics auto.commit.interval.ms auto.include.jmx.reporter auto.offset.reset batch.size
        batch.num.messages api.version.request api.version.request.timeout.ms api.version.fallback.ms
        broker.address.family broker.address.ttl broker.version.fallback buffer.memory check.crcs client.dns.lookup
        client.rack compression.codec compression.type compression.gzip.level compression.lz4.level
        compression.zstd.level compression.level connections.max.idle.ms debug default.api.timeout.ms
        default.value.deserializer default.key.deserializer delivery.timeout.ms enable.auto.commit
        enable.auto.offset.store enable.idempotence enable.metrics.push enable.partition.eof enable.random.seed
        error_cb exclude.internal.topics fetch.max.bytes fetch.max.wait.ms fetch.min.bytes fetch.wait.max.ms
        fetch.error.backoff.ms fetch.message.max.bytes group.id group.instance.id group.protocol
        group.remote.assignor heartbeat.interval.ms interceptor.classes internal.leave.group.on.close
        internal.termination.signal isolation.level key.deserializer key.serializer linger.ms log_level
        log.connection.close log.queue log.thread.name max.block.ms max.in.flight max.in.flight.requests.per.connection
        max.partition.fetch.bytes max.poll.interval.ms max.poll.records max.request.size message.copy.max.bytes
        message.max.bytes message.send.max.retries message.timeout.ms metadata.max.age.ms metadata.max.idle.ms
        metadata.recovery.strategy metadata.recovery.rebootstrap.trigger.ms metric.reporters metrics.num.samples
        metrics.recording.level metrics.sample.window.ms offset.store.method partition.assignment.strategy
        partitioner partitioner.class partitioner.ignore.keys partitioner.adaptive.partitioning.enable
        queue.buffering.max.kbytes queue.buffering.max.messages queue.buffering.max.ms queued.max.messages.kbytes
        queued.min.messages receive.buffer.bytes receive.message.max.bytes reconnect.backoff.jitter.ms
        reconnect.backoff.max.ms reconnect.backoff.ms request.required.acks retries retry.backoff.max.ms
        retry.backoff.ms sasl.client.callback.handler.class sasl.kerberos.keytab sasl.kerberos.kinit.cmd
        sasl.kerberos.min.time.before.relogin sasl.kerberos.principal sasl.kerberos.service.name
        sasl.kerberos.ticket.renew.jitter sasl.kerberos.ticket.renew.window.factor sasl.login.callback.handler.class
        sasl.login.class sasl.login.connect.timeout.ms sasl.login.read.timeout.ms sasl.login.refresh.buffer.seconds
        sasl.login.refresh.min.period.seconds sasl.login.refresh.window.factor sasl.login.refresh.window.jitter
        sasl.login.retry.backoff.max.ms sasl.login.retry.backoff.ms sasl.oauthbearer.method sasl.oauthbearer.client.id
        sasl.oauthbearer.client.secret sasl.oauthbearer.scope sasl.oauthbearer.extensions security.providers
        send.buffer.bytes session.timeout.ms share.acknowledgement.mode socket.keepalive.enable socket.max.fails
        socket.nagle.disable socket.receive.buffer.bytes socket.send.buffer.bytes
        socket.blocking.max.ms ssl.cipher.suites ssl.curves.list ssl.enabled.protocols ssl.engine.factory.class
        ssl.keymanager.algorithm ssl.protocol ssl.provider ssl.secure.random.implementation ssl.sigalgs.list
        ssl.trustmanager.algorithm ssl.engine.location ssl.engine.id ssl.crl.location statistics.interval.ms
        sticky.partitioning.linger.ms topic.metadata.propagation.max.ms topic.metadata.refresh.fast.interval.ms
        topic.metadata.refresh.interval.ms topic.metadata.refresh.sparse transaction.timeout.ms transactional.id
        transaction.two.phase.commit.enable value.deserializer value.serializer
        """)

    /// Java's name for `key`, or nil when no client knows it.
    static func canonical(_ key: String) -> String? {
        if let java = synonyms[key] { return java }
        return honoured.contains(key) || known.contains(key) ? key : nil
    }

    /// The known name that is least unlike `key`.
    static func nearest(to key: String) -> String? {
        let names = honoured.union(synonyms.keys).union(known).sorted()
        let best = names.min { EditDistance.between($0, key) < EditDistance.between($1, key) }
        return best.flatMap { EditDistance.between($0, key) <= max(2, key.utf8.count / 4) ? $0 : nil }
    }

    private static func words(_ text: String) -> Set<String> {
        Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
    }
}
