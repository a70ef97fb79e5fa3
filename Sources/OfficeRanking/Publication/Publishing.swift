import Postgres
public import RankingRules

/// The changes that the next publication of a published period would make.
public struct Correction: Sendable {
    public let period: EvaluationPeriod
    /// The number of the next publication.
    public let number: Int
    /// The digest of its results.
    public let digest: String
    public let digestBefore: String
    /// SHA-256 of the list of changed offices. To publish the correction, a person must name it.
    public let changesDigest: String
    /// Offices with different results, by code.
    public let offices: [PeriodComparison.Move]
}

extension RankingDatabase {
    /// Publishes the current run of a period. A publication never changes.
    public func publishPeriod(_ halfYear: HalfYear) async throws {
        try await act { try await $0.publish(halfYear) }
        await TestPoint.publicationAfterCommit.reach()
    }

    /// Publishes the newest run of a published period's census as the next number.
    /// - Parameter changes: the digest of the list of changed offices that the person has seen; another digest is
    ///   refused.
    public func publishCorrection(_ halfYear: HalfYear, reason: String, changes: String) async throws {
        try await act { connection in
            let text = try await connection.textToPublish(halfYear, isCorrection: true)
            try await connection.query(
                "select ranking.publish_correction(\(halfYear.description), \(reason), \(changes), \(text))")
            await TestPoint.publicationBeforeCommit.reach()
        }
        await TestPoint.publicationAfterCommit.reach()
    }

    /// The changes that a correction would publish, and their digest.
    public func correction(of halfYear: HalfYear) async throws -> Correction {
        try await read { connection in
            let period = try await connection.period(halfYear)
            let row = try await connection.query(
                "select * from ranking.next_correction(\(halfYear.description))")[0]
            let (later, earlier): (Int, Int) = try (row["run_id"], row["run_before"])
            guard let schemeID = period.schemeID else { throw RankingError.failed("a publication without a scheme") }
            let scheme = try await connection.scheme(id: schemeID).scheme
            var offices: [PeriodComparison.Move] = []
            try await connection.withCursor(
                "select * from ranking.corrected_offices(\(earlier), \(later))", fetching: 2_000
            ) { rows in
                for row in rows {
                    offices.append(try PeriodComparison.Move(row, (scheme, .everything), (scheme, .everything)))
                }
            }
            return Correction(
                period: period, number: try row["number"], digest: try row["digest"],
                digestBefore: try row["digest_before"], changesDigest: try row["changes"], offices: offices)
        }
    }
}

extension PostgresConnection {
    /// Publishes the current run inside the transaction that the caller has begun.
    func publish(_ halfYear: HalfYear) async throws {
        let text = try await textToPublish(halfYear, isCorrection: false)
        try await query("select ranking.publish_period(\(halfYear.description), \(text))")
        await TestPoint.publicationBeforeCommit.reach()
    }

    /// The canonical text of the run to publish, made from its stored results. The database compares its digest with
    /// that of the run, which proves that the stored results are those of the run.
    fileprivate func textToPublish(_ halfYear: HalfYear, isCorrection: Bool) async throws -> [UInt8] {
        try await withoutStatementTimeout()
        let run = try await query(
            "select ranking.begin_publication(\(halfYear.description), \(isCorrection))")[0].decode(Int.self)
        let period = try await period(halfYear)
        guard let schemeID = period.schemeID else { throw RankingError.failed("a run without a scheme") }
        let written = WrittenBytes()
        var text = try CanonicalText(period: period, scheme: try await scheme(id: schemeID)) { written.append($0) }
        let columns = PostgresQuery(unsafeSQL: StoredAssessment.resultColumns.joined(separator: ", "))
        try await withCursor(
            """
            select code, \(columns) from ranking.assessment where run_id = \(run) order by code collate "C"
            """, fetching: 2_000
        ) { rows in
            for row in rows {
                var cells = RowReader(row)
                try text.append(office: try cells.next(), StoredAssessment(&cells))
            }
        }
        await TestPoint.publicationBeforeStoring.reach()
        return written.bytes
    }
}

/// A text that grows piece by piece: 345 bytes an office.
private final class WrittenBytes {
    private(set) var bytes: [UInt8] = []

    func append(_ text: String) {
        bytes += text.utf8
    }
}
