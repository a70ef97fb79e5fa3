extension Finding {
    /// The length of a cell's text in a finding, in characters.
    static let shownCharacters = 60

    /// The text of a cell in a finding: one line, shortened. A personal cell is masked completely.
    static func shown(_ text: String, isPersonal: Bool) -> String {
        if isPersonal { return text.isEmpty ? "" : "***" }
        let line = text.unicodeScalars.prefix(shownCharacters + 1).map { scalar in
            scalar.properties.generalCategory == .control ? " " : scalar
        }
        guard line.count > shownCharacters else { return String(String.UnicodeScalarView(line)) }
        return String(String.UnicodeScalarView(line.prefix(shownCharacters))) + "…"
    }
}
