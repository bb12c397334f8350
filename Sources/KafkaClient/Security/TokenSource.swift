import Bytes
import Network
import Synchronization

/// Where OAUTHBEARER's tokens come from. A token is kept until half a minute before its end and shared by all connections.
public final class TokenSource: Sendable {
    /// How a fresh token is had: may take long, and runs on a thread of its own.
    private let make: @Sendable () throws(PeerTrouble) -> Secret
    private let now: @Sendable () -> Int64
    private let state = Mutex(State())

    private struct State {
        var token: Secret?
        /// Seconds since 1970.
        var end: Int64 = 0
        var isRunning = false
        var waiting: [@Sendable (Result<Secret, PeerTrouble>) -> Void] = []
    }

    /// A source that calls `make`; `now` gives the seconds since 1970.
    public init(
        now: @escaping @Sendable () -> Int64 = { SystemClock.seconds() },
        _ make: @escaping @Sendable () throws(PeerTrouble) -> Secret
    ) {
        self.make = make
        self.now = now
    }

    /// The output of a shell command, without the white space around it.
    public static func command(_ command: String) -> TokenSource {
        TokenSource { () throws(PeerTrouble) in
            do throws(ShellError) {
                return Secret(try ShellCommand.output(of: command))
            } catch {
                throw .token(error.sentence)
            }
        }
    }

    /// The content of a file, read again for each token.
    public static func file(_ path: String) -> TokenSource {
        TokenSource { () throws(PeerTrouble) in
            do throws(NetworkError) {
                let text = try SmallFile.read(path).text
                return Secret(String(text.drop { $0.isWhitespace }.prefix { !$0.isWhitespace }))
            } catch {
                throw .token(error.words)
            }
        }
    }

    /// An unsigned token for `user`, as Kafka's own client makes it for development (RFC 7515, algorithm none).
    public static func unsecured(user: String, lifetime: Duration = .seconds(3_600)) -> TokenSource {
        TokenSource { () throws(PeerTrouble) in
            let now = SystemClock.seconds()
            let name = user.reduce(into: "") { $0 += $1 == "\"" || $1 == "\\" ? "\\\($1)" : String($1) }
            let claims = "{\"sub\":\"\(name)\",\"iat\":\(now),\"exp\":\(now + lifetime.components.seconds)}"
            return Secret(
                Base64.encode(ByteSlice("{\"alg\":\"none\"}"), .url) + "." + Base64.encode(ByteSlice(claims), .url)
                    + ".")
        }
    }

    /// Gives a token to `done`, at once or from another thread.
    func token(_ done: @escaping @Sendable (Result<Secret, PeerTrouble>) -> Void) {
        let kept: Secret? = state.withLock { state in
            if let token = state.token, now() < state.end { return token }
            state.waiting.append(done)
            return nil
        }
        if let kept {
            done(.success(kept))
            return
        }
        let starts = state.withLock { state in
            defer { state.isRunning = true }
            return !state.isRunning
        }
        if starts { BackgroundThread.run { self.refresh() } }
    }

    private func refresh() {
        let result: Result<Secret, PeerTrouble>
        do throws(PeerTrouble) {
            let token = try make()
            guard token.revealed.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), !token.revealed.isEmpty else {
                throw .token("what came is empty or no token")
            }
            result = .success(token)
        } catch {
            result = .failure(error)
        }
        let waiting = state.withLock { state in
            if case .success(let token) = result {
                state.token = token
                state.end = (Self.expiry(of: token) ?? now() + 60) - 30
            }
            defer { state.waiting = [] }
            state.isRunning = false
            return state.waiting
        }
        for done in waiting { done(result) }
    }

    /// The claim `exp` of a JSON Web Token, in seconds since 1970; nil when the token is opaque.
    static func expiry(of token: Secret) -> Int64? {
        let parts = token.revealed.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let claims = Base64.decode(String(parts[1]), .url)?.validText,
            let key = firstRange(of: "\"exp\"", in: claims)
        else { return nil }
        let value = claims[key...].drop { $0 == " " || $0 == ":" }.prefix { $0.isNumber }
        return Int64(value)
    }

    private static func firstRange(of word: String, in text: String) -> String.Index? {
        var rest = text[...]
        while let quote = rest.firstIndex(of: "\"") {
            if rest[quote...].hasPrefix(word) { return rest.index(quote, offsetBy: word.count) }
            rest = rest[rest.index(after: quote)...]
        }
        return nil
    }
}
