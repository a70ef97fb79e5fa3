package import RankingRules

extension Language {
    /// The text in this language.
    package func choose(_ persian: String, _ english: String) -> String {
        self == .persian ? persian : english
    }
}

/// Replaces control characters and marks of direction, which would reach the terminal as commands.
package func printable(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        let isRefused = scalar.properties.generalCategory == .control || TextDirection.isOverride(scalar)
        scalars.append(isRefused ? "\u{FFFD}" : scalar)
    }
    return String(scalars)
}
