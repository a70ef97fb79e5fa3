extension Scheme {
    /// The one text of this scheme, independent of the file's comments, key order, quoting and spacing: one fact a
    /// line, UTF-8, each line ended by LF. The article <doc:SchemeFormat> describes it. It never changes, because
    /// hashes of adopted schemes are stored and published.
    public var canonicalText: String {
        var form = CanonicalForm()
        form.write(self)
        return form.text
    }

    /// SHA-256 of the canonical text, 64 lower-case hexadecimal digits.
    public var hash: String { CanonicalHash.of(canonicalText) }
}

/// Writes a scheme line by line: a key, a space, and the value up to the end of the line.
///
/// A value that is not given has no line; a default is written out. Texts hold no line breaks (the reader collapses
/// white space), so a value cannot look like a line.
private struct CanonicalForm {
    private(set) var text = ""

    mutating func write(_ scheme: Scheme) {
        line("pishkhan-scheme", "1")
        line("code", scheme.code)
        line("version", String(scheme.version))
        line("sample", yesOrNo(scheme.isSample))
        title("title", scheme.title)
        line("legal_basis", scheme.legalBasis)
        line("valid_from", scheme.validFrom.description)
        if let validTo = scheme.validTo { line("valid_to", validTo.description) }
        line("rounding", scheme.rounding.rawValue)
        line("minimum_total", scheme.minimumTotal.text)
        line("non_participation", scheme.nonParticipation.rawValue)
        line("carry_again", yesOrNo(scheme.carriesAgain))
        line("licensed_during_period", scheme.licensedDuringPeriod.rawValue)
        line("late_decisions", scheme.lateDecisions.rawValue)
        // Schemes from before it keep their hashes.
        if scheme.approval != .none { line("approval", scheme.approval.rawValue) }
        for source in scheme.sources { write(source) }
        for check in scheme.checks { line("check", "\(check.criterion) at_most \(check.atMost)") }
        for reference in scheme.references { write(reference) }
        for group in scheme.groups { write(group) }
        write(scheme.penalties)
        for rank in scheme.ranks { write(rank) }
        line("unranked.service_ceiling", String(scheme.unrankedCeiling.rawValue))
        if let appeals = scheme.appeals { write(appeals) }
        if let share = scheme.mostMoved { line("adoption.most_moved", String(share.rawValue)) }
    }

    private mutating func write(_ source: Source) {
        line("source", source.code)
        title("source.title", source.title)
        line("source.kind", source.kind.rawValue)
        line("source.declaration", yesOrNo(source.isDeclaration))
        line("source.carried", yesOrNo(source.isCarried))
        line("source.review", source.review.rawValue)
        if let days = source.replyDays { line("source.reply_days", String(days)) }
        if let percent = source.unchangedWithin { line("source.unchanged_within", String(percent)) }
        for role in source.writers { line("source.writer", role) }
        for role in source.onBehalf { line("source.on_behalf", role) }
    }

    private mutating func write(_ reference: Reference) {
        line("reference", reference.code)
        title("reference.title", reference.title)
        line("reference.value", reference.value.text)
    }

    private mutating func write(_ group: CriterionGroup) {
        line("group", group.code)
        title("group.title", group.title)
        line("group.maximum", group.maximum.text)
        for criterion in group.criteria { write(criterion) }
    }

    private mutating func write(_ criterion: Criterion) {
        line("criterion", criterion.code)
        title("criterion.title", criterion.title)
        line("criterion.source", criterion.source)
        line("criterion.kinds", words(criterion.kinds))
        if let unit = criterion.unit { title("criterion.unit", unit) }
        write(criterion.valueType)
        line("criterion.maximum", criterion.maximum.text)
        line("criterion.clause", criterion.clause)
        line("criterion.changeable", yesOrNo(criterion.isChangeable))
        line("criterion.public", yesOrNo(criterion.isValuePublic))
        line("criterion.missing", criterion.missing.rawValue)
        if let field = criterion.registerField { line("criterion.register", field.rawValue) }
        if let evidence = criterion.evidence { write(evidence) }
        if let survey = criterion.survey { write(survey) }
        for kind in criterion.kinds {
            if let function = criterion.points[kind] { write(function, kind, criterion.valueType) }
        }
    }

    private mutating func write(_ valueType: Criterion.ValueType) {
        switch valueType {
        case .count(let admissible):
            line("criterion.value", "count \(admissible.lowerBound) \(admissible.upperBound)")
        case .decimal(let places, let admissible):
            let least = DecimalText.write(admissible.lowerBound, places: places)
            let most = DecimalText.write(admissible.upperBound, places: places)
            line("criterion.value", "decimal \(places) \(least) \(most)")
        case .yesNo:
            line("criterion.value", "yes_no")
        case .choice(let options):
            line("criterion.value", "choice")
            for option in options {
                line("criterion.option", option.code)
                title("criterion.option.title", option.title)
            }
        }
    }

