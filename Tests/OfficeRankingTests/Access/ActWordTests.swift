import OfficeRanking
import TestDatabase
import Testing
import Wording

@Suite("The words of acts")
struct ActWordTests {
    @Test("every permission that is an act has its words in both languages, and no words are idle")
    func words() async throws {
        try await Fixture.with { fixture in
            let permissions = try await fixture.ranking.roles().flatMap(\.permissions)
            let acts = Set(permissions.filter { !$0.hasPrefix("read_") })
            #expect(Set(Words.acts.keys) == acts)
            #expect(Words.acts.values.allSatisfy { !$0.persian.isEmpty && !$0.english.isEmpty })
        }
    }
}
