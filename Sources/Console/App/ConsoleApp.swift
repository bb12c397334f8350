import Glibc
import KafkaClient
import Terminal

/// Why the console ended.
public enum ExitReason: Equatable, Sendable {
    /// The user quit.
    case quit
    /// A signal asked for it.
    case terminated
    /// The user quit before there was a cluster; why there was none.
    case unconnected(ClientError)
    /// The user goes on to the context of that name.
    case attach(String)
    /// There is no terminal to draw on.
    case noTerminal(TerminalError)
}

/// The console on a real terminal: one thread that waits for keys, answers and time, updates the state and draws when it
/// changed: within 4 ms of a key, and at most once every 33 ms for what comes in by itself. Blocks the thread that calls ``run()``.
public final class ConsoleApp {
    private let context: ConsoleContext
    private let mailbox = Mailbox()
    private let runner: EffectRunner
    private let startDemo: (@Sendable () async -> Notice)?
    private let themes: ThemeCatalog
    private let themeName: String
    private let options: CursesOptions
    private let settings: ConsoleSettings

    /// Pause between two draws at least, in milliseconds, when nobody pressed a key: what comes in by itself is not read
    /// faster, and fewer frames go over a slow line.
    private static let frame: Int64 = 33
    /// The same after a key, whose answer somebody waits for.
    private static let keyFrame: Int64 = 4
    /// A lone escape is the key when nothing follows within so many milliseconds.
    private static let escapePause: Int64 = 25
    /// Pause between two ticks, in milliseconds.
    private static let tick: Int64 = 500
    /// What changes by time alone is drawn when the last draw is so long ago, in milliseconds.
    private static let quiet: Int64 = 950

    /// A console on `cluster`.
    /// - Parameters:
    ///   - settings: theme, keys and the like as the user wants them.
    ///   - startDemo: starts the sandbox's demo workload and says how that went; nil when there is none.
    public init(
        cluster: Cluster, context: ConsoleContext, settings: ConsoleSettings = ConsoleSettings(),
        themes: ThemeCatalog = .fromEnvironment(), options: CursesOptions = .fromEnvironment(),
        startDemo: (@Sendable () async -> Notice)? = nil
    ) {
        var context = context
        context.hasDemo = startDemo != nil
        self.context = context
        self.startDemo = startDemo
        self.themes = themes
        themeName = settings.theme ?? (options.isLight ? ThemeCatalog.lightName : ThemeCatalog.defaultName)
        self.settings = settings
        var options = options
        options.ascii = settings.isASCII ?? options.ascii
        options.mouse = settings.mouse ?? options.mouse
        self.options = options
        let mailbox = mailbox
        runner = EffectRunner(cluster: cluster, now: { WallClock.milliseconds() }, post: { mailbox.post($0) })
    }

    /// Draws and listens until the user quits or a signal ends it; gives the terminal back as it was.
    public func run() -> ExitReason {
        let screen: CursesScreen
        let started = themes.theme(themeName)
        do throws(TerminalError) { screen = try CursesScreen.open(theme: started.theme, options: options) } catch {
            return .noTerminal(error)
        }
        defer {
            screen.close()
            runner.close()
        }
        // The terminal's depth is known only now; without colour another theme fits.
        let fitting = themes.theme(themeName, depth: screen.depth)
        screen.theme = fitting.theme
        var session = Session(
            state: ConsoleState(
                console: context, size: screen.size, now: WallClock.milliseconds(), themeName: fitting.theme.name,
                themeNames: themes.names, isColorless: fitting.theme.isColorless, keys: settings.keys,
                isASCII: options.ascii,
                refreshPause: settings.refresh.map { Int64($0) * 1_000 } ?? ConsoleState.usualRefresh))
        if let first = settings.problems.first {
            let more = settings.problems.count > 1 ? " (and \(settings.problems.count - 1) more)" : ""
            session.pending.append(.notice(Notice(.warn, "config.toml \(first)\(more)")))
        }
        if let message = fitting.message { session.pending.append(.notice(Notice(.warn, message))) }
        if !context.isSandbox { runner.climb() }
        let end = loop(screen, &session)
        if end == .quit, session.state.view.metadata.value == nil, let failure = session.state.ladder?.failure {
            return .unconnected(failure)
        }
        return end
    }

    private struct Session {
        var state: ConsoleState
        var pending: [ConsoleEvent] = []
        var decoder = InputDecoder()
        var needsDraw = true
        /// Pause before the next draw, in milliseconds: shorter once a key was pressed.
        var pace = ConsoleApp.frame
        var lastDraw: Int64 = .min / 2
        var lastTick: Int64 = .min / 2
        var end: ExitReason?
    }

