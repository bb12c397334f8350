import KafkaClient
import KafkaWire
import Terminal

/// What the plan amounts to, what stands in its way, and the keys.
extension ResetPane {
    func drawVerdict(_ layout: ResetLayout, on area: inout GridArea, in context: PaneContext) {
        guard let plan else { return }
        let totals = Explanation.wrap(plan.sentence + ownSpeed(plan, context), columns: area.width - 7)
        for (line, text) in totals.prefix(layout.totalLines).enumerated() {
            area.put(text, x: 4, y: layout.totals + line, style: Style(.text), cutTo: area.width - 7)
        }
        let verdict = verdict(plan, context)
        area.put(verdict.sign, x: 4, y: layout.verdict, style: Style(verdict.role))
        let lines = Explanation.wrap(verdict.text, columns: area.width - 9)
        for (line, text) in lines.prefix(max(1, layout.buttons - layout.verdict)).enumerated() {
            area.put(text, x: 6, y: layout.verdict + line, style: Style(.text), cutTo: area.width - 9)
        }
        drawButtons(plan, layout, on: &area, in: context)
    }

    /// What stands between the plan and the cluster, or that nothing does.
    private func verdict(_ plan: ResetPlan, _ context: PaneContext) -> (sign: String, role: Role, text: String) {
        if case .armed(_, let wait, let since) = stage {
            let span = Quantity.duration(max(0, context.now - since))
            if let trouble = wait?.trouble { return ("◔", .warn, "Armed for \(span), asking again: \(trouble)") }
            return ("◔", .warn, armedSentence(span, wait?.holders ?? plan.holders, wait?.state ?? plan.state, context))
        }
        if let change = changeSince(plan, context) { return change }
        if let refusal = plan.refusal {
            guard plan.canArm else { return ("✘", .badStrong, refusal) }
            let stop = plan.holders.count == 1 ? "Stop it" : "Stop them"
            let words = refusal.swapping("\(stop), then plan again.", for: "\(stop), or arm:")
                .swapping("Wait until it is Empty, then plan again.", for: "Arm it:")
            return ("✘", .badStrong, "\(words) kdeck waits, plans again, commits.")
        }
        if context.console.isReadOnly {
            return ("▲", .warn, "read-only: W and the cluster's name unlock changes for ten minutes")
        }
        if let caution = caution(plan, context) { return ("▲", .warn, caution) }
        return plan.written > 0 ? ("●", .good, "Nobody holds the group: Kafka will take it.") : ("", .dim, "")
    }

    /// The group as it was told after the plan was made; nil when nothing is told since.
    func newerStanding(in context: PaneContext) -> GroupDescription? {
        guard case .planned(_, let since) = stage, let known = context.view.members[group], known.at ?? 0 > since else {
            return nil
        }
        return known.value
    }

    /// Somebody took the group since the plan was made, or left it: what the plan says of that is no longer so.
    private func changeSince(
        _ plan: ResetPlan, _ context: PaneContext
    ) -> (sign: String, role: Role, text: String)? {
        guard let now = newerStanding(in: context), plan.refusal == nil || plan.canArm else { return nil }
        if plan.holders.isEmpty, let first = now.members.first {
            let more = now.members.count > 1 ? " and \(now.members.count - 1) more" : ""
            return (
                "▲", .warn,
                "\(first.nameAndHost)\(more) came since the plan was made: Kafka will refuse it. Stop it, or plan again."
            )
        }
        if !plan.holders.isEmpty, now.members.isEmpty, now.state == "Empty" {
            return ("●", .good, "Nobody holds the group any more: plan again, and Kafka will take it.")
        }
        return nil
    }

    /// For whom it waits and what comes then; as many names as leave room for all of the sentence.
    private func armedSentence(
        _ span: String, _ holders: [GroupMemberInfo], _ state: String, _ context: PaneContext
    ) -> String {
        func sentence(_ whom: String) -> String {
            "Armed for \(span): waiting for \(whom). Then it plans again and commits."
        }
        guard !holders.isEmpty else { return sentence("Empty, it is \(state)") }
        for count in stride(from: min(3, holders.count), to: 0, by: -1) {
            let names = holders.prefix(count).map(\.nameAndHost).joined(separator: ", ")
            let more = holders.count > count ? " and \(holders.count - count) more" : ""
            let text = sentence("\(names)\(more) to leave")
            if Explanation.wrap(text, columns: context.width - 9).count <= 2 { return text }
        }
        return sentence("\(Quantity.count(holders.count, "member")) to leave")
    }

    /// What should be known before, beyond what the planner saw: the console has looked on for a while.
    private func caution(_ plan: ResetPlan, _ context: PaneContext) -> String? {
        if plan.holders.isEmpty, context.partitionsOfStrangers(group, within: 60_000) > 0 {
            return
                "Somebody commits for this group without being its member (assign): it may write over the new offsets."
        }
        return plan.caution ?? ResetPlan.caution(group, topics: context.view.metadata.value?.topics.map(\.name) ?? [])
    }

    /// How long the group would read for what it reads again, by what it committed while it was watched.
    private func ownSpeed(_ plan: ResetPlan, _ context: PaneContext) -> String {
        let rates = context.view.lags[group]?.value?.commits.values.compactMap { $0.rate(over: 60_000) } ?? []
        let speed = rates.filter { $0 > 0 }.reduce(0, +)
        guard speed >= 0.1, plan.reRead > 0 else { return "" }
        return " About \(Quantity.duration(Int64(min(Double(plan.reRead) / speed, 1e12) * 1000))) at its own speed."
    }

    private func drawButtons(
        _ plan: ResetPlan, _ layout: ResetLayout, on area: inout GridArea, in context: PaneContext
    ) {
        var x = 4
        func button(_ key: String, _ words: String, _ role: Role, _ area: inout GridArea) {
            guard x + TextWidth.of(key) + TextWidth.of(words) + 4 < area.width - 2 else { return }
            x += area.put(" \(key) ", x: x, y: layout.buttons, style: role) + 1
            x += area.put(words, x: x, y: layout.buttons, style: .text) + 4
        }
        if isArmed {
            button("esc", "leave and drop it", .button, &area)
            return
        }
        let changes = !context.console.isReadOnly
        if plan.canExecute, changes {
            let words: String =
                if case .committing = stage { "committing …" } else {
                    focus == .plan ? "commit \(Quantity.count(plan.written, "partition"))" : "look at the plan"
                }
            button("⏎", words, .buttonGood, &area)
        }
        if plan.canArm, changes {
            if focus == .plan {
                button("a", "arm and wait", .button, &area)
            } else {
                button("⏎", "look at the plan", .button, &area)
            }
        }
        if plan.written > 0 { button("e", "export plan as CSV", .button, &area) }
        button("esc", "leave it", .button, &area)
        let words = "afterwards u brings the old offsets back"
        if plan.written > 0, changes, x + TextWidth.of(words) < area.width - 3 {
            area.put(words, x: x + 2, y: layout.buttons, style: .dim)
        }
    }
}
