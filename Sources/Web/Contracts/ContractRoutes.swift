import Answers
import OfficeRanking
import RankingRules
import Tables

extension WebService {
    /// Contracts of offices for services. The database enforces the ceilings.
    var contractRoutes: [Route] {
        [
            writing("/v1/contracts", NewContract.self) { ranking, write in
                let (contract, day) = (write.body, try write.body.day ?? write.asked.today())
                try await ranking.registerContract(
                    office: contract.office, service: Digits.latin(contract.service), on: day, in: contract.locality)
                return .created(
                    "/v1/offices/\(contract.office.pathEscaped)/services",
                    DistributionAnswer.make(try await ranking.services(ofOffice: contract.office, on: day), day))
            },
            writing("/v1/contracts/end", ContractEnd.self) { ranking, write in
                let (contract, day) = (write.body, try write.body.day ?? write.asked.today())
                try await ranking.endContract(
                    office: contract.office, service: Digits.latin(contract.service), on: day, reason: contract.reason)
                return Written(
                    DistributionAnswer.make(try await ranking.services(ofOffice: contract.office, on: day), day))
            },
            reading("/v1/offices/{office}/services") { asked in
                let day = try asked.day()
                try asked.query.finish()
                return DistributionAnswer.make(
                    try await asked.ranking.services(ofOffice: try asked.context.text("office"), on: day), day)
            },
        ]
    }
}

private struct NewContract: WriteBody {
    let office: String
    let service: String
    let day: Day?
    let locality: String?

    static let form = BodyForm(
        Self.init, Member.text("office"), Member.text("service"), Member.day("day").optional,
        Member.text("locality").optional)
}

private struct ContractEnd: WriteBody {
    let office: String
    let service: String
    let day: Day?
    let reason: String?

    static let form = BodyForm(
        Self.init, Member.text("office"), Member.text("service"), Member.day("day").optional,
        Member.text("reason").optional)
}
