// swift-tools-version: 6.2
import PackageDescription

// No Swift package comes from outside: the toolchain's own modules, and C or C++ libraries of Debian, each behind one
// thin target (`C<Library>`) that exactly one of our targets imports. `Sources/README.md` is the map.

/// What every Swift target is compiled with. Each function gets a section of its own in the release, or the linker could
/// neither drop one alone nor merge equal ones. Overlapping accesses are looked for while testing; in the release that
/// search would be a fifth of all instructions of a produce request.
let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .unsafeFlags(
        ["-Xfrontend", "-function-sections", "-enforce-exclusivity=unchecked"], .when(configuration: .release)),
]

/// For what ends up in `kdeck`: text is searched by `Bytes`, since the standard library's own search links its regular
/// expressions, a megabyte.
let lean: [SwiftSetting] = [
    .unsafeFlags(["-Xfrontend", "-disable-implicit-string-processing-module-import"])
]

/// A Swift room. Its dependencies are the arrows of the map; `TidyTests` holds the same table against the imports.
func room(_ name: String, _ dependencies: [Target.Dependency] = [], _ settings: [SwiftSetting] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict + lean + settings)
}

/// A C or C++ door in front of a Debian library.
func door(_ name: String, links: [String], cxx: [String] = []) -> Target {
    .target(
        name: name, cxxSettings: cxx.isEmpty ? [] : [.unsafeFlags(cxx)],
        linkerSettings: links.map { .linkedLibrary($0) })
}

/// A program. The static runtime asks the linker to export every symbol, which keeps all code alive: a program has no
/// use for that, and without it the linker drops what nobody calls (a sixth of `kdeck`). Equal functions are merged, and
/// relocations are packed, which takes the toolchain's own lld.
func tool(
    _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = [], _ settings: [SwiftSetting] = []
) -> Target {
    let linker = [
        "--no-export-dynamic", "--gc-sections", "--icf=all", "-z", "pack-relative-relocs", "-T",
        "\(Context.packageDirectory)/Sources/release.ld",
    ]
    return .executableTarget(
        name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict + small + settings,
        linkerSettings: [
            .unsafeFlags(
                ["-use-ld=lld"] + linker.flatMap { ["-Xlinker", $0] }, .when(configuration: .release))
        ])
}

/// For code that draws and prints, where size counts and speed does not.
let small: [SwiftSetting] = [.unsafeFlags(["-Osize"], .when(configuration: .release))]

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let package = Package(
    name: "kdeck",
    products: [
        .executable(name: "kdeck", targets: ["kdeck"]),
        .library(name: "KafkaClient", targets: ["KafkaClient"]),
        .library(name: "KafkaBroker", targets: ["KafkaBroker"]),
        .executable(name: "kdeck-dev", targets: ["kdeck-dev"]),
        .executable(name: "kdeck-bench", targets: ["kdeck-bench"]),
    ],
    targets: [
        // Doors.
        door("CISAL", links: ["isal"]),
        door("CUV", links: ["uv"]),
        door("COpenSSL", links: ["ssl", "crypto"]),
        door("CZstd", links: ["zstd"]),
        door("CLz4", links: ["lz4"]),
        door("CSnappy", links: ["snappy"]),
        door("CPCRE2", links: ["pcre2-8"]),
        door("CByteSearch", links: []),
        door("CNcurses", links: ["ncursesw", "tinfo"]),
        door("CUtf8proc", links: ["utf8proc"]),
        door("CTomlplusplus", links: ["stdc++"], cxx: ["-Os", "-fno-exceptions", "-fno-rtti"]),
        door("CYAML", links: ["yaml"]),
        door("CGetopt", links: []),
        door("CLinux", links: []),
        door("CVterm", links: ["vterm"]),

        // Rooms, from the ground up.
        room("Bytes"),
        room("Network", ["Bytes", "CUV", "COpenSSL"]),
        room("Codecs", ["Bytes", "CISAL", "CZstd", "CLz4", "CSnappy"]),
        room("KafkaWire", ["Bytes", "Codecs"]),
        room("KafkaLog", ["Bytes", "Codecs", "KafkaWire", "CLinux"]),
        room("KafkaBroker", ["Bytes", "Codecs", "KafkaWire", "KafkaLog", "Network"]),
        room("KafkaClient", ["Bytes", "Codecs", "KafkaWire", "Network", "CPCRE2", "CByteSearch"]),
        room("Terminal", ["CNcurses", "CUtf8proc"], small),
        .target(
            name: "Themes", path: "themes",
            resources: [
                .embedInCode("default-dark.toml"),
                .embedInCode("default-light.toml"),
                .embedInCode("mono.toml"),
                .embedInCode("high-contrast.toml"),
                .embedInCode("catppuccin-mocha.toml"),
                .embedInCode("catppuccin-latte.toml"),
                .embedInCode("dracula.toml"),
                .embedInCode("gruvbox-dark.toml"),
                .embedInCode("nord.toml"),
                .embedInCode("solarized-dark.toml"),
                .embedInCode("solarized-light.toml"),
                .embedInCode("tokyo-night.toml"),
            ],
            swiftSettings: strict),
        room("Configuration", ["CTomlplusplus", "CYAML"]),
        room("Console", ["Terminal", "Bytes", "KafkaWire", "KafkaClient", "Configuration", "Themes"], small),

        // Programs.
        tool(
            "kdeck",
            [
                "Bytes", "Codecs", "KafkaWire", "KafkaLog", "KafkaClient", "KafkaBroker", "Network", "Terminal",
                "Console",
                "Configuration", "Themes", "CGetopt",
            ], lean),
        tool(
            "kdeck-dev",
            [
                "Bytes", "Codecs", "KafkaWire", "KafkaClient", "KafkaBroker", "Network", "Terminal", "Console",
                "Configuration",
                "Themes", "CVterm",
            ],
            exclude: ["Schemas"]),
        tool("kdeck-bench", ["Bytes", "Codecs", "KafkaWire", "KafkaClient", "Terminal"]),

        // Tests.
        tests("WireTests", ["Bytes", "KafkaWire", "Codecs", "kdeck-dev"]),
        tests("LogTests", ["Bytes", "Codecs", "KafkaWire", "KafkaLog"]),
        tests("NetworkTests", ["Bytes", "Network"]),
        tests(
            "BrokerTests",
            ["Bytes", "Codecs", "KafkaWire", "KafkaLog", "KafkaBroker", "Network", "KafkaClient", "kdeck-dev"]),
        tests(
            "ClientTests", ["Bytes", "Codecs", "KafkaWire", "KafkaClient", "KafkaBroker", "Network", "kdeck-dev"]),
        tests("ConfigurationTests", ["Configuration"]),
        tests("TerminalTests", ["Terminal", "Bytes", "CVterm", "Configuration", "Themes"]),
        tests(
            "ConsoleTests",
            ["Terminal", "Console", "KafkaClient", "KafkaWire", "Bytes", "CVterm", "Configuration", "Themes"],
            exclude: ["Snapshots"]),
        tests("CommandTests", ["kdeck", "Bytes", "KafkaWire", "KafkaClient", "KafkaBroker", "Console"]),
        tests("TidyTests", []),
        tests("EndToEndTests", ["kdeck"], exclude: ["Clients"]),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .gnu11,
    cxxLanguageStandard: .cxx17
)
