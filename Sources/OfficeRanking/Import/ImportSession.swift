import Foundation
import Postgres
import RankingRules

/// Imports files one after the other inside one transaction.
struct ImportSession {
    private let connection: PostgresConnection
    private let options: ImportOptions
    private let report: FindingReport
    private let progress: @Sendable (ImportProgress) -> Void
    private var scheme: Scheme?
    private var effectiveOn: Day
    private var keys: [UUID] = []
    /// Codes that the unreadable files of this import might bring. References to such codes are not reported.
    private var unread: Set<FindingCode> = []
    private(set) var imported: [ImportedFile] = []

    init(
        _ connection: PostgresConnection, _ options: ImportOptions, _ report: FindingReport,
        _ progress: @escaping @Sendable (ImportProgress) -> Void
    ) {
        self.connection = connection
        self.options = options
        effectiveOn = options.effectiveOn ?? options.today
        self.report = report
        self.progress = progress
    }

    var effect: ImportOutcome.Effect {
        if options.isCheckOnly { return .checked }
        if report.hasErrors && !options.acceptsValid { return .refused }
        let isChanged = imported.contains { $0.inserted + $0.changed > 0 }
        return isChanged || imported.contains { $0.refused > 0 } ? .stored : .unchanged
    }

    /// Takes the locks in the order that every act keeps: the period, the offices, the record.
    mutating func begin(_ files: [ImportFile]) async throws {
        // A large file takes long, and so do imports before it; the timeouts are for small acts.
        try await connection.withoutStatementTimeout()
        try await connection.query("select set_config('lock_timeout', '0', true)")
        if files.contains(where: \.kind.isPeriodFact) { scheme = try await schemeOfPeriod() }
        if options.effectiveOn == nil, let period = options.period {
            effectiveOn = min(options.today, try await connection.period(period).censusOn)
        }
    }

    mutating func take(_ file: ImportFile) async throws {
        let key = UUID()
        keys.append(key)
        imported.append(try await stored(file, key) ?? .unreadable(file))
    }

    /// Nil if the file could not be read; the report has the reason.
    private mutating func stored(_ file: ImportFile, _ key: UUID) async throws -> ImportedFile? {
        let format = try file.kind.descriptor.format(
            FormatTerms(today: options.today, source: options.source, scheme: scheme))
        guard !format.columns.isEmpty else {
            report.add(Finding(.sourceNotAsked, file: file.name))
            return nil
        }
        guard let table = CheckedTable.open(TableFile(file), columns: format.columns, report: report) else {
            if let code = file.kind.descriptor.unknownCode { unread.insert(code) }
            return nil
        }
        guard table.has(oneOf: format.demandsOneOf, of: format.columns) else { return nil }
        let columns = table.header.presentNames(among: format.columns)
        try await connection.query("select ranking.land_file(\(key), \(columns)::text[])")
        try await LandingCopy(connection, table, key, progress).run(format, into: file.kind.descriptor.landing)
        await TestPoint.importBeforeStoring.reach()
        try await check(file, table, key)
        // A file that ends early is not stored in part.
        guard table.isWhole, let digest = table.digest else { return nil }
        let stored = try await store(file, table, key, digest)
        try await noteOlderList(file, table, digest, stored)
        if options.acceptsValid, !options.isCheckOnly, stored.refused > 0 {
            try await RefusedRows(connection, file, key, import: stored.id).keep()
        }
        return ImportedFile(
            kind: file.kind, file: table.file, digest: digest, rowsRead: table.rowCount, inserted: stored.inserted,
            changed: stored.changed, unchanged: stored.unchanged, refused: stored.refused)
    }

    func clear() async throws {
        try await connection.query("select ranking.clear_staging(\(keys)::uuid[])")
    }

    /// Reports missing offices only if every file was read to its end: half a list would call the other half missing.
    func nameMissingOffices() async throws {
        let lists = zip(keys, imported).filter { $0.1.kind == .offices }
        guard options.isComplete, lists.allSatisfy({ $0.1.digest != nil }) else { return }
        try await connection.nameMissingOffices(of: lists.map { ($0, $1.file) }, on: effectiveOn, report)
    }

    /// Locks the period, so that a close waits for this import, and refuses a period that is not open.
    private func schemeOfPeriod() async throws -> Scheme {
        guard let period = options.period else { throw RankingError.unknownPeriod("-") }
        let begun = try await connection.query(
            "select scheme_id from ranking.begin_period_import(\(period.description))")
        return try await connection.scheme(id: begun[0].decode(Int.self)).scheme
    }

    private func check(_ file: ImportFile, _ table: CheckedTable, _ key: UUID) async throws {
        try await connection.query(
            """
            select ranking.check_import(\(key), \(file.kind.rawValue), \(options.period?.description),
                \(effectiveOn.description))
            """)
        try await DatabaseFindings(connection, table, scheme, report).add(of: key, except: unread)
    }

    /// Accepts an older list, but adds a notice.
    private func noteOlderList(
        _ file: ImportFile, _ table: CheckedTable, _ digest: String, _ stored: Stored
    ) async throws {
        guard stored.changed > 0 else { return }
        let earlier = try await connection.query(
            """
            select (ranking.earlier_import_of_file(\(stored.id), \(file.kind.rawValue), \(digest))
                at time zone 'Asia/Tehran')::date::text
            """)[0].decode(String?.self)
        guard let earlier else { return }
        report.add(
            Finding(.olderList, file: table.file, arguments: [DatabaseText.day(earlier), String(stored.changed)]))
    }

    private struct Stored {
        let id: Int
        let inserted: Int
        let changed: Int
        let unchanged: Int
        let refused: Int
    }

    private func store(
        _ file: ImportFile, _ table: CheckedTable, _ key: UUID, _ digest: String
    ) async throws -> Stored {
        let rows = try await connection.query(
            """
            select id, inserted, changed, unchanged, refused from ranking.store_import(
                \(key), \(file.kind.rawValue), \(options.period?.description), \(effectiveOn.description),
                \(table.file), \(digest), \(table.rowCount), \(options.acceptsValid))
            """)
        let row = try rows[0].decode((Int, Int, Int, Int, Int).self)
        return Stored(id: row.0, inserted: row.1, changed: row.2, unchanged: row.3, refused: row.4)
    }
}
