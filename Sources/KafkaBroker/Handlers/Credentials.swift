import KafkaWire

// SaslHandshake (17), versions 0-1, SaslAuthenticate (36), versions 0-2, the four of delegation tokens (38-41), and
// DescribeUserScramCredentials (50), version 0.
// Behaviour: that of a listener that asks for no password: nobody logs in (34), no token is given (64), no user has a
// credential (91; asked for twice 92).
// Deviations: none known.

extension Engine {
    func saslHandshake(_ request: SaslHandshakeRequest, _ context: RequestContext) -> Reply {
        .ready(SaslHandshakeResponse(errorCode: .illegalSaslState))
    }

    func saslAuthenticate(_ request: SaslAuthenticateRequest, _ context: RequestContext) -> Reply {
        .ready(
            SaslAuthenticateResponse(
                errorCode: .illegalSaslState,
                errorMessage: "SaslAuthenticate request received after successful authentication"))
    }

    func createDelegationToken(_ request: CreateDelegationTokenRequest, _ context: RequestContext) -> Reply {
        let (type, name) = ("User", "ANONYMOUS")
        return .ready(
            CreateDelegationTokenResponse(
                errorCode: .delegationTokenRequestNotAllowed, principalType: type, principalName: name,
                tokenRequesterPrincipalType: type, tokenRequesterPrincipalName: name, issueTimestampMs: -1,
                expiryTimestampMs: -1, maxTimestampMs: -1))
    }

    func renewDelegationToken(_ request: RenewDelegationTokenRequest, _ context: RequestContext) -> Reply {
        .ready(
            RenewDelegationTokenResponse(errorCode: .delegationTokenRequestNotAllowed, expiryTimestampMs: -1))
    }

    func expireDelegationToken(_ request: ExpireDelegationTokenRequest, _ context: RequestContext) -> Reply {
        .ready(
            ExpireDelegationTokenResponse(errorCode: .delegationTokenRequestNotAllowed, expiryTimestampMs: -1))
    }

    func describeDelegationToken(_ request: DescribeDelegationTokenRequest, _ context: RequestContext) -> Reply {
        .ready(DescribeDelegationTokenResponse(errorCode: .delegationTokenRequestNotAllowed))
    }

    func describeUserScramCredentials(
        _ request: DescribeUserScramCredentialsRequest, _ context: RequestContext
    ) -> Reply {
        var counts: [String: Int] = [:]
        var names: [String] = []
        for user in request.users ?? [] {
            counts[user.name, default: 0] += 1
            if counts[user.name] == 1 { names.append(user.name) }
        }
        return .ready(
            DescribeUserScramCredentialsResponse(
                results: names.map { name in
                    counts[name] == 1
                        ? .init(
                            user: name, errorCode: .resourceNotFound,
                            errorMessage: "Attempt to describe a user credential that does not exist: \(name)")
                        : .init(
                            user: name, errorCode: .duplicateResource,
                            errorMessage: "Cannot describe SCRAM credentials for the same user twice in a single "
                                + "request: \(name)")
                }))
    }
}
