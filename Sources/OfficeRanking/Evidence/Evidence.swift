import Foundation
import Postgres
public import RankingRules

extension RankingDatabase {
    /// Throws what would refuse evidence of this kind for an office, before its bytes come.
    public func beginEvidence(of office: String, criterion: String, kind: String) async throws {
        _ = try await ask("select ranking.begin_evidence(\(office), \(criterion), \(kind))")
    }

    /// Adds a file as evidence of an office. The same file for the same criterion again changes nothing.
    /// - Parameter isScanned: true if a scanner has found no virus in it.
    /// - Returns: the number of the evidence.
    public func addEvidence(_ file: EvidenceFile, to office: String, isScanned: Bool) async throws -> Int {
        try await act { connection in
            try await connection.query(
                """
                select ranking.add_evidence(\(office), \(file.criterion), \(file.kind),
                    \(file.issuedOn.description)::date, \(file.validUntil?.description)::date, \(file.fileName),
                    \(file.mediaType), \(file.bytes)::bytea, \(isScanned))
                """)[0].decode(Int.self)
        }
    }

    /// Asks a scanner, and adds the file if it finds no virus. Without a scanner the file is added as not scanned.
    public func addEvidence(
        _ file: EvidenceFile, to office: String, scannedBy scanner: (any EvidenceScanner)?
    ) async throws -> Int {
        try await beginEvidence(of: office, criterion: file.criterion, kind: file.kind)
        try await scanner?.check(file.bytes)
        return try await addEvidence(file, to: office, isScanned: scanner != nil)
    }

    /// The evidence of an office, newest first, with what is erased.
    public func evidence(of office: String) async throws -> [EvidenceItem] {
        try await read { connection in
            try await connection.requireEvidenceReader(of: office)
            return try await connection.query(
                "select * from ranking.evidence where office_code = \(office) order by id desc"
            ).map(EvidenceItem.init)
        }
    }

    /// One item of evidence with its bytes; what is erased is as if it were not there.
    public func evidenceBytes(_ number: Int, of office: String) async throws -> (item: EvidenceItem, bytes: [UInt8]) {
        try await read { connection in
            try await connection.requireEvidenceReader(of: office)
            let rows = try await connection.query(
                """
                select e.*, b.bytes from ranking.evidence e join ranking.evidence_bytes b on b.id = e.id
                where e.id = \(number) and e.office_code = \(office)
                """)
            guard let row = rows.first else { throw RankingError.unknownEvidence(String(number)) }
            return (try EvidenceItem(row), try row["bytes"])
        }
    }

    /// Erases the bytes of an item; its digest and its dates stay. What supports a value is erased by the headquarters
    /// only. An erased item again changes nothing.
    public func eraseEvidence(_ number: Int, of office: String, reason: String) async throws {
        try await act { connection in
            try await connection.query("select ranking.erase_evidence(\(office), \(number), \(reason))")
        }
    }

    /// Attaches evidence to what the office has said of its criteria in an open half-year.
    /// - Returns: how many items were not attached before.
    @discardableResult
    public func attachEvidence(_ numbers: [Int], of office: String, in halfYear: HalfYear) async throws -> Int {
        try await act { connection in
            try await connection.query(
                "select ranking.support_items(\(halfYear.description), \(office), \(numbers)::bigint[])"
            )[0].decode(Int.self)
        }
    }

    /// The values of an office in a half-year without the evidence that their rules require.
    public func missingEvidence(of office: String, in halfYear: HalfYear) async throws -> [MissingEvidence] {
        try await read { connection in
            try await connection.query(
                """
                select criterion, kinds, needed, found, oldest_days, oldest_months
                from ranking.missing_evidence_of(\(office), \(halfYear.description))
                """
            ).map { row in
                let (days, months): (Int?, Int?) = (try row["oldest_days"], try row["oldest_months"])
                return MissingEvidence(
                    criterion: try row["criterion"], kinds: try row["kinds"], needed: try row["needed"],
                    found: try row["found"], oldest: days.map(CalendarSpan.days) ?? months.map(CalendarSpan.months))
            }
        }
    }
}

extension EvidenceItem {
    fileprivate init(_ row: PostgresRow) throws {
        self.init(
            number: try row["id"], office: try row["office_code"], criterion: try row["criterion"],
            kind: try row["kind"], issuedOn: try row["issued_on"], validUntil: try row["valid_until"],
            fileName: try row["file_name"], digest: try row["digest"], mediaType: try row["media_type"],
            byteCount: try row["size"], isScanned: try row["is_scanned"], addedAt: try row["added_at"],
            erasedAt: try row["erased_at"], eraseReason: try row["erase_reason"], periods: try row["periods"])
    }
}

extension PostgresConnection {
    fileprivate func requireEvidenceReader(of office: String) async throws {
        try await query("select ranking.require_evidence_reader(\(office))")
    }
}
