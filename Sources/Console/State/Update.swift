import KafkaClient
import KafkaWire
import Terminal

/// Changes the state by one event and says what has to be done outside. No clock, no input or output: the same events
/// give the same state and effects.
func update(_ state: inout ConsoleState, _ event: ConsoleEvent) -> [Effect] {
    var effects: [Effect] = []
    if case .input = event { state.isAnswering = true }
    defer { state.isAnswering = false }
    switch event {
    case .tick(let now): state.advance(to: now)
    case .input(.resize(let width, let height)):
        state.size = (max(0, width), max(0, height))
        effects.append(.redraw)
    case .input(.key(let key)): effects += state.press(key)
    case .input(.paste(let text)): effects += state.paste(text)
    case .input(.mouse(let mouse)): effects += state.mouse(mouse)
    case .input(.focus): break
    case .answer(let query, let generation, let answer):
        guard let poll = state.polls[query], poll.generation == generation, poll.isInFlight else { break }
        state.polls[query]?.isInFlight = false
        let next = state.now + query.pause(after: answer, refresh: state.refreshPause)
        state.polls[query]?.next = next
        let brokers = state.view.metadata.value?.brokers
        state.view.learn(answer, to: query, at: state.now)
        // Who came or went moves leaders: a large cluster is looked at again before its time.
        if case .pulse(let now, _) = answer, brokers != now { state.polls[.metadata]?.next = 0 }
    case .report(let report, let number): effects += state.take(report, of: number)
    case .ended(let number): state.forgetJob(number)
    case .ladder(let ladder): state.climbed(ladder)
    case .notice(let notice): state.say(notice)
    case .edited(.text(let text)): effects += state.perform(state.top.pane.edited(text, in: state.context))
    case .edited(.trouble(let why)): state.say(Notice(.bad, why))
    case .theme(let name, let isColorless):
        state.themeName = name
        state.isColorless = isColorless
    }
    effects += state.openTop()
    effects += state.perform(state.top.pane.recovered(in: state.context))
    state.forgetLeaving()
    state.settle()
    effects += state.ask()
    return effects
}

extension Query {
    /// After a failure the next question comes sooner for slow polls, so that a cluster that is back is seen at once.
    func pause(after answer: Answer, refresh: Int64 = ConsoleState.usualRefresh) -> Int64 {
        let interval = interval * refresh / ConsoleState.usualRefresh
        switch answer {
        case .failed: return min(interval, 2_000)
        // A large cluster is asked for as a whole the more seldom the larger it is; its brokers stay watched.
        case .metadata(_, let counted?, _) where counted.partitions > ConsoleState.smallCluster:
            return min(30_000, interval + Int64(counted.partitions) / 4)
        default: return interval
        }
    }
}

extension ConsoleState {
    /// Lets time pass, as an event that another one follows at once needs no more than that.
    mutating func advance(to now: Int64) {
        self.now = max(now, self.now)
        if let notice, let life = notice.life, self.now - notice.at > life { self.notice = nil }
        if let nextNotice, let life = nextNotice.life, self.now - nextNotice.at > life { self.nextNotice = nil }
    }

    /// The questions that someone on the screen has: the head's and the seen pane's.
    var needs: [Query] {
        var all: [Query] = [.metadata]
        if view.summary.partitions > Self.smallCluster {
            all.append(.pulse)
        } else if let topics = view.metadata.value?.topics, !topics.isEmpty {
            all.append(.ends(topics.map(\.name)))
        }
        if frozen == nil {
            for query in top.pane.needs(in: context) where !all.contains(query) {
                if case .ends = query, all.contains(where: { $0.kind == query.kind }) { continue }
                all.append(query)
            }
        }
        return all
    }

    /// Up to so many partitions every end is sampled for the rates of the head; above, only what a pane shows.
    static var smallCluster: Int { 2_000 }
    /// Two questions of one kind are this far apart at least, in milliseconds.
    static var spacing: Int64 { 250 }

