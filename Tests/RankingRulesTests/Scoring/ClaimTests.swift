import RankingRules
import Testing

@Suite("What an appeal would change")
struct ClaimTests {
    /// One point a unit; thresholds 75 and 50.
    private let engine = Given.engine(
        Given.scheme(Given.criterion("area", maximum: 100_000, Given.lines((0, 0), (100, 100_000)))))

    @Test("a claim is decisive from the value on that reaches the limit of a rank", arguments: [74, 75, 76])
    func limit(value: Int64) {
        let outcome = engine.outcome(of: .value(value, of: 0), on: Given.office(60))
        #expect(outcome.isDecisive == (value >= 75) && outcome.rank == (value >= 75 ? 1 : 2))
    }

    @Test("a claim that lowers a rank is decisive too")
    func lower() {
        let outcome = engine.outcome(of: .value(49, of: 0), on: Given.office(60))
        #expect(outcome.isDecisive && outcome.rank == 3)
    }

    @Test("a claimed value takes the place of the reviewed one, also of a rejected one")
    func granted() {
        let rejected = Given.office(60, confirmed: [nil], verdicts: [.rejected])
        #expect(rejected.granting(.value(80, of: 0)).values[0] == 80)
        #expect(Given.office().granting(.value(80, of: 1)).values[1] == 80)
    }

    @Test("an appeal against a decision takes away the decision found here, under that number only")
    func decision() {
        let decisions = [
            Given.decision("1", on: "1400-02-01"), Given.decision("1", on: "1400-02-01", here: false),
            Given.decision("2", on: "1400-02-01"),
        ]
        let left = Given.office(60, decisions: decisions).granting(.without(decision: "1")).decisions
        #expect(left.map(\.number) == ["1", "2"] && left.map(\.wasFoundHere) == [false, true])
    }
}
