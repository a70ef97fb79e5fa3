package import OfficeRanking

extension Words {
    package static func of(_ state: SourceForm.State) -> Word {
        switch state {
        case .nothing: Word(state.rawValue, "ثبت نشده", "nothing yet")
        case .draft: Word(state.rawValue, "پیش‌نویس", "draft")
        case .submitted: Word(state.rawValue, "ثبت‌شده", "submitted")
        case .withdrawn: Word(state.rawValue, "پس‌گرفته‌شده", "withdrawn")
        }
    }
}
