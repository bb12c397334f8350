import KafkaWire

extension Cluster {
    /// The settings of topics, brokers and groups. Each thing that cannot be told has its own error. A broker is asked
    /// itself, since only it knows what its file says; the rest goes to any, so many a request as an answer holds well.
    /// - Parameters:
    ///   - keys: only settings of these names; nil for all.
    ///   - isDeep: with the chain of sources and the documentation, which are several times the size of the rest.
    public func configs(
        of resources: [ConfigResource], keys: [String]? = nil, isDeep: Bool = false
    ) async -> [ConfigResource: Result<[ConfigEntry], ClientError>] {
        var batches: [(target: Target, resources: [ConfigResource])] = []
        var shared: [ConfigResource] = []
        for resource in Set(resources) {
            if case .broker(let id) = resource {
                batches.append((.broker(id), [resource]))
            } else {
                shared.append(resource)
            }
        }
        for start in stride(from: 0, to: shared.count, by: Self.configBatch) {
            batches.append((.any, Array(shared[start..<min(shared.count, start + Self.configBatch)])))
        }
        return await withTaskGroup(of: [ConfigResource: Result<[ConfigEntry], ClientError>].self) { group in
            for batch in batches {
                group.addTask { await self.configs(of: batch.resources, keys, isDeep, at: batch.target) }
            }
            return await group.reduce(into: [:]) { $0.merge($1) { $1 } }
        }
    }

    /// Things asked for in one request.
    private static let configBatch = 250

    private func configs(
        of resources: [ConfigResource], _ keys: [String]?, _ isDeep: Bool, at target: Target
    ) async -> [ConfigResource: Result<[ConfigEntry], ClientError>] {
        do throws(ClientError) {
            let response: DescribeConfigsResponse = try await call(target, check: { _ in nil }) { version in
                DescribeConfigsRequest(
                    resources: resources.map {
                        DescribeConfigsRequest.DescribeConfigsResource(
                            resourceType: $0.kind, resourceName: $0.name, configurationKeys: keys)
                    }, includeSynonyms: isDeep, includeDocumentation: isDeep && version >= 3)
            }
            var found: [ConfigResource: Result<[ConfigEntry], ClientError>] = [:]
            for resource in resources {
                let result = response.results.first {
                    $0.resourceName == resource.name && $0.resourceType == resource.kind
                }
                guard let result else {
                    found[resource] = .failure(.decode(.describeConfigs, "\(resource.name) is not in it"))
                    continue
                }
                found[resource] =
                    result.errorCode == .none
                    ? .success(result.configs.map { ConfigEntry($0, of: resource) })
                    : .failure(
                        .refused(
                            result.errorCode,
                            result.errorMessage == nil || result.errorMessage == ""
                                ? resource.name : result.errorMessage))
            }
            return found
        } catch {
            return Dictionary(resources.map { ($0, .failure(error)) }, uniquingKeysWith: { $1 })
        }
    }

    /// Changes settings of one thing, all or none; with `validateOnly` only says whether it could. Settings that are not
    /// named stay as they are. Fails with the broker's words.
    public func alterConfigs(
        of resource: ConfigResource, _ changes: [ConfigChange], validateOnly: Bool = false
    ) async throws(ClientError) {
        let configs = changes.map { change in
            switch change {
            case .set(let name, let value):
                IncrementalAlterConfigsRequest.AlterableConfig(name: name, configOperation: 0, value: value)
            case .revert(let name):
                IncrementalAlterConfigsRequest.AlterableConfig(name: name, configOperation: 1, value: nil)
            }
        }
        var target = Target.controller
        if case .broker(let id) = resource { target = .broker(id) }
        let _: IncrementalAlterConfigsResponse = try await call(
            target,
            check: { (response: IncrementalAlterConfigsResponse) in
                response.responses.first.map { ($0.errorCode, $0.errorMessage) }
            }
        ) { _ in
            IncrementalAlterConfigsRequest(
                resources: [
                    IncrementalAlterConfigsRequest.AlterConfigsResource(
                        resourceType: resource.kind, resourceName: resource.name, configs: configs)
                ], validateOnly: validateOnly)
        }
    }
}

extension ConfigEntry {
    private static let types = [
        "", "boolean", "string", "int", "short", "long", "double", "list", "class", "password",
    ]

    init(_ entry: DescribeConfigsResponse.DescribeConfigsResourceResult, of resource: ConfigResource) {
        let source = ConfigSource(rawValue: entry.configSource)
        let isOwn: Bool
        switch resource {
        case .topic: isOwn = source == .topic
        case .group: isOwn = source == .group
        case .broker, .allBrokers: isOwn = source != .kafka
        }
        let type = Int(entry.configType)
        // Kafka answers no value for what is secret; a broker that does must not have it shown, copied or kept.
        let isSecret = entry.isSensitive || Self.types.indices.contains(type) && Self.types[type] == "password"
        self.init(
            name: entry.name, value: isSecret ? nil : entry.value, isDefault: !isOwn, isReadOnly: entry.readOnly,
            isSensitive: isSecret, source: source,
            type: Self.types.indices.contains(type) ? Self.types[type] : "",
            documentation: entry.documentation ?? "",
            synonyms: entry.synonyms.map {
                Synonym(name: $0.name, value: isSecret ? nil : $0.value, source: ConfigSource(rawValue: $0.source))
            })
    }
}
