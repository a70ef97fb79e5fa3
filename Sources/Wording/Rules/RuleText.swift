package import RankingRules

/// The rule that gave the points of a line, as a sentence.
package struct RuleText {
    package let criterion: Criterion
    package let kind: OfficeKind
    package let state: ScoreLine.State
    package let rule: LineRule

    package init(criterion: Criterion, kind: OfficeKind, state: ScoreLine.State, rule: LineRule) {
        self.criterion = criterion
        self.kind = kind
        self.state = state
        self.rule = rule
    }

    package var text: LocalizedText {
        LocalizedText(persian: sentence(.persian), english: sentence(.english))
    }

    /// The code for programs.
    package var code: String {
        switch rule {
        case .otherKind: "other_kind"
        case .missing(let policy): "missing_\(policy.rawValue)"
        case .belowFirstBreakpoint: "below_first_breakpoint"
        case .step: "step"
        case .segment: "segment"
        case .fromLastBreakpoint: "from_last_breakpoint"
        case .option: "option"
        }
    }

    private func sentence(_ language: Language) -> String {
        let rule = ruleSentence(language)
        guard state == .scoredAtReference else { return rule }
        return language.choose("پاسخ‌ها کم است، مقدار مرجع؛ ", "too few answers, reference value; ") + rule
    }

    private func ruleSentence(_ language: Language) -> String {
        switch rule {
        case .otherKind: language.choose("برای این نوع دفتر نیست", "not for this kind of office")
        case .missing(let policy): missing(policy, language)
        case .belowFirstBreakpoint: below(language)
        case .step(let index): step(index, language)
        case .segment(let index): segment(index, language)
        case .fromLastBreakpoint(let index): from(index, language)
        case .option(let index): option(index, language)
        }
    }

    private func missing(_ policy: MissingValuePolicy, _ language: Language) -> String {
        switch policy {
        case .noPoints: language.choose("مقدار نیامده: بی‌امتیاز", "no value: no points")
        case .notApplicable: language.choose("مقدار نیامده: بی‌مصداق", "no value: not applicable")
        case .insufficient: language.choose("مقدار نیامده: دادهٔ ناکافی", "no value: insufficient")
        }
    }

    private func below(_ language: Language) -> String {
        guard let first = breakpoint(0, language) else { return "" }
        return language.choose("کمتر از \(first.value): \(first.points)", "below \(first.value): \(first.points)")
    }

    private func step(_ index: Int, _ language: Language) -> String {
        guard let here = breakpoint(index, language), let next = breakpoint(index + 1, language) else {
            return from(index, language)
        }
        return language.choose(
            "از \(here.value) تا کمتر از \(next.value): \(here.points)",
            "from \(here.value) to below \(next.value): \(here.points)")
    }

    private func segment(_ index: Int, _ language: Language) -> String {
        guard let here = breakpoint(index, language), let next = breakpoint(index + 1, language) else { return "" }
        return language.choose(
            "خط راست از \(here.value) (\(here.points)) تا \(next.value) (\(next.points))",
            "straight line from \(here.value) (\(here.points)) to \(next.value) (\(next.points))")
    }

    private func from(_ index: Int, _ language: Language) -> String {
        guard let here = breakpoint(index, language) else { return "" }
        return language.choose("از \(here.value) به بالا: \(here.points)", "\(here.value) and above: \(here.points)")
    }

    private func option(_ index: Int, _ language: Language) -> String {
        guard case .table(let points)? = criterion.points[kind], points.indices.contains(index) else { return "" }
        let answer = CriterionText(criterion: criterion).text(Int64(index), language)
        let shown = HumanNumber.text(points[index].text, language)
        return language.choose("پاسخ «\(answer)»: \(shown)", "answer “\(answer)”: \(shown)")
    }

    private func breakpoint(_ index: Int, _ language: Language) -> (value: String, points: String)? {
        switch criterion.points[kind] {
        case .steps(let breakpoints)?, .lines(let breakpoints)?:
            guard breakpoints.indices.contains(index) else { return nil }
            let here = breakpoints[index]
            return (
                CriterionText(criterion: criterion).text(here.value, language),
                HumanNumber.text(here.points.text, language)
            )
        case .table?, nil: return nil
        }
    }
}
