import Testing

@testable import Configuration

/// Settings of other programs, in the shape their documentation shows.
@Suite struct ContextImportTests {
    private func settings(_ imported: ImportedContext) -> [String: String] {
        Dictionary(imported.context.settings.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
    }

    @Test func `properties of Java's client`() throws {
        let (source, contexts) = try ContextImport.read(
            """
            # a client of the production cluster
            bootstrap.servers=kafka-1:9093,kafka-2:9093
            security.protocol=SASL_SSL
            sasl.mechanism=SCRAM-SHA-512
            sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required \\
              username="alice" \\
              password="alice-secret";
            ssl.truststore.location=/etc/kafka/trust.jks
            """, name: "prod")
        #expect(source == .java && contexts.count == 1 && contexts[0].context.name == "prod")
        let found = settings(contexts[0])
        #expect(found["bootstrap.servers"] == "kafka-1:9093,kafka-2:9093")
        #expect(
            found["sasl.jaas.config"]
                == "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"alice\" "
                + "password=\"alice-secret\";")
    }

    @Test func `kcat's configuration`() throws {
        let (source, contexts) = try ContextImport.read(
            """
            # kcat.conf
            metadata.broker.list=broker1:9093
            security.protocol=SASL_SSL
            sasl.mechanisms=PLAIN
            sasl.username=alice
            sasl.password=alice-secret
            ssl.ca.location=/etc/ssl/ca.pem
            """, name: "kcat")
        #expect(source == .kcat)
        let found = settings(contexts[0])
        #expect(found["metadata.broker.list"] == "broker1:9093" && found["sasl.mechanisms"] == "PLAIN")
    }

