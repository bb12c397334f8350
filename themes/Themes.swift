/// The themes inside the binary, by name: the text of each TOML file beside this one.
public enum Themes {
    /// Name and TOML text of every embedded theme, in the order in which a chooser lists them.
    public static let embedded: [(name: String, toml: [UInt8])] = [
        ("default-dark", PackageResources.default_dark_toml),
        ("default-light", PackageResources.default_light_toml),
        ("mono", PackageResources.mono_toml),
    ]
}
