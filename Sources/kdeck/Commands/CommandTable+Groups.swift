/// The commands about consumer groups.
extension CommandTable {
    static let groups = Command(
        name: "groups", summary: "List the consumer groups, look into one, move or delete it.",
        details: [
            "Looking never joins a group and commits nothing. What changes something prints what it would do, and does it "
                + "with --execute; the offsets before are kept in a file that `kdeck groups reset --from-file` reads."
        ],
        options: Attached.options + [output],
        examples: [
            "kdeck groups -o wide", "kdeck groups describe billing -o json",
            "kdeck groups copy billing billing-2 --execute",
        ],
        commands: [
            Command(
                name: "list", summary: "List the consumer groups.", options: Attached.options + [output],
                examples: ["kdeck groups list -o json"], run: GroupList.run),
            Command(
                name: "describe", summary: "Print where a group stands, partition by partition.",
                details: [
                    "One row a partition: committed, end, lag, owner. `–` means it never committed there, 0 is measured, "
                        + "unknown means the leader could not be asked."
                ],
                operands: [CommandOperand(name: "GROUP", about: "the group to look into, or several", isMany: true)],
                options: Attached.options + [
                    output, CommandOption("members", nil, nil, "print its members instead, one row each"),
                ], examples: ["kdeck groups describe billing", "kdeck groups describe billing --members -o json"],
                run: GroupDescribe.run),
            ResetOffsets.command,
            ResetOffsets.copy,
            Command(
                name: "delete", summary: "Delete a group that nobody reads, with its offsets.",
                operands: [CommandOperand(name: "GROUP", about: "the group to delete, or several", isMany: true)],
                options: Attached.options + [CommandOption("execute", nil, nil, "do it")],
                examples: ["kdeck groups delete billing --execute"], run: GroupChanges.delete),
            Command(
                name: "delete-offsets", summary: "Forget where a group stands in a topic that it does not read now.",
                operands: [CommandOperand(name: "GROUP", about: "the group")],
                options: Attached.options + [
                    CommandOption("topic", nil, "T[:P,...]", "this topic, only these partitions; may be repeated"),
                    CommandOption("execute", nil, nil, "do it"),
                ], examples: ["kdeck groups delete-offsets billing --topic orders:0,3 --execute"],
                run: GroupChanges.deleteOffsets),
        ], run: GroupList.run)
}
