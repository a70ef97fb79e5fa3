import Postgres
public import RankingRules

/// The cursor of a case: its office, and its place in the office's list.
public struct CaseCursor: PageCursor {
    let office: String
    let position: Int

    public var description: String { "\(position).\(office)" }

    init(after violationCase: ViolationCase) {
        (office, position) = (violationCase.office, violationCase.position)
    }

    public init?(_ text: String) {
        guard let fields = cursorFields(text, 2), let position = cursorNumber(fields[0]), position >= 0,
            !fields[1].isEmpty
        else { return nil }
        (self.position, office) = (position, fields[1])
    }
}

/// Which cases are asked for; nil means all.
public struct CaseFilter: Sendable, Hashable {
    public var province: String?
    public var office: String?
    public var kind: String?
    public var state: CaseStep.Kind?

    public init(
        province: String? = nil, office: String? = nil, kind: String? = nil, state: CaseStep.Kind? = nil
    ) {
        (self.province, self.office, self.kind, self.state) = (province, office, kind, state)
    }
}

/// Which sanctions are asked for; nil means all.
public struct SanctionFilter: Sendable, Hashable {
    public var province: String?
    public var office: String?
    public var kind: Sanction.Kind?
    /// Those that hold on the day.
    public var day: Day?

    public init(province: String? = nil, office: String? = nil, kind: Sanction.Kind? = nil, day: Day? = nil) {
        (self.province, self.office, self.kind, self.day) = (province, office, kind, day)
    }
}

extension RankingDatabase {
    /// A page of cases by office and number, with the decisions that came by files; without a limit the whole list.
    public func cases(
        _ filter: CaseFilter = CaseFilter(), limit: Int? = nil, after cursor: CaseCursor? = nil
    ) async throws -> Page<ViolationCase, CaseCursor> {
        let rowLimit = limit.map { $0 + 1 }
        return try await read { connection in
            let found = try await connection.query(
                """
                select *
                from ranking.cases(\(filter.province), \(filter.office), \(filter.kind), \(filter.state?.rawValue),
                    \(cursor?.office), \(cursor?.position)::integer, \(rowLimit)::integer)
                """
            ).map(ViolationCase.init)
            return Page(found, limit: limit ?? found.count, cursor: CaseCursor.init)
        }
    }

    /// A case with its steps and sanctions.
    public func caseFile(_ id: Int) async throws -> CaseFile {
        guard let number = Int32(exactly: id) else { throw RankingError.unknownCase(String(id)) }
        return try await read { connection in
            let found = try await connection.query(
                "select * from ranking.case_of_number(\(Int(number))::integer)")
            guard let row = found.first else { throw RankingError.unknownCase(String(id)) }
            let steps = try await connection.query(
                "select * from ranking.case_steps(\(Int(number))::integer)"
            ).map(CaseStep.init)
            return CaseFile(
                violationCase: try ViolationCase(row: row), steps: steps,
                sanctions: try await connection.sanctions(SanctionFilter(), of: Int(number)))
        }
    }

    /// A page of sanctions by number; without a limit the whole list.
    public func sanctions(
        _ filter: SanctionFilter = SanctionFilter(), limit: Int? = nil, after cursor: NumberCursor? = nil
    ) async throws -> Page<Sanction, NumberCursor> {
        try await read { connection in
            let found = try await connection.sanctions(filter, after: cursor?.number, limit: limit.map { $0 + 1 })
            return Page(found, limit: limit ?? found.count) { NumberCursor($0.number) }
        }
    }
}

extension PostgresConnection {
    fileprivate func sanctions(
        _ filter: SanctionFilter, of caseID: Int? = nil, after number: Int? = nil, limit: Int? = nil
    ) async throws -> [Sanction] {
        try await query(
            """
            select *
            from ranking.sanctions(\(caseID)::integer, \(filter.province), \(filter.office), \(filter.kind?.rawValue),
                \(filter.day)::date, \(number)::integer, \(limit)::integer)
            """
        ).map(Sanction.init)
    }
}

extension ViolationCase {
    fileprivate init(row: PostgresRow) throws {
        id = try row["case_id"]
        number = try row["number"]
        provinceCode = try row["province_code"]
        office = try row["office_code"]
        kind = try row["kind"]
        let (persian, english): (String?, String?) = (try row["title_fa"], try row["title_en"])
        title = persian.flatMap { persian in english.map { LocalizedText(persian: persian, english: $0) } }
        openedOn = try row["opened_on"]
        state = try row["state"]
        since = try row["since"]
        answerUntil = try row["answer_until"]
        isRecorded = try row["is_recorded"]
        position = try row["list_position"]
    }
}

extension CaseStep {
    fileprivate init(row: PostgresRow) throws {
        number = try row["number"]
        kind = try row["step"]
        takenOn = try row["taken_on"]
        answerUntil = try row["answer_until"]
        endsSanctions = try row["ends_sanctions"]
        text = try row["words"]
    }
}

extension Sanction {
    fileprivate init(row: PostgresRow) throws {
        number = try row["sanction_id"]
        caseID = try row["case_id"]
        caseNumber = try row["case_number"]
        provinceCode = try row["province_code"]
        office = try row["office_code"]
        kind = try row["kind"]
        step = try row["step"]
        firstOn = try row["first_on"]
        lastOn = try row["last_on"]
        endedOn = try row["ended_on"]
    }
}
