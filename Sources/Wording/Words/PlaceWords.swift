package import OfficeRanking

/// The words of places and their changes.
extension Words {
    package static func of(_ kind: PlaceChange.Kind) -> Word {
        switch kind {
        case .added: Word(kind.rawValue, "افزوده شد", "added")
        case .renamed: Word(kind.rawValue, "نام تازه گرفت", "renamed")
        case .split: Word(kind.rawValue, "جدا شد", "split off")
        }
    }

    package static func of(_ level: PlaceLevel) -> Word {
        switch level {
        case .county: Word(level.rawValue, "شهرستان", "county")
        case .city: Word(level.rawValue, "شهر", "city")
        case .village: Word(level.rawValue, "روستا", "village")
        }
    }
}
