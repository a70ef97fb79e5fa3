import Foundation
import Postgres
import RankingRules

extension RankingDatabase {
    /// Takes files in as one transaction: all of them, or, when any row has an error, none (with `acceptsValid`: every
    /// sound row). The report holds every finding of the files and of the database.
    public func importFiles(
        _ files: [ImportFile], _ options: ImportOptions, report: FindingReport,
        progress: @escaping @Sendable (ImportProgress) -> Void = { _ in }
    ) async throws -> ImportOutcome {
        if let day = options.effectiveOn, day > options.today {
            throw RankingError.dayInFuture(day: day.description)
        }
        try options.requireList(in: files)
        do {
            let outcome = try await act { connection in
                var session = ImportSession(connection, options, report, progress)
                try await session.begin(files)
                for file in files { try await session.take(file) }
                try await session.nameMissingOffices()
                await TestPoint.importAfterStoring.reach()
                let effect = session.effect
                guard effect == .stored || effect == .unchanged else {
                    throw NothingStored(outcome: ImportOutcome(files: session.imported, effect: effect))
                }
                try await session.clear()
                await TestPoint.importBeforeCommit.reach()
                return ImportOutcome(files: session.imported, effect: effect)
            }
            await TestPoint.importAfterCommit.reach()
            return outcome
        } catch let refusal as NothingStored {
            return refusal.outcome
        }
    }
}

/// Ends the transaction of an import that may not change anything.
private struct NothingStored: Error {
    let outcome: ImportOutcome
}

/// The files of one import, one after the other, inside their transaction.
private struct ImportSession {
    private let connection: PostgresConnection
    private let options: ImportOptions
    private let report: FindingReport
    private let progress: @Sendable (ImportProgress) -> Void
    private var scheme: Scheme?
    private var effectiveOn: Day
    private var keys: [UUID] = []
    /// Files of this import that could not be read: that others name what they may hold is no fault of theirs.
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

    /// Locks in the order that every act keeps: the period, the offices, the record.
    mutating func begin(_ files: [ImportFile]) async throws {
        // It takes as long as its size asks, and others before it as long as theirs; the limits are for small acts.
        try await connection.withoutStatementTimeout()
        try await connection.query("select set_config('lock_timeout', '0', true)")
        if files.contains(where: \.kind.isPeriodFact) { _ = try await schemeOfPeriod() }
        if options.effectiveOn == nil, let period = options.period {
            effectiveOn = min(options.today, try await connection.period(period).censusOn)
        }
    }

    mutating func take(_ file: ImportFile) async throws {
        let key = UUID()
        keys.append(key)
        let format = try await format(of: file.kind)
        if (format as? SubmissionFormat)?.isEmpty == true {
            report.add(Finding(.sourceNotAsked, file: file.name))
            imported.append(unreadable(file))
            return
        }
        guard let table = CheckedTable.open(TableFile(file), columns: format.columns, report: report) else {
            if let missing = file.kind.missedByOthers { unread.insert(missing) }
            imported.append(unreadable(file))
            return
        }
        guard demandsAreMet(format, table) else {
            imported.append(unreadable(file))
            return
        }
        let columns = table.header.presentNames(among: format.columns)
        try await connection.query("select ranking.land_file(\(key), \(columns)::text[])")
        try await stage(table, format, file, key)
        await TestPoint.importBeforeStoring.reach()
        try await check(file, table, key)
        // A file that broke off is never half a file.
        guard table.isWhole, let digest = table.digest else {
            imported.append(unreadable(file))
            return
        }
        let stored = try await store(file, table, key, digest)
        try await noteOlderList(file, table, digest, stored)
        if options.acceptsValid, !options.isCheckOnly, stored.refused > 0 {
            try await RefusedRows(connection, file, key, import: stored.id).keep()
        }
        imported.append(
            ImportedFile(
                kind: file.kind, file: table.file, digest: digest, rowsRead: table.rowCount, inserted: stored.inserted,
                changed: stored.changed, unchanged: stored.unchanged, refused: stored.refused))
    }

    /// A file without any of the columns that make its kind says nothing at all.
    private func demandsAreMet(_ format: any RowFormat, _ table: CheckedTable) -> Bool {
        let demanded = format.demandsOneOf
        if demanded.isEmpty || demanded.contains(where: { table.header.columns[$0] != nil }) { return true }
        let titles = format.columns[demanded].map(\.title).joined(separator: "، ")
        report.add(Finding(.columnMissing, file: table.file, line: 1, arguments: [titles]))
        return false
    }

    func clear() async throws {
        try await connection.query("select ranking.clear_staging(\(keys)::uuid[])")
    }

    private func unreadable(_ file: ImportFile) -> ImportedFile {
        ImportedFile(
            kind: file.kind, file: file.name, digest: nil, rowsRead: 0, inserted: 0, changed: 0,
            unchanged: 0, refused: 0)
    }

