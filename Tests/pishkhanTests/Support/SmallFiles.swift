import Testing

/// A scheme with one criterion, one penalty and three ranks.
let smallScheme = """
    scheme:
      code: small
      version: 1
      sample: yes
      title: {fa: نمونهٔ کوچک, en: Small SAMPLE}
      legal_basis: test
      valid_from: 1390-H1
      rounding: half_away_from_zero
      minimum_total: 0
      non_participation: default_last_rank
      carry_again: no
      licensed_during_period: awaiting
    groups:
      - code: self_declaration
        title: {fa: خوداظهاری, en: Self-declaration}
        maximum: 100
        criteria:
          - code: staff
            title: {fa: کارکنان, en: Staff}
            source: office
            value: {type: count, least: 0, most: 50}
            maximum: 100
            clause: "1"
            changeable: yes
            points:
              lines: [[0, 0], [10, 100]]
    penalties:
      maximum: 50
      look_back: {months: 24}
      rules:
        - kind: overcharging
          title: {fa: وجه مازاد, en: Overcharging}
          clause: "2"
          points: [5]
    ranks:
      - title: {fa: رتبه یک, en: Rank one}
        threshold: 70
        service_ceiling: 100
      - title: {fa: رتبه دو, en: Rank two}
        threshold: 40
        service_ceiling: 70
      - title: {fa: رتبه سه, en: Rank three}
        service_ceiling: 30
    unranked: {service_ceiling: 30}
    """

/// An offices file: urban offices in Rasht with the codes given.
func offices(_ codes: String..., state: String = "active") -> String {
    let header =
        "code,kind,province,county,locality,holder_national_id,holder_name,licence_number,licensed_on,expires_on,state"
    let rows = codes.enumerated().map { place, code in
        "\(code),urban,گیلان,رشت,رشت,\(legalID(place)),دارنده \(place),پ-\(code),1395/01/01,,\(state)"
    }
    return ([header] + rows).joined(separator: "\n") + "\n"
}

/// The n-th legal person's national id with a right check digit.
private func legalID(_ number: Int) -> String {
    let digits = String(1_010_000_000 + number).compactMap(\.wholeNumberValue)
    let weights = [29, 27, 23, 19, 17]
    let sum = (0..<10).reduce(0) { $0 + (digits[$1] + digits[9] + 2) * weights[$1 % 5] }
    return digits.map(String.init).joined() + String(sum % 11 % 10)
}

extension Desk {
    /// Adopts the small scheme and opens a half-year with it.
    func open(_ period: String = "1400-H1") async throws {
        try write("small.yaml", smallScheme)
        try await expect(0, "scheme", "adopt", "small.yaml")
        try await expect(0, "period", "plan", period)
        try await expect(0, "period", "open", period, "--scheme", "small")
    }

    /// Three offices, of which two took part: G-1 earns rank 1, G-2 rank 3 with a violation, G-3 is silent.
    func rank(_ period: String = "1400-H1") async throws {
        try await open(period)
        try write("\(period)/offices.csv", offices("G-1", "G-2", "G-3"))
        try write("\(period)/declarations.csv", "office_code,staff\nG-1,۷\nG-2,4\n")
        try write(
            "\(period)/violations.csv",
            "office_code,decision_number,kind,decided_on,is_final\nG-2,7,overcharging,1400/03/01,yes\n")
        try await expect(0, "import", period, "--period", period)
        try await expect(0, "period", "close", period)
        try await expect(0, "rank", period)
    }
}
