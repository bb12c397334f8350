import Network

/// Who a client says it is, and how it proves it.
public enum SASLLogin: Sendable {
    /// User and password as they are.
    case plain(user: String, password: Secret)
    /// User and password, proved without sending the password. With `isToken` they are a delegation token.
    case scram(SCRAM.Mechanism, user: String, password: Secret, isToken: Bool = false)
    /// A token of an authorization server.
    case oauthBearer(TokenSource)

    /// Kafka's name of the mechanism.
    public var mechanism: String {
        switch self {
        case .plain: "PLAIN"
        case .scram(let mechanism, _, _, _): mechanism.rawValue
        case .oauthBearer: "OAUTHBEARER"
        }
    }

    /// The user, where the settings name one.
    public var user: String? {
        switch self {
        case .plain(let user, _), .scram(_, let user, _, _): user
        case .oauthBearer: nil
        }
    }
}
