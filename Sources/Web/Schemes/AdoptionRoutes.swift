import Answers
import Hummingbird
import OfficeRanking
import RankingRules

extension WebService {
    /// The adoption of a proposed scheme: what it changes, whom it moves, and the confirmation by another person.
    var adoptionRoutes: [Route] {
        [
            reading("/v1/schemes/{code}/{version}/difference") { asked in
                let from = asked.query.value(
                    "from", expecting: "یک شیوه‌نامه، مانند sample@1", "a scheme such as sample@1", SchemeVersion.init)
                try asked.query.finish()
                let difference = try await asked.ranking.schemeDifference(from: from, to: try asked.context.scheme())
                return SchemeDifferenceAnswer.make(difference)
            },
            reading("/v1/schemes/{code}/{version}/simulation") { asked in
                let page = asked.query.page(String.self)
                try asked.query.finish()
                let name = try asked.context.scheme()
                let simulation = try await asked.ranking.schemeSimulation(name)
                let moves = try await asked.ranking.simulatedMoves(name, limit: page.limit, after: page.after)
                let scheme = try await asked.ranking.adoptedScheme(name.code, version: name.version).adopted.scheme
                return SchemeSimulationAnswer.make(simulation, of: scheme, moves)
            },
            writing("/v1/schemes/{code}/{version}/confirmation", ConfirmScheme.self) { ranking, write in
                let name = try write.context.scheme()
                let entry = try await ranking.confirmScheme(
                    name.code, version: name.version, overrule: write.body.overrule)
                return Written(SchemeAdoptionAnswer.confirmed(entry))
            },
        ]
    }
}

private struct ConfirmScheme: WriteBody {
    let overrule: String?

    static let form = BodyForm(Self.init, Member.text("overrule").optional)
}

extension WebContext {
    /// The named version of a scheme.
    fileprivate func scheme() throws -> SchemeVersion {
        SchemeVersion(code: try text("code"), version: try number("version"))
    }
}
