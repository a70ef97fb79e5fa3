package import OfficeRanking
import RankingRules

extension Words {
    package static func of(_ step: PeriodStep) -> Word {
        switch step {
        case .opens: Word(step.rawValue, "گشایش", "opens")
        case .closes: Word(step.rawValue, "بستن", "closes")
        case .ranks: Word(step.rawValue, "رتبه‌بندی", "ranks")
        case .publishes: Word(step.rawValue, "انتشار", "publishes")
        }
    }

    /// The words for an act on a half-year, by its kind in the record.
    package static func ofPeriodAct(_ kind: String) -> Word {
        switch kind {
        case "plan_period": Word(kind, "برنامه‌ریزی", "planned")
        case "schedule_period": Word(kind, "تعیین روزها", "days set")
        case "open_period": Word(kind, "گشایش", "opened")
        case "reopen_period": Word(kind, "بازگشایی", "reopened")
        case "close_period": Word(kind, "بستن", "closed")
        case "rank": Word(kind, "رتبه‌بندی", "ranked")
        case "publish": Word(kind, "انتشار", "published")
        case "publish_correction": Word(kind, "انتشار اصلاحیه", "correction published")
        case "set_window": Word(kind, "تعیین مهلت", "window set")
        case "release_offices": Word(kind, "معافیت", "offices released")
        case "end_release": Word(kind, "پایان معافیت", "release ended")
        case "overrule_step": Word(kind, "نادیده‌گرفتن مانع", "obstacle overruled")
        case "confirm_overrule": Word(kind, "تأیید نادیده‌گرفتن مانع", "overrule confirmed")
        case "preview_period": Word(kind, "آغاز پیش‌نمایش", "preview")
        case "approve_province": Word(kind, "تأیید استان در کارگروه", "province approved")
        case "settle_appeals": Word(kind, "پایان اعتراض‌های بی‌رأی", "appeals settled")
        case "amend_facts": Word(kind, "پیشنهاد اصلاح داده", "amendment proposed")
        case "confirm_amendment": Word(kind, "تأیید اصلاح داده", "amendment confirmed")
        default: Word(kind, LocalizedText(persian: kind, english: kind))
        }
    }

    package static func standing(of step: ScheduledStep) -> Word {
        if step.takenAt != nil { return taken }
        if step.failure != nil { return failing }
        if step.dueAt == nil { return Word("undated", "بی‌روز، در انتظار اقدام", "no day: waits for somebody") }
        return step.isNext ? Word("next", "گام بعدی", "next") : Word("later", "پس از آن", "later")
    }

    package static let taken = Word("taken", "انجام شد", "taken")
    package static let failing = Word("failing", "انجام نمی‌شود", "failing")

}
