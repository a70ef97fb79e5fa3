import RankingRules
import Testing

@Suite("What of a score is published")
struct DisclosureTests {
    /// Numbers of criteria in the groups of a scheme.
    private static let shapes = [[1], [2], [3], [1, 1], [1, 2], [2, 2], [1, 1, 1], [3, 1]]

    @Test("no sum or difference of published numbers reveals a line that is not published", arguments: shapes)
    func differences(shape: [Int]) throws {
        let count = shape.reduce(0, +)
        for hidden in 1..<(1 << count) {
            let scheme = try scheme(shape, hidden: hidden)
            for missing in 0..<(1 << count) {
                let states: [ScoreLine.State] = (0..<count).map { missing >> $0 & 1 == 1 ? .notApplicable : .scored }
                let applying = states.indices.filter { states[$0] == .scored }
                // With one line alone the total tells it.
                guard applying.count > 1 else { continue }
                let known = published(scheme, shape, applying, Disclosure(scheme, states: states))
                for line in applying where hidden >> line & 1 == 1 {
                    #expect(!known.gives(1 << line), "\(shape) hidden \(hidden) missing \(missing) line \(line)")
                }
            }
        }
    }

    @Test("a criterion that is not public is always hidden, and its group's points are shown if they do not reveal it")
    func hidden() throws {
        let pair = try scheme([2, 1], hidden: 0b001)
        for state in [ScoreLine.State.scored, .missing, .notApplicable] {
            #expect(!Disclosure(pair, states: [state, .scored, .scored]).showsLine(0))
        }
        let told = Disclosure(pair, states: [.scored, .scored, .scored])
        #expect(!told.showsLine(1) && told.showsLine(2) && told.showsGroup(0) && told.showsGroup(1))
        let alone = Disclosure(pair, states: [.scored, .notApplicable, .scored])
        #expect(!alone.showsGroup(0) && !alone.showsGroup(1) && !alone.showsLine(2))
    }

    @Test("two hidden lines of one group do not hide its other lines or its points")
    func several() throws {
        let scheme = try scheme([4, 1], hidden: 0b0011)
        let told = Disclosure(scheme, states: Array(repeating: .scored, count: 5))
        #expect((0..<5).filter(told.showsLine) == [2, 3, 4] && told.showsGroup(0) && told.showsGroup(1))
        let other = Disclosure(scheme, states: [.otherKind, .otherKind, .scored, .scored, .scored])
        #expect((0..<5).allSatisfy(other.showsLine))
    }

    @Test("everything is shown if every criterion is public or nothing was scored")
    func everything() throws {
        let open = try scheme([1, 2], hidden: 0)
        #expect(Disclosure(open, states: [.scored, .scored, .scored]) == .everything)
        #expect(Disclosure(try scheme([1, 2], hidden: 7), states: []) == .everything)
    }

    /// Sums of lines that everybody reads, as sets of lines: each shown line, each shown group, the total.
    private func published(_ scheme: Scheme, _ shape: [Int], _ applying: [Int], _ told: Disclosure) -> LineSums {
        var sums = LineSums()
        for line in applying where told.showsLine(line) { sums.add(1 << line) }
        var first = 0
        for (group, count) in shape.enumerated() {
            let lines = applying.filter { (first..<(first + count)).contains($0) }
            if told.showsGroup(group) { sums.add(lines.reduce(0) { $0 | 1 << $1 }) }
            first += count
        }
        sums.add(applying.reduce(0) { $0 | 1 << $1 })
        return sums
    }

    private func scheme(_ shape: [Int], hidden: Int) throws -> Scheme {
        var index = 0
        let groups = shape.enumerated().map { number, count in
            let criteria = (0..<count).map { _ in
                defer { index += 1 }
                return criterion(index, isPublic: hidden >> index & 1 == 0)
            }
            return """
                  - code: g\(number)
                    title: {fa: گروه, en: Group}
                    maximum: \(100 * count)
                    criteria:

                """ + criteria.joined(separator: "\n")
        }
        let document = SchemeDocument.read(opening + groups.joined(separator: "\n") + ending)
        return try #require(document.scheme, "\(document.faults)")
    }

    private func criterion(_ index: Int, isPublic: Bool) -> String {
        """
              - code: c\(index)
                title: {fa: شاخص, en: Criterion}
                source: office
                value: {type: count, least: 0, most: 10}
                maximum: 100
                clause: "1"
                public: \(isPublic ? "yes" : "no")
                points:
                  lines: [[0, 0], [10, 100]]
        """
    }
}

/// What can be added and subtracted from known sums: a basis of rational vectors, by elimination.
private struct LineSums {
    private var rows: [[Double]] = []

    mutating func add(_ lines: Int) {
        let row = reduced(lines)
        if row.contains(where: { $0 != 0 }) { rows.append(row) }
    }

    func gives(_ lines: Int) -> Bool {
        !reduced(lines).contains { $0 != 0 }
    }

    private func reduced(_ lines: Int) -> [Double] {
        var row = (0..<8).map { lines >> $0 & 1 == 1 ? 1.0 : 0 }
        for known in rows {
            guard let pivot = known.firstIndex(where: { $0 != 0 }), row[pivot] != 0 else { continue }
            let factor = row[pivot] / known[pivot]
            for index in row.indices { row[index] -= factor * known[index] }
        }
        return row.map { abs($0) < 1e-9 ? 0 : $0 }
    }
}

private let opening = """
    scheme:
      code: shape
      version: 1
      sample: yes
      title: {fa: نمونه, en: SAMPLE}
      legal_basis: test
      valid_from: 1390-H1
      rounding: down
      minimum_total: 0
      non_participation: default_last_rank
      licensed_during_period: awaiting
      carry_again: no
    groups:

    """

private let ending = """

    penalties:
      maximum: 50
      look_back: {months: 24}
      rules:
        - kind: overcharging
          title: {fa: دریافت وجه مازاد, en: Overcharging}
          clause: "2"
          points: [5, 10, 20]
    ranks:
      - title: {fa: رتبه یک, en: Rank one}
        threshold: 70
        service_ceiling: 100
      - title: {fa: رتبه دو, en: Rank two}
        service_ceiling: 30
    unranked: {service_ceiling: 30}
    """
