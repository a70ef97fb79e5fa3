import Answers
import HTTPTypes
import OfficeRanking
import RankingRules
import Tables
import Wording

extension WebService {
    /// Offices of the register, and provinces with their regions and associations.
    var registryRoutes: [Route] {
        [
            reading("/v1/offices/{office}") { asked in
                try asked.query.finish()
                let code = try asked.context.text("office")
                return OfficeAnswer.make(code, try await asked.ranking.office(code))
            },
            writing("/v1/offices/{office}", OfficeCorrection.self, .patch, comparesTags: true, correct),
            reading("/v1/provinces") { asked in
                try asked.query.finish()
                return ProvinceAnswer.make(try await asked.ranking.provinces())
            },
            writing("/v1/provinces/{province}/region", RegionOfProvince.self, .put) { ranking, write in
                try await ranking.assignRegion(
                    write.body.region, title: write.body.title, to: try write.context.text("province"))
                return Written(ProvinceAnswer.make(try await ranking.provinces()))
            },
            writing("/v1/provinces/{province}/association", AssociationOfProvince.self, .put) { ranking, write in
                try await ranking.nameAssociation(write.body.title, of: try write.context.text("province"))
                return Written(ProvinceAnswer.make(try await ranking.provinces()))
            },
        ]
    }

    /// Corrects fields of one office, in the form of an offices file.
    @Sendable
    private func correct(_ ranking: RankingDatabase, _ write: WriteRequest<OfficeCorrection>) async throws -> Written {
        let (code, today, tagCheck) = (try write.context.text("office"), try write.asked.today(), write.tagCheck)
        let correction = write.body
        let hasChanged = try await ranking.setOffice(
            code, correction.values, effectiveOn: correction.effectiveOn ?? today, reason: correction.reason,
            today: today
        ) { try tagCheck(OfficeAnswer.make(code, $0)) }
        var answer = OfficeAnswer.make(code, try await ranking.office(code))
        answer.facts.append(AnswerFact(.hasChanged, .flag(hasChanged)))
        return Written(answer)
    }
}

private struct OfficeCorrection: WriteBody {
    let values: [String: String]
    let reason: String
    let effectiveOn: Day?

    static let form = BodyForm(
        Self.init, Member.textsByName("values"), Member.text("reason"), Member.day("effective_on").optional)
}

private struct RegionOfProvince: WriteBody {
    let region: Int
    let title: String

    static let form = BodyForm(Self.init, Member.integer("region", in: 1...9), Member.text("title"))
}

private struct AssociationOfProvince: WriteBody {
    let title: String

    static let form = BodyForm(Self.init, Member.text("title"))
}
