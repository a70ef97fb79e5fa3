package import OfficeRanking
import RankingRules

extension Words {
    package static func of(_ step: CaseStep.Kind) -> Word {
        switch step {
        case .report: Word(step.rawValue, "گزارش", "report")
        case .notice: Word(step.rawValue, "ابلاغ", "notice")
        case .reply: Word(step.rawValue, "پاسخ دفتر", "reply of the office")
        case .hearing: Word(step.rawValue, "جلسهٔ رسیدگی", "hearing")
        case .decision: Word(step.rawValue, "رأی", "decision")
        case .objection: Word(step.rawValue, "اعتراض دفتر", "objection of the office")
        case .objectionDecision: Word(step.rawValue, "رأی اعتراض", "decision on the objection")
        case .final: Word(step.rawValue, "قطعی", "final")
        case .annulled: Word(step.rawValue, "ابطال رأی", "annulled")
        case .dropped: Word(step.rawValue, "مختومه بدون رأی", "dropped")
        case .recorded: Word(step.rawValue, "ثبت رأی رسیده", "recorded")
        }
    }

    package static func of(_ sanction: Sanction.Kind) -> Word {
        switch sanction {
        case .warning: Word(sanction.rawValue, "تذکر", "warning")
        case .suspension: Word(sanction.rawValue, "تعلیق پروانه", "suspension")
        case .revocation: Word(sanction.rawValue, "لغو پروانه", "revocation")
        }
    }
}
