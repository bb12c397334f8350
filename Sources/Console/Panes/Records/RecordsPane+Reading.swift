import KafkaClient
import KafkaWire

extension RecordsPane {
    /// Records a stretch has.
    private func pageSize(in context: PaneContext) -> Int { max(200, context.height) }

    /// Asks for the place, else for the newest records.
    mutating func read(in context: PaneContext) -> PaneAction {
        clear()
        reading = .asked
        search = nil
        refilter()
        return .start(
            ReadRecordsJob(
                topic: topic, stretch: place?.start.map { .from($0) } ?? .newest, limit: pageSize(in: context),
                isolation: isolation))
    }

    /// Forgets what was read.
    mutating func clear() {
        ring = RecordRing()
        (failure, failures, isFrozen, heldBack) = (nil, [:], false, 0)
        (cursor, top, scroll, selection) = (0, 0, 0, nil)
        (starts, positions, ends) = ([:], [:], [:])
        (isAtStart, isTurning) = (false, false)
    }

    mutating func follow(in context: PaneContext) -> [PaneAction] {
        if case .following = reading {
            reading = .page(words: nil)
            return [.stop("records")]
        }
        if case .searching = reading {
            // What a search found is no stretch that could go on, and where it began no place any more.
            clear()
            (search, place) = (nil, nil)
        }
        // A stretch that was read from the past ends somewhere: following it goes on from there.
        let start: ReadStart = positions.isEmpty ? .latest : .positions(positions)
        if !isNewestFirst { (cursor, top) = (0, 0) }
        reading = .following(since: context.now)
        isTurning = false
        countedBefore = ring.counted
        samples = [Sample(at: context.now, counted: ring.counted, rows: ring.counted - ring.skipped)]
        refilter()
        return [.start(FollowRecordsJob(topic: topic, start: start, isolation: isolation))]
    }

    /// Reads on in a direction of the list, when its end is near and there is more; a direction of -1 is upwards.
    mutating func turn(_ direction: Int, in context: PaneContext) -> [PaneAction] {
        guard case .page = reading, !isTurning, failure == nil, !isWhole else { return [] }
        let room = layout(in: context).list.height
        let isNear = direction > 0 ? cursor + room >= shown.rows.count : cursor < room
        guard isNear else { return [] }
        let stretch: ReadRecordsJob.Stretch
        if isNewestFirst == (direction > 0) {
            guard !isAtStart, !starts.isEmpty else { return [] }
            stretch = .before(starts)
        } else {
            // The newest screenful is not read on by itself: `f` does that.
            guard behind > 0, !isNewestFirst || ring.dropped > 0 else { return [] }
            stretch = .after(positions)
        }
        isTurning = true
        return [
            .start(
                ReadRecordsJob(topic: topic, stretch: stretch, limit: pageSize(in: context), isolation: isolation))
        ]
    }

    /// What failed while the cluster did not answer is read again once it does: nobody should have to watch for that.
    mutating func recovered(in context: PaneContext) -> [PaneAction] {
        let isAway = context.view.metadata.failingSince != nil
        guard failure != nil, !isAway else {
            isCutOff = failure != nil
            return []
        }
        guard isCutOff else { return [] }
        isCutOff = false
        switch reading {
        case .searching: return []
        case .following:
            (reading, failure) = (.page(words: nil), nil)
            return follow(in: context)
        case .page where !ring.rows.isEmpty:
            failure = nil
            return []
        case .asked, .page: return [read(in: context)]
        }
    }

    // MARK: What comes

    mutating func receive(_ report: any JobReport, in context: PaneContext) -> [PaneAction] {
        if let ended = report as? RecordExportReport { return [.say(ended.notice)] }
        if let sent = report as? SendReport {
            // The newest are not read on by themselves: what was sent from here is seen all the same.
            let isNewest = reading == .page(words: nil) && sent.failure == nil
            return [.say(sent.notice)] + (isNewest ? [read(in: context)] : [])
        }
        guard let report = report as? RecordsReport else { return [] }
        isTurning = false
        failure = report.failure
        failures = report.failures
        if report.kind == .found { return take(found: report, in: context) }
        guard report.failure == nil else { return [] }
        ends.merge(report.ends) { $1 }
        heldBack = report.heldBack
        switch report.kind {
        case .read:
            reading = .page(words: place?.start == nil ? nil : place?.echo)
            starts = report.starts
            append(report)
            if report.rows.isEmpty, failures.isEmpty { return follow(in: context) }
        case .earlier: prepend(report)
        case .later: append(report)
        case .followed:
            hold(append(report))
            sample(at: context.now)
        case .found: break
        }
        ring.settle(with: report.markers)
        if !isFrozen { refilter() }
        return []
    }