    private mutating func format(of kind: ImportKind) async throws -> any RowFormat {
        switch kind {
        case .offices: OfficeFormat(today: options.today)
        case .declarations, .scores, .associationScores, .satisfactionScores, .reviews:
            SubmissionFormat(try await schemeOfPeriod(), of: SourceSelection(kind: kind, source: options.source))
        case .violations: ViolationFormat(try await schemeOfPeriod(), today: options.today)
        case .agencies: AgencyFormat(today: options.today)
        case .services: ServiceFormat(today: options.today)
        case .mouTargets: MoUTargetFormat()
        case .delegations: DelegationFormat(today: options.today)
        case .contracts: ContractFormat(today: options.today)
        }
    }

    /// Locks the period, so that a close waits for this import, and refuses one that is not open.
    private mutating func schemeOfPeriod() async throws -> Scheme {
        if let scheme { return scheme }
        guard let period = options.period else { throw RankingError.unknownPeriod("-") }
        let begun = try await connection.query(
            "select scheme_id from ranking.begin_period_import(\(period.description), \(options.now))")
        let scheme = try await connection.scheme(id: begun[0].decode(Int.self)).scheme
        self.scheme = scheme
        return scheme
    }

    private func stage(_ table: CheckedTable, _ format: any RowFormat, _ file: ImportFile, _ key: UUID) async throws {
        var format = format
        let columns = ["import_key", "line", "is_faulty", "faults"] + format.landingColumns
        var lastShown = 0
        try await connection.copyIn(into: file.kind.landing, columns: columns) { writer in
            while let row = table.next() {
                format.read(row)
                writer.beginRow(fields: columns.count)
                writer.uuid(key)
                writer.int4(Int32(row.line))
                writer.bool(!row.isSound)
                writer.faults(row.faults)
                format.write(to: &writer)
                try await writer.endRow()
                if table.rowCount - lastShown >= 2_000 {
                    lastShown = table.rowCount
                    show(table)
                    await TestPoint.importAfterChunk.reach()
                }
            }
        }
        show(table)
    }

    private func show(_ table: CheckedTable) {
        progress(
            ImportProgress(
                file: table.file, bytesRead: table.bytesRead, totalBytes: table.totalBytes, rows: table.rowCount))
    }

    private func check(_ file: ImportFile, _ table: CheckedTable, _ key: UUID) async throws {
        if file.kind == .offices {
            try await connection.query("select ranking.check_offices(\(key), \(effectiveOn.description))")
        } else if file.kind.family == .services {
            try await connection.query("select ranking.check_register(\(key), \(file.kind.rawValue))")
        } else {
            try await connection.query(
                "select ranking.check_facts(\(key), \(file.kind.rawValue), \(options.period?.description), \(options.now))"
            )
        }
        try await connection.withCursor(
            "select line, column_name, code, value, detail from ranking.findings(\(key))", fetching: 4_000
        ) { rows in
            for row in rows {
                let (line, column, code, value, detail) = try row.decode((Int, String, String, String?, String?).self)
                guard let finding = FindingCode(rawValue: code) else {
                    throw RankingError.failed("the database found “\(code)”, which has no sentence")
                }
                if unread.contains(finding) { continue }
                let spoken = DatabaseText(of: column, in: scheme)
                report.add(
                    finding, file: table.file, line: line, columnName: column, value: value.map(spoken.text),
                    arguments: spoken.arguments(of: finding, detail, value: value))
            }
        }
    }

    /// An older list is taken, but never without a word.
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

    /// Half a list would call its other half missing: all of them must have been read to their ends.
    func nameMissingOffices() async throws {
        let lists = zip(keys, imported).filter { $0.1.kind == .offices }
        guard options.isComplete, lists.allSatisfy({ $0.1.digest != nil }) else { return }
        try await connection.nameMissingOffices(of: lists.map { ($0, $1.file) }, on: effectiveOn, report)
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
        let columns: PostgresQuery = "id, inserted, changed, unchanged, refused"
        let rows: PostgresRows
        if file.kind == .offices {
            rows = try await connection.query(
                """
                select \(columns) from ranking.store_offices(\(key), \(effectiveOn.description),
                    \(table.file), \(digest), \(table.rowCount), \(options.acceptsValid))
                """)
        } else if file.kind.family == .services {
            rows = try await connection.query(
                """
                select \(columns) from ranking.store_register(\(key), \(file.kind.rawValue),
                    \(effectiveOn.description), \(table.file), \(digest), \(table.rowCount),
                    \(options.acceptsValid))
                """)
        } else {
            rows = try await connection.query(
                """
                select \(columns) from ranking.store_facts(\(key), \(file.kind.rawValue),
                    \(options.period?.description), \(table.file), \(digest), \(table.rowCount),
                    \(options.acceptsValid), \(options.now))
                """)
        }
        let row = try rows[0].decode((Int, Int, Int, Int, Int).self)
        return Stored(id: row.0, inserted: row.1, changed: row.2, unchanged: row.3, refused: row.4)
    }
}

extension ImportKind {
    /// What other files are told about codes of this one that nobody knows.
    fileprivate var missedByOthers: FindingCode? {
        switch self {
        case .offices: .officeUnknown
        case .agencies: .agencyUnknown
        case .services: .serviceUnknown
        default: nil
        }
    }
}

extension BinaryCopyWriter {
    /// Codes by spaces; NULL where there are none.
    fileprivate mutating func faults(_ codes: [FindingCode]) {
        guard !codes.isEmpty else { return null() }
        text(codes.map(\.rawValue).joined(separator: " "))
    }
}
