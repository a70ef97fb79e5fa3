import RankingRules

extension RankingDatabase {
    /// Imports files in one transaction: all of them, or none if any row has an error. With `acceptsValid` every sound
    /// row is stored. The report holds every finding of the files and of the database.
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

/// Rolls back the transaction of an import that may not change anything.
private struct NothingStored: Error {
    let outcome: ImportOutcome
}
