import OfficeRanking
import TestDatabase
import Testing

@Suite(
    "Behind a pooler that gives each transaction another connection",
    .enabled(if: PrivatePooler.isInstalled, "PgBouncer is missing; scripts/install --tests installs it"))
struct PooledStoryTests {
    @Test("Gilan gets the same ranks behind a pooler as without one")
    func gilan() async throws {
        let direct = try await RankedSample.shared.value
        let pooled = try await PrivatePooler.with { try await RankedSample.make() }
        #expect(pooled.places == direct.places)
        #expect(pooled.findings == direct.findings)
        #expect(pooled.counts.offices == direct.counts.offices)
    }

    @Test("the stories of offices and services succeed behind a pooler", arguments: PooledStory.all)
    func stories(_ story: PooledStory) async throws {
        try await PrivatePooler.with { try await story.tell() }
    }
}

/// A test of another suite that is run again through the pooler.
struct PooledStory: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let tell: @Sendable () async throws -> Void

    init(_ description: String, _ tell: @escaping @Sendable () async throws -> Void) {
        (testDescription, self.tell) = (description, tell)
    }

    static let all = stories + answers + requests + imports + rivals

    private static let stories = [
        PooledStory("from files to ranks") { try await StoryTests().oneOfficeToARank() },
        PooledStory("from ranks to services") { try await ServiceStoryTests().story() },
    ]

    private static let answers = [
        PooledStory("every office is explained") { try await AnswerTests().explanations() },
        PooledStory("pages of offices") { try await AnswerTests().paging() },
        PooledStory("a comparison of two periods") { try await AnswerTests().comparison() },
    ]

    private static let requests = [
        PooledStory("a request sent twice") { try await OnceOnlyTests().twice() },
        PooledStory("a key with another request") { try await OnceOnlyTests().otherRequest() },
        PooledStory("a request under way") { try await OnceOnlyTests().underWay() },
        PooledStory("one key of two accounts") { try await OnceOnlyTests().twoAccounts() },
        PooledStory("a request that fails") { try await OnceOnlyTests().failing() },
        PooledStory("several acts as one") { try await OnceOnlyTests().severalActs() },
    ]

    private static let imports = [
        PooledStory("an upload that is stored") { try await ImportUploadTests().stored() },
        PooledStory("an upload that is refused") { try await ImportUploadTests().refused() },
        PooledStory("the progress of an upload") { try await ImportUploadTests().progress() },
        PooledStory("an upload that is interrupted") { try await ImportUploadTests().interrupted() },
    ]

    private static let rivals = [
        PooledStory("a run during another") { try await ConcurrencyTests().runs() },
        PooledStory("eight runs at once") { try await ConcurrencyTests().manyRuns() },
        PooledStory("a close during an import") { try await ConcurrencyTests().importAgainstClose() },
        PooledStory("imports and a close at once") { try await ConcurrencyTests().manyImportsAgainstClose() },
        PooledStory("two imports of the same offices") { try await ConcurrencyTests().sameOffices() },
        PooledStory("the record of many at once") { try await ConcurrencyTests().record() },
    ]
}
