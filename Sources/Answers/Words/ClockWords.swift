package import OfficeRanking
import RankingRules

extension Words {
    package static func of(_ step: PeriodStep) -> Cell {
        switch step {
        case .opens: word(step.rawValue, "گشایش", "opens")
        case .closes: word(step.rawValue, "بستن", "closes")
        case .ranks: word(step.rawValue, "رتبه‌بندی", "ranks")
        case .publishes: word(step.rawValue, "انتشار", "publishes")
        }
    }

    /// What was done to a half-year, by the kind of act in the record.
    package static func ofPeriodAct(_ kind: String) -> Cell {
        switch kind {
        case "plan_period": word(kind, "برنامه‌ریزی", "planned")
        case "schedule_period": word(kind, "تعیین روزها", "days set")
        case "open_period": word(kind, "گشایش", "opened")
        case "reopen_period": word(kind, "بازگشایی", "reopened")
        case "close_period": word(kind, "بستن", "closed")
        case "rank": word(kind, "رتبه‌بندی", "ranked")
        case "publish": word(kind, "انتشار", "published")
        case "publish_correction": word(kind, "انتشار اصلاحیه", "correction published")
        case "set_window": word(kind, "تعیین مهلت", "window set")
        case "release_offices": word(kind, "معافیت", "offices released")
        case "end_release": word(kind, "پایان معافیت", "release ended")
        case "overrule_step": word(kind, "نادیده‌گرفتن مانع", "obstacle overruled")
        case "confirm_overrule": word(kind, "تأیید نادیده‌گرفتن مانع", "overrule confirmed")
        case "amend_facts": word(kind, "پیشنهاد اصلاح داده", "amendment proposed")
        case "confirm_amendment": word(kind, "تأیید اصلاح داده", "amendment confirmed")
        default: .text(kind)
        }
    }

    package static func standing(of step: ScheduledStep) -> Cell {
        if step.takenAt != nil { return taken }
        if step.failure != nil { return failing }
        if step.dueAt == nil { return word("undated", "بی‌روز، در انتظار اقدام", "no day: waits for somebody") }
        return step.isNext ? word("next", "گام بعدی", "next") : word("later", "پس از آن", "later")
    }

    package static let taken = word("taken", "انجام شد", "taken")
    package static let failing = word("failing", "انجام نمی‌شود", "failing")
}
