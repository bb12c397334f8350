/// The themes inside the binary, by name: the text of each TOML file beside this one.
public enum Themes {
    /// Name and TOML text of every embedded theme, in the order in which a chooser lists them.
    public static let embedded: [(name: String, toml: [UInt8])] = [
        ("default-dark", PackageResources.default_dark_toml),
        ("default-light", PackageResources.default_light_toml),
        ("high-contrast", PackageResources.high_contrast_toml),
        ("catppuccin-mocha", PackageResources.catppuccin_mocha_toml),
        ("catppuccin-latte", PackageResources.catppuccin_latte_toml),
        ("dracula", PackageResources.dracula_toml),
        ("gruvbox-dark", PackageResources.gruvbox_dark_toml),
        ("nord", PackageResources.nord_toml),
        ("solarized-dark", PackageResources.solarized_dark_toml),
        ("solarized-light", PackageResources.solarized_light_toml),
        ("tokyo-night", PackageResources.tokyo_night_toml),
        ("mono", PackageResources.mono_toml),
    ]
}
