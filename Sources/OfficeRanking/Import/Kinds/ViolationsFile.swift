import RankingRules

extension FileKind {
    /// One decision of a violation committee about one office and one kind of violation. Without a word in the file a
    /// known decision keeps its finality, and a new one is final.
    static let violations = FileKind(
        "تخلفات", "violations", stems: ["violations", "تخلفات"], family: .ranking, isPeriodFact: true,
        landing: "staging.violation_row"
    ) { terms in
        let rules = try terms.schemeOfPeriod().penalties.rules
        let kinds = ChoiceList(rules.map { ($0.kind, $0.kind, $0.title.persian, $0.title.english) })
        return ListFormat(
            [
                .officeCode,
                Field(
                    "decision_number", "شماره رأی", "شماره رای", "شماره تصمیم", rule: .text(maximum: 60),
                    isRequired: true),
                Field("kind", "نوع تخلف", "violation_kind", rule: .choice(kinds), isRequired: true),
                Field(
                    "decided_on", "تاریخ رأی", "تاریخ رای", "تاریخ تصمیم", rule: .day, isRequired: true, isPast: true),
                Field("is_final", "قطعی", "قطعی است", rule: .flag),
            ], today: terms.today)
    }
}
