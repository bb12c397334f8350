/// What `Package.swift` says about one target, read from its text.
struct ManifestTarget {
    enum Kind: String { case room, tool, door, tests }

    let kind: Kind
    let name: String
    let dependencies: Set<String>
}

/// Reads the `room(…)`, `tool(…)`, `door(…)` and `tests(…)` lines of the manifest, and the embedded `Themes`.
func manifestTargets(_ manifest: String) -> [ManifestTarget] {
    var found: [ManifestTarget] = []
    let start = manifest.range(of: "let package")?.lowerBound ?? manifest.startIndex
    for match in manifest[start...].matches(
        of: /\b(room|tool|door|tests)\(\s*"([\w-]+)"\s*(?:,\s*(?:links:\s*)?\[([^\]]*)\])?/)
    {
        let kind = ManifestTarget.Kind(rawValue: String(match.1)) ?? .room
        let names = (match.3 ?? "").matches(of: /"([\w-]+)"/).map { String($0.1) }
        found.append(
            ManifestTarget(kind: kind, name: String(match.2), dependencies: kind == .door ? [] : Set(names)))
    }
    for match in manifest[start...].matches(
        of: /\.(target|executableTarget)\(\s*name:\s*"([\w-]+)"\s*,(?:\s*dependencies:\s*\[([^\]]*)\])?/)
    {
        let names = (match.3 ?? "").matches(of: /"([\w-]+)"/).map { String($0.1) }
        let kind: ManifestTarget.Kind = match.1 == "target" ? .room : .tool
        found.append(ManifestTarget(kind: kind, name: String(match.2), dependencies: Set(names)))
    }
    return found
}
