import Postgres
public import RankingRules

/// One office of a publication with the points of its lines.
public struct PublishedLine: Sendable, Hashable {
    public let office: RankedOffice
    /// Points by criterion, in the scheme's order; nil if the criterion does not apply to the office or is not
    /// published. Empty if the office was not scored.
    public let points: [Points?]
}

/// Reads the lines of a publication in the order of office codes, one chunk in memory.
///
/// Each chunk is a transaction of its own, so that no connection waits for a slow client. All chunks agree, because a
/// publication does not change.
public struct PublishedLines: Sendable {
    private let database: RankingDatabase
    private let publication: Publication
    private var chunk: ArraySlice<PublishedLine> = []
    private var lastCode: String?
    private var isComplete = false
    private let chunkSize: Int
    private var scheme: Scheme?

    /// Later chunks wait longer for a connection, because a client that fails must start over.
    private static let timeout = Duration.seconds(30)

    /// - Parameter chunkSize: the number of offices in one transaction.
    init(_ publication: Publication, _ database: RankingDatabase, chunkSize: Int = 2_000) {
        self.publication = publication
        self.database = database
        self.chunkSize = chunkSize
    }

    /// Nil at the end.
    public mutating func next() async throws -> PublishedLine? {
        if chunk.isEmpty && !isComplete {
            let patient = lastCode == nil ? database : database.waiting(atMost: Self.timeout)
            let scheme = if let scheme { scheme } else { try await patient.scheme(of: publication) }
            self.scheme = scheme
            let lines = try await patient.publishedLines(
                of: publication, scheme, after: lastCode, limit: chunkSize)
            lastCode = lines.last?.office.code ?? lastCode
            isComplete = lines.count < chunkSize
            chunk = lines[...]
            if !isComplete { await TestPoint.linesAfterChunk.reach() }
        }
        return chunk.popFirst()
    }
}

extension RankingDatabase {
    public func lines(of publication: Publication) -> PublishedLines {
        PublishedLines(publication, self)
    }

    /// The criteria of a publication's scheme, in its order.
    public func criteria(of publication: Publication) async throws -> [Criterion] {
        try await scheme(of: publication).criteria
    }

    fileprivate func scheme(of publication: Publication) async throws -> Scheme {
        guard let schemeID = publication.period.schemeID else {
            throw RankingError.failed("a publication without a scheme")
        }
        return try await read { try await $0.scheme(id: schemeID).scheme }
    }

    fileprivate func publishedLines(
        of publication: Publication, _ scheme: Scheme, after code: String?, limit: Int
    ) async throws -> [PublishedLine] {
        try await read { connection in
            try await connection.query(
                """
                select code, province_code, province, province_en, county, locality, kind, standing, rank_origin, rank,
                    total, penalty, position, adjusted_total, list_key, points, line_state
                from ranking.published_lines(\(publication.period.runID)::bigint, \(code ?? ""), \(limit))
                """
            ).map { try PublishedLine(row: $0, scheme) }
        }
    }
}

extension PublishedLine {
    fileprivate init(row: PostgresRow, _ scheme: Scheme) throws {
        office = try RankedOffice(row: row)
        let states = try (row["line_state"] as [Int64]).map(ScoreLine.State.init(stored:))
        let disclosure = Disclosure(scheme, states: states)
        points = zip(try row["points"] as [Int64], states).enumerated().map { index, line in
            let applies = line.1 != .notApplicable && line.1 != .otherKind
            return applies && disclosure.showsLine(index) ? Points(rawValue: line.0) : nil
        }
    }
}

extension ScoreLine.State {
    init(stored number: Int64) throws {
        guard let state = Self(rawValue: Int16(truncatingIfNeeded: number)) else {
            throw RankingError.failed("a line of an unknown state")
        }
        self = state
    }
}
