import Answers
import OfficeRanking
import RankingRules
import Tables

extension WebService {
    /// Contracts of offices for services, kept to the ceilings by the database.
    var contractRoutes: [Route] {
        [
            writing("/v1/contracts") { write in
                let contract = try ContractMembers(&write)
                let locality = write.body.text("locality")
                try write.finish()
                let (office, service, day) = (try contract.office.value, try contract.service, contract.day)
                return { ranking in
                    try await ranking.registerContract(office: office, service: service, on: day, in: locality)
                    return .created(
                        "/v1/offices/\(office.pathEscaped)/services",
                        DistributionAnswer.make(try await ranking.services(ofOffice: office, on: day), day))
                }
            },
            writing("/v1/contracts/end") { write in
                let contract = try ContractMembers(&write)
                let reason = write.body.text("reason")
                try write.finish()
                let (office, service, day) = (try contract.office.value, try contract.service, contract.day)
                return { ranking in
                    try await ranking.endContract(office: office, service: service, on: day, reason: reason)
                    return Written(DistributionAnswer.make(try await ranking.services(ofOffice: office, on: day), day))
                }
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

/// What names a contract in a body, and the day on which it begins or ends.
private struct ContractMembers {
    let office: Required<String>
    private let givenService: Required<String>
    let day: Day

    init(_ write: inout WriteRequest) throws {
        office = write.body.required("office") { $0.text($1) }
        givenService = write.body.required("service") { $0.text($1) }
        day = try write.body.day("day") ?? write.asked.today()
    }

    /// Its code in Latin digits.
    var service: String {
        get throws { Digits.latin(try givenService.value) }
    }
}