    /// Asks what is due.
    mutating func ask() -> [Effect] {
        let needs = needs
        polls.keep(needs)
        var effects: [Effect] = []
        for query in needs {
            let poll = polls[query]
            if let poll, poll.isInFlight || poll.next > now { continue }
            if let last = lastAsked[query.kind], now - last < Self.spacing, poll == nil { continue }
            numbers += 1
            polls[query] = PollTable.Poll(generation: numbers, isInFlight: true, next: 0)
            lastAsked[query.kind] = now
            effects.append(.ask(query, generation: numbers))
        }
        return effects
    }

    /// Makes every question due.
    mutating func refresh() {
        polls.makeDue()
    }

    /// Lets every visible pane put its cursor where it may be.
    mutating func settle() {
        let context = context
        top.pane.settle(in: context)
        if case .palette(var palette) = overlay {
            palette.settle(with: PaletteEntry.all(in: self), topics: view.metadata.value?.topics.map(\.name) ?? [])
            overlay = .palette(palette)
        }
    }

    /// The first time that a pane is seen it may start its jobs.
    mutating func openTop() -> [Effect] {
        guard !top.wasOpened else { return [] }
        top.wasOpened = true
        return perform(top.pane.opened(in: context))
    }

    /// Takes a step on the way to the cluster; a broker that is not reached is said once the others are.
    mutating func climbed(_ ladder: Ladder) {
        self.ladder = ladder
        guard ladder.isOver, ladder.isConnected, let lost = ladder.failed.first else { return }
        say(Notice(.bad, "\(lost.step.title) is not reached from here, at \(lost.address): `kdeck doctor` says why"))
    }

    /// Says what happened. The newest error wins; what matters less does not push away an error that nobody has seen.
    mutating func say(_ notice: Notice) {
        var notice = notice
        notice.at = now
        notice.isAnswer = isAnswering
        guard self.notice?.kind == .bad, notice.kind != .bad, !isAnswering else {
            self.notice = notice
            return
        }
        nextNotice = notice
    }

    /// What was said is over: what waited behind it comes.
    mutating func hush() {
        notice = nextNotice
        nextNotice = nil
    }

    /// Nothing that was said counts any more.
    mutating func forgetNotices() { (notice, nextNotice) = (nil, nil) }

    /// Does what the seen pane wants.
    mutating func perform(_ actions: [PaneAction]) -> [Effect] {
        var effects: [Effect] = []
        for action in actions {
            switch action {
            case .open(let pane):
                frozen = nil
                // What was said of another pane would be read as said of this one.
                forgetNotices()
                tabs[activeTab].panes.append(OpenPane(pane))
                effects += openTop()
            case .close: effects += leave(by: .back)
            case .start(let job):
                numbers += 1
                if job is any ChangeJob { forgetNotices() }
                if let old = top.jobs.updateValue(numbers, forKey: job.name) { effects.append(stop(old)) }
                activity.started(job, number: numbers, at: now)
                effects.append(.start(AnyJob(job), number: numbers))
            case .stop(let name):
                if let number = top.jobs.removeValue(forKey: name) { effects.append(stop(number)) }
            case .dialog(let dialog): overlay = .dialog(dialog)
            case .say(let notice): say(notice)
            case .copy(let text): effects.append(.copy(text))
            case .edit(let text): effects.append(.edit(text))
            case .refresh: refresh()
            case .startDemo: effects.append(.startDemo)
            case .unlock:
                unlockedUntil = now + UnlockDialog.span
                effects.append(.unlock(UnlockDialog.span))
                say(Notice(.warn, "changes to \(console.name) are unlocked for ten minutes; W locks them"))
            case .attach(let name): effects += leave(by: .attach(name))
            case .depart(let departure):
                say(Notice(.info, "no longer armed"))
                effects += depart(departure)
            }
        }
        return effects
    }

