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
    for match in manifest[start...].matches(of: /\.target\(\s*name:\s*"(\w+)"/) {
        found.append(ManifestTarget(kind: .room, name: String(match.1), dependencies: []))
    }
    return found
}
