import OfficeRanking
import RankingRules
import TestDatabase
import Testing

@Suite("The most points that a scheme may give")
struct LargestSchemeTests {
    @Test("a scheme of 1048.576 points is adopted and ranks an office; one of a thousandth more is refused at adoption")
    func limit() async throws {
        try await Fixture.with { fixture in
            try await fixture.ranking.adoptScheme(
                document: scheme("1048.575").replacing("code: small", with: "code: less"))
            let refused = await #expect(throws: RankingError.self) {
                try await fixture.ranking.adoptScheme(
                    document: scheme("1048.577").replacing("code: small", with: "code: more"))
            }
            #expect(refused?.code == .invalid)
            #expect(refused?.message(in: .english).contains("1048.577") == true)
            #expect(try await fixture.ranking.schemes().map(\.code).contains("more") == false)
            try await fixture.open(scheme: scheme("1048.576"))
            try await fixture.take(.offices, Fixture.officesOfTwoProvinces)
            try await fixture.take(.declarations, "office_code,staff\nG-1,10\nT-1,4\n")
            try await fixture.closeAndRank()
            let explained = try await fixture.ranking.explain("G-1", in: Fixture.firstHalf)
            #expect(explained.assessment.total == Points(rawValue: 1_048_576))
        }
    }

    private func scheme(_ maximum: String) -> String {
        smallScheme.replacing("maximum: 100", with: "maximum: \(maximum)")
            .replacing("[10, 100]", with: "[10, \(maximum)]")
    }
}
