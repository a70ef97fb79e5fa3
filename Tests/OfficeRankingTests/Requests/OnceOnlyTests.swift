import Foundation
import OfficeRanking
import Postgres
import RankingRules
import TestDatabase
import Testing

@Suite("A request that is sent twice")
struct OnceOnlyTests {
    private let digest = RequestDigest(of: [Array("POST".utf8), Array("/v1/periods".utf8)])

    @Test("a request sent twice acts once and gets the same answer")
    func twice() async throws {
        try await Fixture.with { fixture in
            let key = try #require(RequestKey("k-1"))
            let first = try await plan(fixture.ranking, key)
            let acts = try await fixture.ranking.acts().count
            let second = try await plan(fixture.ranking, key)
            #expect(!first.isRepeated && second.isRepeated)
            #expect(second.status == 201 && second.location == "/v1/periods/1400-H1")
            #expect(second.body == Array("دوره \0\\x".utf8) && second.contentType == "text/plain")
            #expect(try await fixture.ranking.acts().count == acts)
            #expect(try await fixture.ranking.periods().count == 1)
        }
    }

    @Test("a request with a used key and other content is refused")
    func otherRequest() async throws {
        try await Fixture.with { fixture in
            let key = try #require(RequestKey("k-1"))
            _ = try await plan(fixture.ranking, key)
            await #expect(throws: RankingError.keyWasUsed(key: "k-1")) {
                try await fixture.ranking.once(key, RequestDigest(of: [Array("POST/v1/periods".utf8)])) { _ in
                    answer
                }
            }
        }
    }

    @Test("a request whose key is in use on another connection is told to wait")
    func underWay() async throws {
        try await Fixture.with { fixture in
            let key = try #require(RequestKey("k-1"))
            let other = fixture.database.client(connections: 1)
            _ = try await fixture.ranking.once(key, digest) { _ in
                await #expect(throws: RankingError.requestIsUnderWay(key: "k-1")) {
                    try await plan(RankingDatabase(client: other, logger: TestDatabase.logger), key)
                }
                return answer
            }
            await other.close()
        }
    }

    @Test("the same key in two accounts is two requests")
    func twoAccounts() async throws {
        try await Fixture.with { fixture in
            let key = try #require(RequestKey("k-1"))
            let desk = try await fixture.provincialAccount()
            _ = try await fixture.ranking.once(key, digest) { _ in answer }
            let second = try await desk.once(key, digest) { _ in answer }
            #expect(!second.isRepeated)
        }
    }

    @Test("a failed request leaves nothing and can be sent again")
    func failing() async throws {
        try await Fixture.with { fixture in
            let key = try #require(RequestKey("k-1"))
            await #expect(throws: RankingError.reasonIsRequired) {
                try await fixture.ranking.once(key, digest) { database in
                    try await database.planPeriod(Fixture.firstHalf)
                    throw RankingError.reasonIsRequired
                }
            }
            #expect(try await fixture.ranking.periods().isEmpty)
            let again = try await plan(fixture.ranking, key)
            #expect(!again.isRepeated)
        }
    }

    @Test("a request does several acts as one, and a refused act in it leaves the others")
    func severalActs() async throws {
        try await Fixture.with { fixture in
            let key = try #require(RequestKey("k-1"))
            _ = try await fixture.ranking.once(key, digest) { database in
                try await database.planPeriod(Fixture.firstHalf)
                await #expect(throws: RankingError.self) { try await database.planPeriod(Fixture.firstHalf) }
                let periods = try await database.periods()
                #expect(periods.count == 1)
                return answer
            }
            #expect(try await fixture.ranking.periods().map(\.halfYear) == [Fixture.firstHalf])
        }
    }

    @Test("an answered request is forgotten after seven days, and not before")
    func forgotten() async throws {
        try await Fixture.with { fixture in
            let key = try #require(RequestKey("k-1"))
            _ = try await plan(fixture.ranking, key)
            let answeredAt = try await fixture.administrator {
                try await $0.query("select answered_at from registry.answered_request")[0].decode(Date.self)
            }
            let weekLater = answeredAt.addingTimeInterval(7 * 86_400)
            for (seconds, count) in [(-1.0, 0), (1, 1)] {
                try await fixture.database.setClock(weekLater.addingTimeInterval(seconds))
                #expect(try await fixture.ranking.forgetRequests() == count)
            }
        }
    }

    @Test("a request's key has 1 to 200 visible ASCII characters")
    func keys() {
        #expect(RequestKey("") == nil && RequestKey("a b") == nil && RequestKey("کلید") == nil)
        #expect(RequestKey(String(repeating: "k", count: 200)) != nil)
        #expect(RequestKey(String(repeating: "k", count: 201)) == nil)
    }

    private var answer: RequestAnswer {
        RequestAnswer(
            status: 201, contentType: "text/plain", location: "/v1/periods/1400-H1", body: Array("دوره \0\\x".utf8))
    }

    private func plan(_ database: RankingDatabase, _ key: RequestKey) async throws -> RequestAnswer {
        try await database.once(key, digest) { database in
            try await database.planPeriod(Fixture.firstHalf)
            return answer
        }
    }
}
