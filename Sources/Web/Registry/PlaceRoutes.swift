import Answers
import HTTPTypes
import Hummingbird
import OfficeRanking
import RankingRules
import Tables

extension WebService {
    /// Counties and cities that the official division lacks, and later names of its places.
    var placeRoutes: [Route] {
        [
            reading("/v1/places") { asked in
                let province = asked.query.text("province")
                try asked.query.finish()
                return PlaceAnswer.make(try await asked.ranking.placeChanges(province: province))
            },
            writing("/v1/places", AddedPlace.self) { ranking, write in
                let new = write.body
                let place = NewPlace(
                    level: new.level, province: new.province, county: new.county, name: new.name, code: new.code)
                let hasChanged = try await ranking.addPlace(
                    place, effectiveOn: try new.change.day(write), reason: new.change.reason)
                let changes = try await ranking.placeChanges(province: new.province)
                return .created("/v1/places", PlaceAnswer.make(changes, hasChanged: hasChanged))
            },
            writing("/v1/places/rename", PlaceName.self) { ranking, write in
                let new = write.body
                let hasChanged = try await ranking.renamePlace(
                    new.level, new.name, in: new.county, new.province, to: new.newName,
                    effectiveOn: try new.change.day(write), reason: new.change.reason)
                let changes = try await ranking.placeChanges(province: new.province)
                return Written(PlaceAnswer.make(changes, hasChanged: hasChanged))
            },
            writing("/v1/places/split", CountySplit.self) { ranking, write in
                let split = write.body
                let hasChanged = try await ranking.splitCounty(
                    split.county, of: split.province, into: split.newCounty, localities: split.localities,
                    effectiveOn: try split.change.day(write), reason: split.change.reason)
                let changes = try await ranking.placeChanges(province: split.province)
                return Written(PlaceAnswer.make(changes, hasChanged: hasChanged))
            },
            Route(method: .post, path: "/v1/place-imports") { try await placeImport($0, $1) },
        ]
    }

    /// The body is the file. It is small, so it is read at once.
    @Sendable
    private func placeImport(_ request: Request, _ context: WebContext) async throws -> Response {
        var asked = try await accountRequest(request, context)
        let key = try RequestKey(ofWrite: request)
        guard request.mediaType == "text/csv" else { throw Problem.unsupportedMediaType(["text/csv"]) }
        let bytes = try await request.body.bytes(atMost: settings.bodyBytes)
        let (reason, day, name) = (asked.query.required("reason"), asked.query.day("effective_on"), "places.csv")
        try asked.query.finish()
        let today = try asked.today()
        return try await asked.ranking.once(key, RequestDigest(of: request, body: bytes)) { ranking in
            let taken = try await ranking.importPlaces(
                bytes, named: name, effectiveOn: day ?? today, reason: reason, today: today)
            return RequestAnswer(Written(PlaceAnswer.make(try await ranking.placeChanges(), taken)))
        }.response
    }
}

private struct AddedPlace: WriteBody {
    let level: NewPlace.Level
    let province: String
    let county: String?
    let name: String
    let code: String?
    let change: PlaceAct

    static let form = BodyForm(
        Self.init, Member.word("level", NewPlace.Level.self), Member.text("province"), Member.text("county").optional,
        Member.text("name"), Member.text("code").optional, PlaceAct.form.field)
}

private struct PlaceName: WriteBody {
    let level: PlaceLevel
    let province: String
    let county: String?
    let name: String
    let newName: String
    let change: PlaceAct

    static let form = BodyForm(
        Self.init, Member.word("level", PlaceLevel.self), Member.text("province"), Member.text("county").optional,
        Member.text("name"), Member.text("new_name"), PlaceAct.form.field)
}

private struct CountySplit: WriteBody {
    let province: String
    let county: String
    let newCounty: String
    let localities: [String]
    let change: PlaceAct

    static let form = BodyForm(
        Self.init, Member.text("province"), Member.text("county"), Member.text("new_county"),
        Member.texts("localities", atLeast: 1), PlaceAct.form.field)
}

/// The reason of a place's change, and its day.
private struct PlaceAct: WriteBody {
    let reason: String
    let effectiveOn: Day?

    static let form = BodyForm(Self.init, Member.text("reason"), Member.day("effective_on").optional)

    func day<Body>(_ write: WriteRequest<Body>) throws -> Day { try effectiveOn ?? write.asked.today() }
}
