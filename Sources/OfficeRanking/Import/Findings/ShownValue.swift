extension Finding {
    /// Characters of a cell that a finding shows.
    static let shownCharacters = 60

    /// A cell as a finding shows it: one line, shortened; a personal one is masked whole.
    static func shown(_ text: String, isPersonal: Bool) -> String {
        if isPersonal { return text.isEmpty ? "" : "***" }
        let line = text.unicodeScalars.prefix(shownCharacters + 1).map { scalar in
            scalar.properties.generalCategory == .control ? " " : scalar
        }
        guard line.count > shownCharacters else { return String(String.UnicodeScalarView(line)) }
        return String(String.UnicodeScalarView(line.prefix(shownCharacters))) + "…"
    }
}
