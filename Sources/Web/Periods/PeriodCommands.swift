import Answers
import HTTPTypes
import OfficeRanking
import RankingRules

extension WebService {
    /// The acts of the headquarters that lead a half-year from its plan to its publication.
    var periodCommands: [Route] {
        [
            writing("/v1/periods", .post) { write in
                let period = write.body.required("period") { $0.halfYear($1) }
                let censusOn = write.body.day("census_on")
                try write.finish()
                let halfYear = try period.value
                return { ranking in
                    try await ranking.planPeriod(halfYear, censusOn: censusOn)
                    return .created("/v1/periods/\(halfYear)", PeriodAnswer.one(try await ranking.period(halfYear)))
                }
            },
            writing("/v1/periods/{period}/open") { write in
                let named = write.body.required("scheme") { $0.scheme($1) }
                try write.finish()
                let name = try named.value
                return try step(write) { ranking, halfYear in
                    let scheme = try await ranking.schemeVersion(name.code, version: name.version)
                    try await ranking.openPeriod(halfYear, scheme: scheme.code, version: scheme.version)
                }
            },
            writing("/v1/periods/{period}/close") { write in
                try write.finish()
                return try step(write) { try await $0.closePeriod($1) }
            },
            writing("/v1/periods/{period}/reopen") { write in
                let given = write.body.required("reason") { $0.text($1) }
                try write.finish()
                let reason = try given.value
                return try step(write) { try await $0.reopenPeriod($1, reason: reason) }
            },
            writing("/v1/periods/{period}/rank") { write in
                let isDryRun = write.body.flag("dry_run") ?? false
                try write.finish()
                let halfYear = try write.context.halfYear()
                return { Written(RunAnswer.make(try await $0.rank(halfYear, dryRun: isDryRun))) }
            },
            writing("/v1/periods/{period}/publish") { write in
                let correction = write.body.text("correction")
                let changes = write.body.text("changes")
                try write.finish()
                return try step(write) { ranking, halfYear in
                    guard correction != nil || changes != nil else { return try await ranking.publishPeriod(halfYear) }
                    try await ranking.publishCorrection(halfYear, reason: correction ?? "", changes: changes ?? "")
                }
            },
        ]
    }

    /// One act on the period in the path, answered by the period as it then is.
    private func step(
        _ write: WriteRequest, _ act: @escaping @Sendable (RankingDatabase, HalfYear) async throws -> Void
    ) throws -> Deed {
        let halfYear = try write.context.halfYear()
        return { ranking in
            try await act(ranking, halfYear)
            return Written(PeriodAnswer.one(try await ranking.period(halfYear)))
        }
    }
}

extension BodyReader {
    /// An adopted scheme: `sample-1400`, its newest version, or `sample-1400@1`.
    mutating func scheme(_ name: String) -> (code: String, version: Int?)? {
        let example = "sample-1400, sample-1400@1"
        return value(name, expecting: "شیوه‌نامه مانند \(example)", "a scheme such as \(example)") { text in
            let parts = text.split(separator: "@", omittingEmptySubsequences: false)
            guard let code = parts.first, !code.isEmpty, parts.count <= 2 else { return nil }
            guard parts.count == 2 else { return (String(code), nil) }
            return WholeNumber.read(parts[1], in: 1...Int(Int32.max)).map { (String(code), $0) }
        }
    }
}