    /// Goes out by that way, once it was asked whether what is armed may be dropped.
    mutating func leave(by departure: Departure) -> [Effect] {
        let numbers: [Int] =
            switch departure {
            case .back: tabs[activeTab].panes.count > 1 ? Array(top.jobs.values) : []
            case .root: tabs[activeTab].panes.dropFirst().flatMap(\.jobs.values)
            case .quit, .attach: tabs.flatMap(\.panes).flatMap(\.jobs.values)
            }
        guard let armed = armed(among: numbers) else { return depart(departure) }
        overlay = .dialog(LeaveDialog(departure, what: armed.what, in: context))
        return []
    }

    /// What is armed anywhere and would be dropped with the program; nil when nothing is.
    var armed: PlannedChange? { armed(among: tabs.flatMap(\.panes).flatMap(\.jobs.values)) }

    private func armed(among numbers: [Int]) -> PlannedChange? {
        numbers.lazy.compactMap { activity.waiting($0) }.first
    }

    private mutating func depart(_ departure: Departure) -> [Effect] {
        switch departure {
        case .back: return closeTop()
        case .root:
            var effects: [Effect] = []
            while tabs[activeTab].panes.count > 1 { effects += closeTop() }
            return effects
        case .quit: return [.quit]
        case .attach(let name): return [.attach(name)]
        }
    }

    /// What was armed has ended: there is nothing left to ask about.
    fileprivate mutating func forgetLeaving() {
        guard case .dialog(let dialog) = overlay, dialog is LeaveDialog else { return }
        if armed == nil { overlay = nil }
    }

    /// Leaves the seen pane, unless it is a tab's root, and stops its jobs but for changes that were sent.
    mutating func closeTop() -> [Effect] {
        guard tabs[activeTab].panes.count > 1 else { return [] }
        frozen = nil
        let closed = tabs[activeTab].panes.removeLast()
        return closed.jobs.values.sorted().filter { !activity.outlivesItsPane($0) }.map { stop($0) }
    }

    private mutating func stop(_ number: Int) -> Effect {
        activity.ended(number: number, at: now)
        return .stop(number: number)
    }

    /// Hands a report to the pane that started its job; a report of a job that nobody has any more is dropped, but for the
    /// end of a change.
    mutating func take(_ report: any JobReport, of number: Int) -> [Effect] {
        activity.reported(report, number: number, at: now)
        for tab in tabs.indices {
            for place in tabs[tab].panes.indices where tabs[tab].panes[place].jobs.values.contains(number) {
                let isTop = tab == activeTab && place == tabs[tab].panes.count - 1
                if isTop, case .dialog(var dialog) = overlay {
                    let outcome = dialog.receive(report, in: context)
                    overlay = .dialog(dialog)
                    let more = finish(outcome)
                    return more + perform(tabs[tab].panes[place].pane.receive(report, in: context))
                }
                let actions = tabs[tab].panes[place].pane.receive(report, in: context)
                // A pane in the background keeps what it learnt; what it wants done waits until it is seen, but for words.
                if isTop { return perform(actions) }
                for case .say(let notice) in actions { say(notice) }
                return []
            }
        }
        // Its pane is gone; how a change ended is said all the same.
        if let report = report as? any ChangeReport, report.ending != nil { say(report.notice) }
        return []
    }

    mutating func forgetJob(_ number: Int) {
        activity.ended(number: number, at: now)
        for tab in tabs.indices {
            for place in tabs[tab].panes.indices {
                for (name, owned) in tabs[tab].panes[place].jobs where owned == number {
                    tabs[tab].panes[place].jobs[name] = nil
                }
            }
        }
    }

    /// Does what a dialog's outcome says.
    mutating func finish(_ outcome: DialogOutcome) -> [Effect] {
        switch outcome {
        case .stay(let actions): return perform(actions)
        case .done(let actions):
            overlay = nil
            return perform(actions)
        }
    }
}
