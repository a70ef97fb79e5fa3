import Answers
import HTTPTypes
import OfficeRanking
import RankingRules
import Tables
import Wording

extension WebService {
    /// Offices as the registry has them, provinces with their regions and associations.
    var registryRoutes: [Route] {
        [
            reading("/v1/offices/{office}") { asked in
                try asked.query.finish()
                let code = try asked.context.text("office")
                return OfficeAnswer.make(code, try await asked.ranking.office(code))
            },
            writing("/v1/offices/{office}", .patch, comparesTags: true, correction),
            reading("/v1/provinces") { asked in
                try asked.query.finish()
                return ProvinceAnswer.make(try await asked.ranking.provinces())
            },
            writing("/v1/provinces/{province}/region", .put) { write in
                let region = write.body.required("region") { $0.integer($1, in: 1...9) }
                let title = write.body.required("title") { $0.text($1) }
                try write.finish()
                let (province, number) = (try write.context.text("province"), try region.value)
                let name = try title.value
                return { ranking in
                    try await ranking.assignRegion(number, title: name, to: province)
                    return Written(ProvinceAnswer.make(try await ranking.provinces()))
                }
            },
            writing("/v1/provinces/{province}/association", .put) { write in
                let title = write.body.required("title") { $0.text($1) }
                try write.finish()
                let (province, name) = (try write.context.text("province"), try title.value)
                return { ranking in
                    try await ranking.nameAssociation(name, of: province)
                    return Written(ProvinceAnswer.make(try await ranking.provinces()))
                }
            },
        ]
    }

    /// Fields of one office, written as an offices file would have them.
    @Sendable
    private func correction(_ write: inout WriteRequest) async throws -> Deed {
        let values = write.body.required("values") { $0.textsByName($1) }
        let reason = write.body.required("reason") { $0.text($1) }
        let effectiveOn = write.body.day("effective_on")
        try write.finish()
        let (code, today, tagCheck) = (try write.context.text("office"), try write.asked.today(), write.tagCheck)
        let (fields, why) = (try values.value, try reason.value)
        return { ranking in
            let hasChanged = try await ranking.setOffice(
                code, fields, effectiveOn: effectiveOn ?? today, reason: why, today: today
            ) { try tagCheck(OfficeAnswer.make(code, $0)) }
            var answer = OfficeAnswer.make(code, try await ranking.office(code))
            answer.facts.append(AnswerFact(.hasChanged, .flag(hasChanged)))
            return Written(answer)
        }
    }
}
