import Answers
import OfficeRanking
import RankingRules

extension WebService {
    /// Contracts of offices for services, kept to the ceilings by the database.
    var contractRoutes: [Route] {
        [
            writing("/v1/contracts") { write in
                let (office, service, day) = try Self.contract(&write)
                let locality = write.body.text("locality")
                try write.finish()
                guard let office, let service else { throw Problem.internalFault }
                return { ranking in
                    try await ranking.registerContract(office: office, service: service, on: day, in: locality)
                    return .created(
                        "/v1/offices/\(office.pathEscaped)/services",
                        DistributionAnswer.make(try await ranking.services(ofOffice: office, on: day), day))
                }
            },
            writing("/v1/contracts/end") { write in
                let (office, service, day) = try Self.contract(&write)
                let reason = write.body.text("reason")
                try write.finish()
                guard let office, let service else { throw Problem.internalFault }
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

    private static func contract(_ write: inout WriteRequest) throws -> (office: String?, service: String?, day: Day) {
        let office = write.body.required("office") { $0.text($1) }
        let service = write.body.required("service") { $0.text($1) }
        let day = write.body.day("day")
        return (office, service.map(Digits.latin), try day ?? write.asked.today())
    }
}

extension AccountRequest {
    /// The day that a question is about; today unless given.
    mutating func day() throws -> Day {
        try query.day("day") ?? today()
    }
}