    @Test func `kaf's clusters`() throws {
        let (source, contexts) = try ContextImport.read(
            """
            current-cluster: scram
            clusteroverride: ""
            clusters:
            - name: local
              version: ""
              brokers:
              - localhost:9092
              SASL: null
              TLS: null
              security-protocol: ""
              schema-registry-url: ""
            - name: scram
              brokers:
                - kafka-1:9093
                - kafka-2:9093
              SASL:
                mechanism: SCRAM-SHA-512
                username: user
                password: pass
              TLS:
                cafile: /path/ca.pem
              security-protocol: SASL_SSL
            - name: keys
              brokers: [kafka:9094]
              TLS:
                cafile: ca.pem
                clientfile: public.pem
                clientkeyfile: private.pem
                insecure: false
            - name: token
              brokers: [kafka:9095]
              SASL:
                mechanism: OAUTHBEARER
                token: abc
              TLS:
                insecure: true
              security-protocol: SASL_SSL
            """, name: "x")
        #expect(source == .kaf && contexts.map(\.context.name) == ["local", "scram", "keys", "token"])
        #expect(contexts.map(\.isCurrent) == [false, true, false, false])
        #expect(
            settings(contexts[0]) == ["bootstrap.servers": "localhost:9092", "security.protocol": "PLAINTEXT"])
        #expect(
            settings(contexts[1]) == [
                "bootstrap.servers": "kafka-1:9093,kafka-2:9093", "security.protocol": "SASL_SSL",
                "ssl.truststore.location": "/path/ca.pem", "ssl.truststore.type": "PEM",
                "sasl.mechanism": "SCRAM-SHA-512", "sasl.username": "user", "sasl.password": "pass",
            ])
        #expect(
            settings(contexts[2]) == [
                "bootstrap.servers": "kafka:9094", "security.protocol": "SSL", "ssl.truststore.location": "ca.pem",
                "ssl.truststore.type": "PEM", "ssl.certificate.location": "public.pem",
                "ssl.key.location": "private.pem",
            ])
        #expect(settings(contexts[3])["enable.ssl.certificate.verification"] == "false")
        #expect(contexts[3].notes.contains { $0.contains("sasl.oauthbearer.token.command") })
    }

    @Test func `kafkactl's contexts`() throws {
        let (source, contexts) = try ContextImport.read(
            """
            contexts:
              default:
                brokers:
                  - localhost:9092
              remote-cluster:
                brokers:
                  - remote-cluster001:9092
                  - remote-cluster002:9092
                # optional: tls config
                tls:
                  enabled: true
                  ca: my-ca
                  cert: my-cert
                  certKey: my-key
                  certKeyPassphrase: my-passphrase
                  insecure: false
                sasl:
                  enabled: true
                  username: admin
                  password: admin
                  mechanism: scram-sha512
                clientID: my-client-id
                requestTimeout: 10s
                schemaRegistry:
                  url: localhost:8081
                kubernetes:
                  enabled: true
              plain:
                brokers: ["b:1"]
                tls:
                  enabled: false
                  ca: unused
                sasl:
                  enabled: true
                  username: u
                  password: p
            current-context: remote-cluster
            """, name: "x")
        #expect(source == .kafkactl && contexts.map(\.isCurrent) == [false, true, false])
        #expect(
            settings(contexts[1]) == [
                "bootstrap.servers": "remote-cluster001:9092,remote-cluster002:9092", "security.protocol": "SASL_SSL",
                "ssl.truststore.location": "my-ca", "ssl.truststore.type": "PEM",
                "ssl.certificate.location": "my-cert", "ssl.key.location": "my-key",
                "ssl.key.password": "my-passphrase", "sasl.mechanism": "SCRAM-SHA-512", "sasl.username": "admin",
                "sasl.password": "admin", "client.id": "my-client-id",
            ])
        #expect(contexts[1].notes.count == 2)
        #expect(
            settings(contexts[2]) == [
                "bootstrap.servers": "b:1", "security.protocol": "SASL_PLAINTEXT", "sasl.mechanism": "PLAIN",
                "sasl.username": "u", "sasl.password": "p",
            ])
    }

    @Test func `ktea's clusters, with their colour`() throws {
        let (source, contexts) = try ContextImport.read(
            """
            plain-fonts: true
            clusters:
                - name: local
                  color: '#FF0000'
                  active: true
                  servers:
                      - localhost:9093
                  sasl:
                      authMethod: NONE
                  tls:
                      enable: true
                      skipVerify: false
                      caCertPath: "docker/cert/ca.crt"
                  schema-registry:
                      url: http://localhost:8081
                      username: "user"
                      password: "secret"
                - name: scram
                  color: green
                  servers: [kafka:9094]
                  sasl:
                      authMethod: SASL_SCRAM_SHA256
                      username: u
                      password: p
            """, name: "x")
        #expect(source == .ktea && contexts[0].isCurrent && contexts[0].context.color == "#FF0000")
        #expect(
            settings(contexts[0]) == [
                "bootstrap.servers": "localhost:9093", "security.protocol": "SSL",
                "ssl.truststore.location": "docker/cert/ca.crt", "ssl.truststore.type": "PEM",
            ])
        #expect(contexts[0].notes == ["its schema registry http://localhost:8081 is not used"])
        #expect(settings(contexts[1])["sasl.mechanism"] == "SCRAM-SHA-256")
        #expect(settings(contexts[1])["security.protocol"] == "SASL_PLAINTEXT")
    }

    @Test func `yozefu's clusters, which inherit`() throws {
        let (source, contexts) = try ContextImport.read(
            """
            {
              "initial_query": "from end - 10",
              "theme": "light",
              "clusters": {
                "localhost": { "kafka": { "bootstrap.servers": "localhost:9092", "security.protocol": "plaintext" } },
                "cloud": {
                  "url_template": "http://localhost/{topic}",
                  "kafka": {
                    "bootstrap.servers": "cloud:9092", "security.protocol": "SASL_SSL", "sasl.mechanism": "PLAIN",
                    "sasl.username": "key", "sasl.password": "sec\\"ret"
                  },
                  "schema_registry": { "url": "https://registry.example", "headers": {} }
                }
              },
              "default_kafka_config": { "fetch.min.bytes": "10000", "security.protocol": "SSL" },
              "history": []
            }
            """, name: "x")
        #expect(source == .yozefu && contexts.map(\.context.name) == ["localhost", "cloud"])
        #expect(settings(contexts[0])["security.protocol"] == "plaintext")
        #expect(settings(contexts[0])["fetch.min.bytes"] == "10000")
        #expect(settings(contexts[1])["sasl.password"] == "sec\"ret")
    }

    @Test func `rpk's profiles`() throws {
        let (source, contexts) = try ContextImport.read(
            """
            version: 6
            globals:
                prompt: ""
            current_profile: cloud
            profiles:
                - name: local
                  description: ""
                  prompt: ""
                  from_cloud: false
                  kafka_api:
                    brokers:
                        - 127.0.0.1:9092
                  admin_api:
                    addresses:
                        - 127.0.0.1:9644
                - name: cloud
                  from_cloud: true
                  kafka_api:
                    brokers:
                        - seed.example:9092
                    tls: {}
                    sasl:
                        user: alice
                        password: secret
                        mechanism: SCRAM-SHA-256
                - name: keys
                  kafka_api:
                    brokers: ["a:1", "b:2"]
                    tls:
                        key_file: key.pem
                        cert_file: cert.pem
                        ca_file: ca.pem
            """, name: "x")
        #expect(source == .rpk && contexts.map(\.isCurrent) == [false, true, false])
        #expect(
            settings(contexts[1]) == [
                "bootstrap.servers": "seed.example:9092", "security.protocol": "SASL_SSL",
                "sasl.mechanism": "SCRAM-SHA-256", "sasl.username": "alice", "sasl.password": "secret",
            ])
        #expect(settings(contexts[2])["ssl.key.location"] == "key.pem")
        #expect(settings(contexts[0])["security.protocol"] == "PLAINTEXT")
    }

    @Test(arguments: ["", "just words", "{}", "clusters: []", "contexts: {}", "- a\n- b", "\u{0}\u{1}", "key: value"])
    func `what describes no cluster is refused`(text: String) {
        #expect(throws: ImportError.self) { try ContextImport.read(text, name: "x") }
    }
}
