import Terminal

/// Its keys, and what a shell says for them.
extension TopicsPane {
    static let bindings: [KeyBinding<TopicsPane>] = [
        KeyBinding(
            "enter", .records, "records",
            shell: .line("kdeck tail TOPIC", "kafka-console-consumer --topic TOPIC")
        ) { pane, context in
            PaneCatalog.records != nil && pane.selection(in: context) != nil ? .enabled : .absent
        },
        KeyBinding(
            "p", .partitions, "partitions",
            shell: .line("kdeck partitions TOPIC", "kafka-topics --describe --topic TOPIC"), when: hasSelection),
        KeyBinding(
            "n", .create, "new topic", changes: true,
            shell: .line("kdeck topics create NAME --partitions N", "kafka-topics --create --topic NAME --partitions N")
        ) { _, context in
            context.view.metadata.value == nil ? .absent : .enabled
        },
        KeyBinding(
            "c", .configs, "configs",
            shell: .line(
                "kdeck configs topic TOPIC", "kafka-configs --describe --entity-type topics --entity-name TOPIC"),
            when: hasSelection),
        KeyBinding(
            "g", .demo, "demo", changes: true,
            shell: .line("kdeck sandbox --demo")
        ) { pane, context in
            context.console.hasDemo && pane.isEmpty(context) ? .enabled : .absent
        },
        KeyBinding(
            "/", .filter, "filter",
            shell: .view
        ) { pane, context in
            pane.isEmpty(context) || context.view.metadata.value == nil ? .absent : .enabled
        },
        KeyBinding(
            "space", .mark, "mark",
            shell: .view, when: hasSelection),
        KeyBinding(
            "ctrl-z", .faults, "only faults",
            shell: .view
        ) { pane, context in
            pane.isEmpty(context) || context.view.metadata.value == nil ? .absent : .enabled
        },
        KeyBinding(
            "ctrl-d", .delete, "delete the marked or this one", foot: false, changes: true,
            shell: .line("kdeck topics delete TOPIC", "kafka-topics --delete --topic TOPIC")
        ) { pane, context in
            pane.mayChange(in: context, "deleting it breaks the cluster")
        },
        KeyBinding(
            "ctrl-e", .empty, "empty the marked or this one", foot: false, changes: true,
            shell: .line("kdeck topics empty TOPIC", "kafka-delete-records --offset-json-file FILE")
        ) { pane, context in
            pane.mayChange(in: context, "emptying it breaks the cluster")
        },
        KeyBinding(
            "+", .addPartitions, "add partitions", foot: false, changes: true,
            shell: .line(
                "kdeck topics add-partitions TOPIC --partitions N", "kafka-topics --alter --topic TOPIC --partitions N")
        ) { pane, context in
            if pane.table.marks.count > 1 { return .disabled("one topic at a time: esc takes the marks away") }
            return pane.selection(in: context)?.topic.isInternal == true
                ? .disabled("Kafka's own topics keep their partitions") : hasSelection(pane, context)
        },
        KeyBinding(
            "ctrl-n", .clone, "new one like this", foot: false, changes: true,
            shell: .line(
                "kdeck topics create NAME --partitions PARTITIONS --replication-factor COPIES SETTINGS",
                "kafka-topics --create --topic NAME --partitions PARTITIONS --replication-factor COPIES CONFIGS"),
            when: hasSelection),
        KeyBinding(
            ".", .internals, "Kafka's own topics", foot: false,
            shell: .line("kdeck topics --internal", "kafka-topics --list")),
        KeyBinding(
            "y", .copyAddress, "copy the name, or the address while there are no topics", foot: false,
            shell: .none(.clipboard)),
    ]
}
