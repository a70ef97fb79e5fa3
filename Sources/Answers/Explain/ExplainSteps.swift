package import OfficeRanking
package import RankingRules

/// The steps of a score as tables, in the order in which a score is made.
package struct ExplainSteps {
    package let explanation: Explanation
    package let scheme: Scheme
    private let kind: OfficeKind
    private let disclosure: Disclosure

    package init(_ explained: OfficeExplanation) {
        explanation = explained.explanation
        scheme = explained.scheme
        kind = explained.office.kind
        disclosure = explained.disclosure
    }

    package var lines: AnswerTable {
        let columns = [
            AnswerColumn("criterion", "شناسه", "Criterion", for: .programs), AnswerColumn("title", "شاخص", "Title"),
            AnswerColumn("declared_value", "اظهارشده", "Declared"),
            AnswerColumn("confirmed_value", "تأییدشده", "Confirmed", for: .peopleWhenFilled),
            AnswerColumn("value", "مقدار", "Value"),
            AnswerColumn("points", "امتیاز", "Points", .number), AnswerColumn("maximum", "سقف", "Maximum", .number),
            AnswerColumn("rule", "قاعده", "Rule"), AnswerColumn("clause", "مستند", "Clause"),
        ]
        let criteria = scheme.criteria
        let rows = explanation.lines.enumerated().filter { criteria[$0.offset].exists(for: kind) }
            .map { line($0.element, at: $0.offset, criteria[$0.offset]) }
        return AnswerTable("lines", "شاخص‌ها", "Lines", columns, rows: rows, for: .peopleWithRows)
    }

    private func line(_ line: LineExplanation, at place: Int, _ criterion: Criterion) -> [Cell] {
        let text = CriterionText(criterion: criterion)
        guard disclosure.showsLine(place) else { return hidden(line, criterion) }
        let rule = RuleText(criterion: criterion, kind: kind, state: line.line.state, rule: line.rule)
        let declared = criterion.survey == nil ? explanation.declared : nil
        return [
            .text(criterion.code), .localized(criterion.title), text.cell(value(declared?.declared, at: place)),
            text.cell(value(declared?.confirmed, at: place)), text.cell(line.line.value), .points(line.line.points),
            .points(line.maximum), .word(rule.code, rule.text), .text(criterion.clause),
        ]
    }

    /// Neither the points nor the rule, which would tell between which limits the value lies.
    private func hidden(_ line: LineExplanation, _ criterion: Criterion) -> [Cell] {
        let rule = LocalizedText(persian: "منتشر نمی‌شود", english: "not published")
        return [
            .text(criterion.code), .localized(criterion.title), .empty, .empty, .empty, .empty,
            .points(line.maximum), .word("not_published", rule), .text(criterion.clause),
        ]
    }

    private func value(_ values: [Int64?]?, at place: Int) -> Int64? {
        guard let values, values.indices.contains(place) else { return nil }
        return values[place]
    }

    package var groups: AnswerTable {
        let columns = [
            AnswerColumn("group", "شناسه", "Group", for: .programs), AnswerColumn("title", "گروه", "Title"),
            AnswerColumn("sum_of_lines", "جمع شاخص‌ها", "Sum of lines", .number),
            AnswerColumn("maximum", "سقف", "Maximum", .number), AnswerColumn("points", "امتیاز", "Points", .number),
        ]
        let rows: [[Cell]] = zip(scheme.groups, explanation.groups).enumerated().map { place, pair in
            let (group, explained, isShown) = (pair.0, pair.1, disclosure.showsGroup(place))
            return [
                .text(group.code), .localized(group.title), isShown ? .points(explained.sumOfLines) : .empty,
                .points(explained.maximum), isShown ? .points(explained.points) : .empty,
            ]
        }
        return AnswerTable("groups", "گروه‌ها", "Groups", columns, rows: rows, for: .peopleWithRows)
    }

    package var ranks: AnswerTable {
        let columns = [
            AnswerColumn("rank", "رتبه", "Rank", .number), AnswerColumn("title", "عنوان", "Title"),
            AnswerColumn("threshold", "حد نصاب", "Threshold", .number),
            AnswerColumn("required_total", "جمع لازم", "Required total", .number),
            AnswerColumn("is_threshold_met", "به حد رسیده", "Threshold met"),
            AnswerColumn("is_reached", "همهٔ شرط‌ها برقرار", "All conditions hold"),
        ]
        let rows: [[Cell]] = explanation.ranks.map { rank in
            [
                .integer(rank.rank), .localized(scheme.ranks[rank.rank - 1].title), .points(rank.threshold),
                .points(rank.requiredTotal), .flag(rank.isThresholdMet), .flag(rank.isReached),
            ]
        }
        return AnswerTable("ranks", "حد نصاب رتبه‌ها", "Rank thresholds", columns, rows: rows, for: .peopleWithRows)
    }

    package var conditions: AnswerTable {
        let columns = [
            AnswerColumn("rank", "رتبه", "Rank", .number), AnswerColumn("condition", "شرط", "Condition"),
            AnswerColumn("points", "امتیاز", "Points", .number), AnswerColumn("holds", "برقرار", "Holds"),
        ]
        let rows: [[Cell]] = explanation.ranks.flatMap { rank in
            rank.conditions.map { condition in
                let isShown = disclosure.shows(condition.condition.subject, of: scheme)
                return [
                    .integer(rank.rank), ConditionText(scheme: scheme).cell(condition.condition),
                    isShown ? .points(condition.points) : .empty, isShown ? .flag(condition.holds) : .empty,
                ]
            }
        }
        return AnswerTable(
            "conditions", "شرط‌های جنبی", "Side conditions", columns, rows: rows, for: .peopleWithRows)
    }
}

/// A side condition of a rank in words.
package struct ConditionText {
    package let scheme: Scheme

    package func cell(_ condition: RankCondition) -> Cell {
        let (code, title) = subject(condition.subject)
        switch condition.bound {
        case .atLeast(let points):
            return .word(
                "\(code) >= \(points.rawValue)",
                LocalizedText(
                    persian: "\(title.persian) دست‌کم \(Cell.points(points).text(in: .persian))",
                    english: "\(title.english) at least \(Cell.points(points).text(in: .english))"))
        case .atMost(let points):
            return .word(
                "\(code) <= \(points.rawValue)",
                LocalizedText(
                    persian: "\(title.persian) حداکثر \(Cell.points(points).text(in: .persian))",
                    english: "\(title.english) at most \(Cell.points(points).text(in: .english))"))
        }
    }

    private func subject(_ subject: RankCondition.Subject) -> (String, LocalizedText) {
        let unknown = { (code: String) in LocalizedText(persian: code, english: code) }
        switch subject {
        case .group(let code): return (code, scheme.groups.first { $0.code == code }?.title ?? unknown(code))
        case .criterion(let code): return (code, scheme.criteria.first { $0.code == code }?.title ?? unknown(code))
        }
    }
}
