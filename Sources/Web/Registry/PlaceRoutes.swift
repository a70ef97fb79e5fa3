import Answers
import HTTPTypes
import Hummingbird
import OfficeRanking
import RankingRules
import Tables

extension WebService {
    /// Counties and cities that the official division did not have, and later names of its places.
    var placeRoutes: [Route] {
        [
            reading("/v1/places") { asked in
                let province = asked.query.text("province")
                try asked.query.finish()
                return PlaceAnswer.make(try await asked.ranking.placeChanges(province: province))
            },
            writing("/v1/places", .post, newPlace),
            writing("/v1/places/rename", .post, placeName),
            writing("/v1/places/split", .post, countySplit),
            Route(method: .post, path: "/v1/place-imports") { try await placeImport($0, $1) },
        ]
    }

    @Sendable
    private func newPlace(_ write: inout WriteRequest) async throws -> Deed {
        let level = write.body.required("level") { $0.choice($1, of: NewPlace.Level.self) }
        let (province, county) = (write.body.required("province") { $0.text($1) }, write.body.text("county"))
        let (name, code) = (write.body.required("name") { $0.text($1) }, write.body.text("code"))
        let act = try PlaceAct(&write)
        let (within, named) = (try province.value, try name.value)
        let place = NewPlace(level: try level.value, province: within, county: county, name: named, code: code)
        return { ranking in
            let hasChanged = try await ranking.addPlace(place, effectiveOn: act.effectiveOn, reason: act.reason)
            let changes = try await ranking.placeChanges(province: within)
            return .created("/v1/places", PlaceAnswer.make(changes, hasChanged: hasChanged))
        }
    }

    @Sendable
    private func placeName(_ write: inout WriteRequest) async throws -> Deed {
        let level = write.body.required("level") { $0.choice($1, of: PlaceLevel.self) }
        let (province, county) = (write.body.required("province") { $0.text($1) }, write.body.text("county"))
        let (name, later) = (
            write.body.required("name") { $0.text($1) }, write.body.required("new_name") { $0.text($1) }
        )
        let act = try PlaceAct(&write)
        let (kind, within, named, newName) = (
            try level.value, try province.value, try name.value, try later.value
        )
        return { ranking in
            let hasChanged = try await ranking.renamePlace(
                kind, named, in: county, within, to: newName, effectiveOn: act.effectiveOn, reason: act.reason)
            let changes = try await ranking.placeChanges(province: within)
            return Written(PlaceAnswer.make(changes, hasChanged: hasChanged))
        }
    }

    @Sendable
    private func countySplit(_ write: inout WriteRequest) async throws -> Deed {
        let province = write.body.required("province") { $0.text($1) }
        let county = write.body.required("county") { $0.text($1) }
        let new = write.body.required("new_county") { $0.text($1) }
        let localities = write.body.required("localities") { body, name in
            let texts = body.texts(name)
            return texts.isEmpty ? nil : texts
        }
        let act = try PlaceAct(&write)
        let (within, from, into, places) = (
            try province.value, try county.value, try new.value, try localities.value
        )
        return { ranking in
            let hasChanged = try await ranking.splitCounty(
                from, of: within, into: into, localities: places, effectiveOn: act.effectiveOn, reason: act.reason)
            let changes = try await ranking.placeChanges(province: within)
            return Written(PlaceAnswer.make(changes, hasChanged: hasChanged))
        }
    }

    /// The body is the file; it is small, so it goes in at once.
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

/// Why a place changes and from when; reads the last members of a body.
private struct PlaceAct: Sendable {
    let reason: String
    let effectiveOn: Day

    init(_ write: inout WriteRequest) throws {
        let given = write.body.required("reason") { $0.text($1) }
        let day = write.body.day("effective_on")
        try write.finish()
        reason = try given.value
        effectiveOn = try day ?? write.asked.today()
    }
}

extension BodyReader {
    fileprivate mutating func choice<T: RawRepresentable<String> & CaseIterable>(_ name: String, of type: T.Type) -> T?
    {
        let names = T.allCases.map(\.rawValue)
        return value(name, expecting: names.joined(separator: "، "), names.joined(separator: ", ")) { T(rawValue: $0) }
    }
}
