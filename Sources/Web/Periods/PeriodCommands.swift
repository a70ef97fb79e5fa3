import Answers
import HTTPTypes
import OfficeRanking
import RankingRules
import Tables

extension WebService {
    /// Acts of the headquarters that take a half-year from its plan to its publication.
    var periodCommands: [Route] {
        [
            writing("/v1/periods", NewPeriod.self) { ranking, write in
                let halfYear = write.body.period
                try await ranking.planPeriod(halfYear, censusOn: write.body.censusOn)
                return .created("/v1/periods/\(halfYear)", PeriodAnswer.one(try await ranking.period(halfYear)))
            },
            step("open", PeriodOpening.self) { ranking, halfYear, opening in
                let scheme = try await ranking.schemeVersion(opening.scheme.code, version: opening.scheme.version)
                try await ranking.openPeriod(halfYear, scheme: scheme.code, version: scheme.version)
            },
            step("close", Nothing.self) { ranking, halfYear, _ in try await ranking.closePeriod(halfYear) },
            step("reopen", Reason.self) { ranking, halfYear, why in
                try await ranking.reopenPeriod(halfYear, reason: why.reason)
            },
            step("preview", Nothing.self) { ranking, halfYear, _ in try await ranking.previewPeriod(halfYear) },
            writing("/v1/periods/{period}/rank", RunOrder.self) { ranking, write in
                let halfYear = try write.context.halfYear()
                return Written(RunAnswer.make(try await ranking.rank(halfYear, dryRun: write.body.isDryRun)))
            },
            step("publish", Publish.self) { ranking, halfYear, order in
                guard order.correction != nil || order.changes != nil else {
                    return try await ranking.publishPeriod(halfYear)
                }
                try await ranking.publishCorrection(
                    halfYear, reason: order.correction ?? "", changes: order.changes ?? "")
            },
        ]
    }

    /// One act on the period in the path. The answer is the period after it.
    private func step<Body: WriteBody>(
        _ name: String, _ body: Body.Type,
        _ act: @escaping @Sendable (RankingDatabase, HalfYear, Body) async throws -> Void
    ) -> Route {
        writing("/v1/periods/{period}/\(name)", body) { ranking, write in
            let halfYear = try write.context.halfYear()
            try await act(ranking, halfYear, write.body)
            return Written(PeriodAnswer.one(try await ranking.period(halfYear)))
        }
    }
}

private struct NewPeriod: WriteBody {
    let period: HalfYear
    let censusOn: Day?

    static let form = BodyForm(Self.init, Member.halfYear("period"), Member.day("census_on").optional)
}

private struct PeriodOpening: WriteBody {
    let scheme: SchemeReference

    static let form = BodyForm(Self.init, Member.scheme("scheme"))
}

private struct RunOrder: WriteBody {
    let isDryRun: Bool

    static let form = BodyForm(Self.init, Member.flag("dry_run").or(false))
}

private struct Publish: WriteBody {
    let correction: String?
    let changes: String?

    static let form = BodyForm(Self.init, Member.text("correction").optional, Member.text("changes").optional)
}
