import Bytes
import Network

/// What a client says in one SASL exchange. Nothing here sends.
struct SASLExchange {
    private enum State {
        case plain
        case scramFirst(SCRAM.Client)
        case scramFinal(SCRAM.Client)
        case token
        case tokenRefused(String)
        case over
    }

    /// The first message.
    let first: ByteSlice
    private var state: State

    /// An exchange for `login`; `token` for those that need one.
    init(_ login: SASLLogin, token: Secret?) {
        switch login {
        case .plain(let user, let password):
            first = ByteSlice("\0\(user)\0\(password.revealed)")
            state = .plain
        case .scram(let mechanism, let user, let password, let isToken):
            let client = SCRAM.Client(
                mechanism, user: user, password: password.revealed, extensions: isToken ? "tokenauth=true" : "")
            first = ByteSlice(client.first)
            state = .scramFirst(client)
        case .oauthBearer:
            first = ByteSlice("n,,\u{1}auth=Bearer \(token?.revealed ?? "")\u{1}\u{1}")
            state = .token
        }
    }

    /// What follows the server's message; nil when the exchange is done. Fails when the server does not prove itself, or
    /// breaks the rules.
    mutating func answer(_ challenge: ByteSlice) throws(PeerTrouble) -> ByteSlice? {
        do throws(SCRAM.Failure) {
            switch state {
            case .plain:
                state = .over
                return nil
            case .scramFirst(var client):
                let final = try client.final(after: challenge.text)
                state = .scramFinal(client)
                return ByteSlice(final)
            case .scramFinal(let client):
                try client.verify(challenge.text)
                state = .over
                return nil
            case .token:
                guard !challenge.isEmpty else {
                    state = .over
                    return nil
                }
                // The refusal, which a single byte has to confirm before the broker says so in its own words.
                state = .tokenRefused(challenge.text)
                return ByteSlice([1])
            case .tokenRefused(let words): throw .refused("the token: \(words)")
            case .over: throw .refused("the server went on after the exchange was done")
            }
        } catch {
            throw .credentials(error.words)
        }
    }
}