    /// Gives back the rows that had to go.
    @discardableResult
    private mutating func append(_ report: RecordsReport) -> ArraySlice<RecordRow> {
        positions.merge(report.positions) { $1 }
        let gone = ring.append(report.rows, skipped: report.skipped)
        for row in gone {
            starts[row.place.partition] = row.end
            isAtStart = false
        }
        return gone
    }

    /// Somebody reads the record under the cursor: where so much comes that it would go, the list is frozen instead.
    private mutating func hold(_ gone: ArraySlice<RecordRow>) {
        guard !isFrozen, !isRiding, let selection, gone.contains(where: { $0.place == selection }) else { return }
        isFrozen = true
        countedWhenFrozen = ring.counted
    }

    /// Goes on; where the record under the cursor is not kept any more, with the newest.
    mutating func thaw() {
        refilter()
        guard case .following = reading, let selection else { return }
        if !shown.rows.contains(where: { $0.place == selection }) { (cursor, top, self.selection) = (0, 0, nil) }
    }

    private mutating func sample(at now: Int64) {
        samples.append(Sample(at: now, counted: ring.counted, rows: ring.counted - ring.skipped))
        while samples.count > 2, samples[1].at < now - Self.slowSpan { samples.removeFirst() }
        if samples.count > 400 { samples.remove(at: 1) }
    }

    private mutating func prepend(_ report: RecordsReport) {
        starts.merge(report.starts) { $1 }
        isAtStart = report.rows.isEmpty
        let before = shown.rows.count
        for row in ring.prepend(report.rows).reversed() { positions[row.place.partition] = row.place.offset }
        guard !isNewestFirst else { return }
        // Rows came in above: the cursor stays on its record.
        refilter()
        cursor += shown.rows.count - before
        top += shown.rows.count - before
    }

    /// Milliseconds over which a rate is told, and over which that of a topic is into which next to nothing comes: three
    /// seconds hold two of its records or three, and the figure would change with each.
    private static let span: Int64 = 3_000
    private static let slowSpan: Int64 = 30_000
    /// Records in the longer span at most, for it to be used.
    private static let few = 60

    /// Records a second over the last three seconds, or thirty where few came.
    func rate(now: Int64) -> Double {
        let slow = came(within: Self.slowSpan, now: now)
        let (count, span) = slow.count <= Self.few ? slow : came(within: Self.span, now: now)
        return span > 0 ? Double(count) * 1000 / Double(span) : 0
    }

    /// Records that came within so many milliseconds, and the milliseconds that were looked at: less, where following
    /// began later, or a little more, up to the sample before them.
    private func came(within span: Int64, now: Int64) -> (count: Int, span: Int64) {
        guard let first = sample(before: now - span) else { return (0, 0) }
        return (ring.counted - first.counted, min(now - first.at, span + 100))
    }

    /// What was counted at a time.
    private func sample(before time: Int64) -> Sample? { samples.last { $0.at <= time } ?? samples.first }

    /// One in so many of the records that came in the last three seconds is a row.
    var dilution: Int {
        guard let last = samples.last, let first = sample(before: last.at - Self.span), last.rows > first.rows else {
            return 1
        }
        return max(1, (last.counted - first.counted) / (last.rows - first.rows))
    }

    /// Offsets that came since the newest were read.
    func newer(in context: PaneContext) -> Int64 {
        positions.reduce(0) { sum, position in
            let end = context.view.ends[TopicPartition(topic, position.key)]?.samples.last?.value ?? 0
            return sum &+ max(0, end &- position.value)
        }
    }

    /// Offsets that are there and not read yet.
    var behind: Int64 {
        ends.reduce(0) { $0 &+ max(0, $1.value &- (positions[$1.key] ?? $1.value)) }
    }
}