    private mutating func write(_ evidence: EvidenceRule) {
        line("criterion.evidence.required", yesOrNo(evidence.isRequired))
        for kind in evidence.kinds { line("criterion.evidence.kind", kind) }
        line("criterion.evidence.count", "\(evidence.count.lowerBound) \(evidence.count.upperBound)")
        if let oldest = evidence.oldest { line("criterion.evidence.not_older_than", words(oldest)) }
    }

    private mutating func write(_ survey: SurveyRule) {
        line("criterion.survey.minimum_respondents", String(survey.minimumRespondents))
        line("criterion.survey.below_minimum", survey.belowMinimum.rawValue)
        if let shrinkage = survey.shrinkage {
            line("criterion.survey.shrinkage", "\(shrinkage.weight) \(shrinkage.reference.code)")
        }
    }

    private mutating func write(_ function: PointsFunction, _ kind: OfficeKind, _ valueType: Criterion.ValueType) {
        let places = valueType.places ?? 0
        switch (function, valueType) {
        case (.steps(let breakpoints), _):
            for point in breakpoints {
                write("steps", kind, DecimalText.write(point.value, places: places), point.points)
            }
        case (.lines(let breakpoints), _):
            for point in breakpoints {
                write("lines", kind, DecimalText.write(point.value, places: places), point.points)
            }
        case (.table(let table), .choice(let options)):
            for (option, points) in zip(options, table) { write("options", kind, option.code, points) }
        case (.table(let table), _):
            for (answer, points) in zip(["no", "yes"], table) { write("answers", kind, answer, points) }
        }
    }

    private mutating func write(_ form: String, _ kind: OfficeKind, _ value: String, _ points: Points) {
        line("criterion.points.\(kind.rawValue).\(form)", "\(value) \(points.text)")
    }

    private mutating func write(_ penalties: PenaltyRules) {
        line("penalties.maximum", penalties.maximum.text)
        line("penalties.look_back", words(penalties.lookBack))
        for rule in penalties.rules {
            line("penalty", rule.kind)
            title("penalty.title", rule.title)
            line("penalty.clause", rule.clause)
            line("penalty.points", rule.points.map(\.text).joined(separator: " "))
            if let maximum = rule.maximum { line("penalty.maximum", maximum.text) }
            if let life = rule.life { line("penalty.life", words(life)) }
            if let cap = rule.rankCap { line("penalty.rank_cap", String(cap)) }
        }
    }

    private mutating func write(_ rank: RankThreshold) {
        title("rank.title", rank.title)
        if let threshold = rank.threshold {
            for kind in OfficeKind.allCases { line("rank.threshold.\(kind.rawValue)", threshold[kind].text) }
        }
        line("rank.service_ceiling", String(rank.serviceCeiling.rawValue))
        for condition in rank.conditions { line("rank.condition", words(condition)) }
    }

    private mutating func write(_ appeals: AppealRule) {
        line("appeals.preview_days", String(appeals.previewDays))
        line("appeals.file_days", String(appeals.fileDays))
        line("appeals.decide_days", String(appeals.decideDays))
        line("appeals.undecided", appeals.undecided.rawValue)
        line("appeals.silence", appeals.silence.rawValue)
    }

    private func words(_ condition: RankCondition) -> String {
        let subject =
            switch condition.subject {
            case .group(let code): "group \(code)"
            case .criterion(let code): "criterion \(code)"
            }
        let bound =
            switch condition.bound {
            case .atLeast(let points): "at_least \(points.text)"
            case .atMost(let points): "at_most \(points.text)"
            }
        return "\(subject) \(bound) \(words(condition.kinds))"
    }

    private func words(_ kinds: [OfficeKind]) -> String {
        kinds.map(\.rawValue).joined(separator: " ")
    }

    private func words(_ span: CalendarSpan) -> String {
        switch span {
        case .days(let days): "days \(days)"
        case .months(let months): "months \(months)"
        }
    }

    private func yesOrNo(_ value: Bool) -> String {
        value ? "yes" : "no"
    }

    private mutating func title(_ key: String, _ title: LocalizedText) {
        line("\(key).fa", title.persian)
        line("\(key).en", title.english)
    }

    private mutating func line(_ key: String, _ value: String) {
        text += "\(key) \(value)\n"
    }
}
