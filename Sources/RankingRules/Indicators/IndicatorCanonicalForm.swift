extension IndicatorRules {
    /// The one text of these rules, independent of the file's comments, key order, quoting and spacing: one fact a
    /// line, UTF-8, each line ended by LF. It never changes, because hashes of adopted rules are stored and published.
    public var canonicalText: String {
        var lines = [
            ("pishkhan-indicator", "1"), ("item", item), ("year", "\(year)"), ("version", "\(version)"),
        ]
        lines += Self.localized("title", title)
        lines += [("text", text.rawValue), ("choices", choices.rawValue)]
        lines += Self.localized("legal_basis", legalBasis)
        lines += [
            ("maximum", maximum.text), ("cap", "\(cap.rawValue)"),
            ("stages", stages.map(\.rawValue).joined(separator: " ")),
            ("when_not_applicable", whenNotApplicable.rawValue),
        ]
        for firstYear in readings.firstYears {
            lines.append(("first_year", "\(firstYear.year)"))
            lines += Self.localized("first_year.source", firstYear.source)
        }
        for route in readings.routes {
            lines.append(("evidence", route.evidence.rawValue))
            lines += Self.localized("evidence.source", route.source)
        }
        lines.append(("chosen", "\(readings.chosen.firstYear) \(readings.chosen.evidence.rawValue)"))
        lines += Self.localized("basis", readings.basis)
        return lines.map { "\($0.0) \($0.1)\n" }.joined()
    }

    /// SHA-256 of the canonical text, 64 lower-case hexadecimal digits.
    public var hash: String { CanonicalHash.of(canonicalText) }

    private static func localized(_ key: String, _ text: LocalizedText) -> [(String, String)] {
        [("\(key).fa", text.persian), ("\(key).en", text.english)]
    }
}
