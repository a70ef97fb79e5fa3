package import OfficeRanking

extension Words {
    package static func of(_ standing: Appeal.Standing) -> Word {
        switch standing {
        case .pending: Word(standing.rawValue, "در انتظار رأی", "pending")
        case .overdue: Word(standing.rawValue, "مهلت رأی گذشته", "overdue")
        case .upheld: Word(standing.rawValue, "پذیرفته", "upheld")
        case .dismissed: Word(standing.rawValue, "رد", "dismissed")
        case .withdrawn: Word(standing.rawValue, "پس‌گرفته", "withdrawn")
        }
    }
}
