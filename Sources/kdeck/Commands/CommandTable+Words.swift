/// The commands that print what other programs know of this one.
extension CommandTable {
    static let completion = Command(
        name: "completion", summary: "Print a script that completes commands and names in a shell.",
        details: ["Names of topics, groups and contexts come from the cluster that the line so far leads to."],
        operands: [CommandOperand(name: "SHELL", about: "bash, zsh or fish")],
        examples: ["eval \"$(kdeck completion bash)\"", "kdeck completion fish | source"],
        run: CompletionScript.run)

    static let manual = Command(
        name: "man", summary: "Print the manual page.", examples: ["kdeck man | man -l -"], run: ManPage.run)
}