    private func loop(_ screen: CursesScreen, _ session: inout Session) -> ExitReason {
        while true {
            let wall = WallClock.milliseconds()
            let now = WallClock.monotonic()
            let isOpening = session.state.opensAt.map { wall >= $0 } ?? false
            if now - session.lastTick >= Self.tick || isOpening || !session.pending.isEmpty {
                session.lastTick = now
                let events = session.pending
                session.pending.removeAll()
                session.state.advance(to: wall)
                for event in events.isEmpty ? [.tick(wall)] : events {
                    perform(update(&session.state, event), screen, &session)
                }
                // Time alone changes nothing that is told in less than seconds.
                if !events.isEmpty || isOpening || now - session.lastDraw >= Self.quiet { session.needsDraw = true }
            }
            if let end = session.end { return end }
            if session.needsDraw, now - session.lastDraw >= session.pace {
                let grid = render(session.state)
                screen.present(options.ascii ? grid.foldedToASCII() : grid, cursor: session.state.cursor)
                session.lastDraw = now
                session.needsDraw = false
                // The first topics are waited for like the answer to a key.
                session.pace = session.state.isWaiting ? Self.keyFrame : Self.frame
            }
            wait(screen, &session)
        }
    }

    /// Waits for keys, answers, signals or the next due moment, and gathers what came.
    private func wait(_ screen: CursesScreen, _ session: inout Session) {
        let now = WallClock.monotonic()
        var due = session.lastTick + Self.tick - now
        if let opens = session.state.opensAt { due = min(due, opens - WallClock.milliseconds()) }
        if session.needsDraw { due = min(due, session.lastDraw + session.pace - now) }
        if session.decoder.isWaiting { due = min(due, Self.escapePause) }
        var waits = [
            pollfd(fd: options.input, events: Int16(POLLIN), revents: 0),
            pollfd(fd: mailbox.descriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: screen.signalDescriptor, events: Int16(POLLIN), revents: 0),
        ]
        let ready = poll(&waits, nfds_t(waits.count), Int32(clamping: max(0, due)))
        for signal in screen.signals() {
            switch signal {
            case .resize(let width, let height): session.pending.append(.input(.resize(width: width, height: height)))
            case .terminate: session.end = .terminated
            case .stop: screen.suspend()
            case .resumed: session.needsDraw = true
            }
        }
        guard ready > 0 else {
            if session.decoder.isWaiting { session.pending += session.decoder.flushEscape().map { .input($0) } }
            return
        }
        if waits[0].revents != 0 { read(&session) }
        if waits[1].revents != 0 { session.pending += mailbox.drain() }
    }

    private func read(_ session: inout Session) {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = bytes.withUnsafeMutableBytes { Glibc.read(options.input, $0.baseAddress, $0.count) }
        if count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN) {
            // The terminal is gone.
            session.end = .terminated
            return
        }
        if count > 0 {
            session.pending += session.decoder.feed(bytes[..<count]).map { .input($0) }
            session.pace = Self.keyFrame
        }
    }

    private func perform(_ effects: [Effect], _ screen: CursesScreen, _ session: inout Session) {
        for effect in effects {
            switch effect {
            case .ask(let query, let generation): runner.ask(query, generation: generation)
            case .start(let job, let number): runner.start(job, number: number)
            case .stop(let number): runner.stop(number: number)
            case .copy(let text):
                if !screen.copy(text) {
                    session.pending.append(.notice(Notice(.warn, "too long for the clipboard of a terminal")))
                }
            case .startDemo:
                if let startDemo { runner.start(AnyJob(DemoJob(start: startDemo, post: mailbox.post)), number: -1) }
            case .useTheme(let name):
                let (theme, message) = themes.theme(name, depth: screen.depth)
                screen.theme = theme
                session.pending.append(.theme(name: theme.name, isColorless: theme.isColorless))
                session.pending.append(
                    .notice(Notice(message == nil ? .info : .warn, message ?? "theme \(theme.name)")))
            case .edit(let text):
                session.pending.append(.edited(screen.outside { Editor.edit(text) }))
                session.pending.append(.input(.resize(width: screen.size.width, height: screen.size.height)))
            case .suspend:
                screen.suspend()
                session.pending.append(.input(.resize(width: screen.size.width, height: screen.size.height)))
            case .redraw: screen.redraw()
            case .unlock(let milliseconds): runner.unlock(milliseconds: milliseconds)
            case .lock: runner.unlock(milliseconds: nil)
            case .attach(let name): session.end = .attach(name)
            case .quit: session.end = .quit
            }
        }
    }
}

/// Starts the demo workload outside of the main thread and says how it went.
private struct DemoJob: Job {
    let start: @Sendable () async -> Notice
    let post: @Sendable (ConsoleEvent) -> Void
    var name: String { "demo" }

    func run(_ tools: JobTools) async { post(.notice(await start())) }

    static func == (left: DemoJob, right: DemoJob) -> Bool { true }
}

/// The clocks of this process.
enum WallClock {
    /// Milliseconds since the epoch.
    static func milliseconds() -> Int64 { read(CLOCK_REALTIME) }

    /// Milliseconds since some moment; never goes back.
    static func monotonic() -> Int64 { read(CLOCK_MONOTONIC) }

    private static func read(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}
