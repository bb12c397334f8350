import Terminal

/// Its keys, and what a shell says for them.
extension ResetPane {
    static let bindings: [KeyBinding<ResetPane>] = [
        KeyBinding(
            "tab", .nextKind, "next kind",
            shell: .view
        ) { pane, _ in pane.isArmed || pane.isDone ? .absent : .enabled },
        KeyBinding(
            "shift-tab", .previousKind, "the kind before", foot: false,
            shell: .view
        ) { pane, _ in
            pane.isArmed || pane.isDone ? .absent : .enabled
        },
        KeyBinding(
            "space", .leaveOut, "leave one out",
            shell: .view
        ) { pane, _ in
            if case .planned = pane.stage, !pane.isTyping { .enabled } else { .absent }
        },
        KeyBinding(
            "a", .arm, "arm and wait", changes: true,
            shell: .line("kdeck groups reset GROUP SCOPE TARGET --execute --arm")
        ) { pane, context in pane.armAvailability(context) },
        KeyBinding(
            "enter", .commit, "commit", changes: true,
            shell: .line(
                "kdeck groups reset GROUP SCOPE TARGET --execute",
                "kafka-consumer-groups --group GROUP --reset-offsets SCOPE TARGET --execute")
        ) { pane, context in pane.commitAvailability(context) },
        KeyBinding(
            "u", .undo, "undo", changes: true,
            shell: .line(
                "kdeck groups reset GROUP --from-file FILE --execute",
                "kafka-consumer-groups --group GROUP --reset-offsets --from-file FILE --execute")
        ) { pane, _ in pane.lastOutcome == nil ? .absent : .enabled },
        KeyBinding(
            "t", .scope, "this topic or all",
            shell: .view
        ) { pane, _ in
            pane.openedFor == nil || pane.isTyping || pane.isArmed || pane.isDone ? .absent : .enabled
        },
        KeyBinding(
            "r", .again, "plan again",
            shell: .line(
                "kdeck groups reset GROUP SCOPE TARGET",
                "kafka-consumer-groups --group GROUP --reset-offsets SCOPE TARGET --dry-run")
        ) { pane, _ in
            pane.stage == .planning || !pane.isUnderstood || pane.isTyping || pane.isArmed || pane.isDone
                ? .absent : .enabled
        },
        KeyBinding(
            "e", .export, "write the plan to a file", foot: false,
            shell: .line(
                "kdeck groups reset GROUP SCOPE TARGET --export",
                "kafka-consumer-groups --group GROUP --reset-offsets SCOPE TARGET --dry-run --export")
        ) { pane, _ in pane.plan == nil || pane.isTyping ? .absent : .enabled },
    ]

    func columnMeanings(in context: PaneContext) -> [ColumnMeaning] {
        guard plan != nil else { return [] }
        return [
            ColumnMeaning(title: "P", text: "the partition"),
            ColumnMeaning(title: "NOW", text: "what the group committed; – never"),
            ColumnMeaning(title: "NEW", text: "what would be committed"),
            ColumnMeaning(title: "CHANGE", text: "offsets forward, or back with a minus"),
            ColumnMeaning(title: "NEXT RECORD", text: "what its consumers read first then, or why it stays"),
        ]
    }
}
