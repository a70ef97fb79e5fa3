package import RankingRules

extension Words {
    /// Whether two persons have adopted a scheme.
    package static func ofScheme(isConfirmed: Bool) -> Word {
        isConfirmed ? Word("confirmed", "تأییدشده", "confirmed") : Word("proposed", "پیشنهادشده", "proposed")
    }

    package static func of(_ kind: SchemeDifference.Part.Kind) -> Word {
        switch kind {
        case .scheme: Word(kind.rawValue, "شیوه‌نامه", "scheme")
        case .source: Word(kind.rawValue, "منبع", "source")
        case .reference: Word(kind.rawValue, "مقدار مرجع", "reference")
        case .group: Word(kind.rawValue, "گروه", "group")
        case .criterion: Word(kind.rawValue, "شاخص", "criterion")
        case .penalty: Word(kind.rawValue, "تخلف", "penalty")
        case .rank: Word(kind.rawValue, "رتبه", "rank")
        }
    }

    package static let penalties = Word("-", "تخلف‌ها", "penalties")
}
