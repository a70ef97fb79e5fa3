package import OfficeRanking
import RankingRules

extension Words {
    package static func of(_ step: GuardedStep) -> Cell {
        switch step {
        case .open: word(step.rawValue, "گشایش", "open")
        case .close: word(step.rawValue, "بستن", "close")
        case .rank: word(step.rawValue, "رتبه‌بندی", "rank")
        case .show: word(step.rawValue, "پیش‌نمایش", "show")
        case .publish: word(step.rawValue, "انتشار", "publish")
        }
    }

    package static func standing(of obstacle: StepObstacle) -> Cell {
        if obstacle.isOverruled { return word("overruled", "نادیده گرفته شد", "overruled") }
        if obstacle.overrule != nil {
            return word("unconfirmed", "در انتظار تأیید نفر دوم", "waits for the second person")
        }
        return obstacle.mayBeOverruled
            ? word("stands", "مانع است", "stands")
            : word("stands_always", "مانع است و نادیده‌گرفتنی نیست", "cannot be overruled")
    }
}
