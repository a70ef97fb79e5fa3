package import OfficeRanking
import RankingRules

extension Words {
    package static func of(_ step: GuardedStep) -> Word {
        switch step {
        case .open: Word(step.rawValue, "گشایش", "open")
        case .close: Word(step.rawValue, "بستن", "close")
        case .rank: Word(step.rawValue, "رتبه‌بندی", "rank")
        case .show: Word(step.rawValue, "پیش‌نمایش", "show")
        case .publish: Word(step.rawValue, "انتشار", "publish")
        }
    }

    package static func of(_ state: ProvinceApproval.State) -> Word {
        switch state {
        case .missing: Word(state.rawValue, "بی‌تأیید", "not approved")
        case .half: Word(state.rawValue, "در انتظار نهاد دیگر", "waits for the other body")
        case .whole: Word(state.rawValue, "تأیید شد", "approved")
        case .voided: Word(state.rawValue, "باطل: داده‌ها تغییر کرد", "void: the facts changed")
        }
    }

    package static func standing(of obstacle: StepObstacle) -> Word {
        if obstacle.isOverruled { return Word("overruled", "نادیده گرفته شد", "overruled") }
        if obstacle.overrule != nil {
            return Word("unconfirmed", "در انتظار تأیید نفر دوم", "waits for the second person")
        }
        return obstacle.mayBeOverruled
            ? Word("stands", "مانع است", "stands")
            : Word("stands_always", "مانع است و نادیده‌گرفتنی نیست", "cannot be overruled")
    }

}
