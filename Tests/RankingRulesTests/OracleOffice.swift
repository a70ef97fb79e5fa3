import RankingRules

/// What the oracle prescribes for one office.
struct ExpectedAssessment {
    var standing: Standing
    var origin: RankOrigin?
    var rank: Int?
    var rankBeforeCaps: Prescribed<Int>
    var lines: [ScoreLine]
    var groupPoints: [Points]
    var items: [Item]
    var penalty: Points
    var total: Points?
    var fullMaximum: Prescribed<Int64>
    var availableMaximum: Prescribed<Int64>

    /// A penalty item, named by the number of its decision.
    struct Item: Equatable {
        var number: String
        var occurrence: Int
        var points: Points
        var rankCap: Int?
    }

    /// The rules leave some fields open where nothing was scored.
    enum Prescribed<Value> {
        case open
        case value(Value?)
    }
}

extension OracleOffice {
    init(_ line: ArraySlice<UInt8>) throws {
        var fields = OracleFields(line)
        self.line = line
        facts = try OfficeFacts(&fields)
        expected = try ExpectedAssessment(&fields)
        try fields.requireEnd()
    }
}

extension OfficeFacts {
    fileprivate init(_ fields: inout OracleFields) throws {
        self.init(
            kind: try fields.label(OfficeKind.self),
            licenceState: try fields.label(LicenceState.self),
            licensedOn: try fields.day(),
            tookPart: try fields.flag(),
            isReleased: try fields.flag(),
            values: try SaidValues(&fields),
            respondents: try fields.optionalNumbers(),
            earlierDeclaration: try fields.optional { try EarlierDeclaration(&$0) },
            decisions: try fields.list { try ViolationDecision(&$0) })
    }
}

extension SaidValues {
    fileprivate init(_ fields: inout OracleFields) throws {
        self.init(
            declared: try fields.optionalNumbers(), confirmed: try fields.optionalNumbers(),
            verdicts: try fields.list { field in
                try field.optional { verdict in
                    guard let found = Verdict(rawValue: Int16(try verdict.number())) else { throw verdict.unexpected }
                    return found
                }
            })
    }
}

extension EarlierDeclaration {
    fileprivate init(_ fields: inout OracleFields) throws {
        let (index, wasCarried) = (try fields.count(), try fields.flag())
        self.init(values: try SaidValues(&fields), schemeIndex: index, wasCarriedAlready: wasCarried)
    }
}

extension ViolationDecision {
    fileprivate init(_ fields: inout OracleFields) throws {
        self.init(
            number: try fields.text(), kind: try fields.text(), decidedOn: try fields.day(),
            wasFoundHere: try fields.flag(), isLate: try fields.flag(),
            firstKnown: try fields.optional { try $0.halfYear() })
    }
}

extension ExpectedAssessment {
    fileprivate init(_ fields: inout OracleFields) throws {
        standing = try fields.label(Standing.self)
        origin = try fields.optional { try $0.label(RankOrigin.self) }
        rank = try fields.optional { try $0.count() }
        rankBeforeCaps = try fields.prescribed { try $0.count() }
        lines = try fields.list { try ScoreLine(&$0) }
        groupPoints = try fields.list { try $0.points() }
        items = try fields.list { try Item(&$0) }
        penalty = try fields.points()
        total = try fields.optional { try $0.points() }
        fullMaximum = try fields.prescribed { try $0.number() }
        availableMaximum = try fields.prescribed { try $0.number() }
    }
}

extension ExpectedAssessment.Item {
    fileprivate init(_ fields: inout OracleFields) throws {
        (number, occurrence) = (try fields.text(), try fields.count())
        (points, rankCap) = (try fields.points(), try fields.optional { try $0.count() })
    }
}

extension ScoreLine {
    fileprivate init(_ fields: inout OracleFields) throws {
        guard let state = State(rawValue: Int16(try fields.number())) else { throw fields.unexpected }
        self.init(state: state, value: try fields.optional { try $0.fraction() }, points: try fields.points())
    }
}

extension OracleFields {
    fileprivate mutating func optionalNumbers() throws -> [Int64?] {
        try list { try $0.optional { try $0.number() } }
    }

    fileprivate mutating func points() throws -> Points {
        Points(rawValue: try number())
    }

    /// `n` or `n/d`.
    fileprivate mutating func fraction() throws -> Fraction {
        let parts = try text().split(separator: "/")
        guard let numerator = Int128(parts[0]), let denominator = parts.count == 2 ? Int128(parts[1]) : 1 else {
            throw unexpected
        }
        return Fraction(numerator, over: denominator)
    }

    fileprivate mutating func prescribed<Value>(
        _ read: (inout Self) throws -> Value
    ) throws -> ExpectedAssessment.Prescribed<Value> {
        skips("?") ? .open : .value(try optional(read))
    }
}
