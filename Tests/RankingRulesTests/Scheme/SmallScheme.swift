import RankingRules
import Testing

/// A short scheme with every construct of the format; tests change single places of it.
enum SmallScheme {
    static let text = """
        scheme:
          code: small
          version: 1
          sample: no
          title: {fa: کوچک, en: small}
          legal_basis: a regulation
          valid_from: 1400-H1
          valid_to: 1402-H2
          rounding: down
          minimum_total: 1
          non_participation: carry_forward
          carry_again: yes
          licensed_during_period: ranked
        references:
          - {code: mean, title: {fa: میانگین, en: mean}, value: 3.6}
        groups:
          - code: own
            title: {fa: خوداظهاری, en: own}
            maximum: 18
            criteria:
              - code: area
                title: {fa: فضا, en: area}
                source: office
                unit: {fa: متر مربع, en: m²}
                value: {type: decimal, places: 1, least: 0, most: 1000}
                maximum: 10
                clause: row 1
                changeable: yes
                missing: insufficient
                points:
                  urban: {steps: [[0, 0], [50, 5], [80.5, 10]]}
                  rural: {lines: [[0, 10], [30, -2.5]]}
              - code: place
                title: {fa: مکان, en: place}
                source: region
                value:
                  type: choice
                  options:
                    - {code: street, title: {fa: خیابان, en: street}}
                    - {code: alley, title: {fa: کوچه, en: alley}}
                maximum: 5
                clause: row 2
                points: {options: {street: 5, alley: 2}}
              - code: ramp
                title: {fa: رمپ, en: ramp}
                source: office
                value: {type: yes_no}
                maximum: 3
                clause: row 3
                points: {answers: {yes: 3, no: 0}}
              - code: signboard
                title: {fa: تابلو, en: signboard}
                source: office
                kinds: [urban]
                value: {type: count, least: 0, most: 3}
                maximum: 2
                clause: row 4
                points: {steps: [[0, 0], [1, 2]]}
          - code: survey
            title: {fa: نظرسنجی, en: survey}
            maximum: 6
            criteria:
              - code: satisfaction
                title: {fa: رضایت, en: satisfaction}
                source: survey
                value: {type: decimal, places: 2, least: 1, most: 5}
                maximum: 6
                clause: row 5
                missing: not_applicable
                survey:
                  minimum_respondents: 10
                  below_minimum: reference
                  shrinkage: {weight: 20, reference: mean}
                points: {lines: [[1, 0], [5, 6]]}
        penalties:
          maximum: 40
          look_back: {months: 24}
          rules:
            - kind: overcharging
              title: {fa: گران‌فروشی, en: overcharging}
              clause: row 6
              points: [5, 10, 20]
              maximum: 25
              life: {days: 365}
              rank_cap: 2
        ranks:
          - title: {fa: یک, en: one}
            threshold: 20
            service_ceiling: 100
            conditions:
              - {group: survey, at_least: 4}
              - {criterion: signboard, at_most: 2, kinds: [urban]}
          - title: {fa: دو, en: two}
            threshold: {urban: 11, rural: 10}
            service_ceiling: 70
          - title: {fa: سه, en: three}
            service_ceiling: 30
        unranked: {service_ceiling: 30}

        """

    /// The scheme with single places changed. Every place must be there.
    static func text(
        _ edits: [(old: String, new: String)], sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> String {
        var text = text
        for (old, new) in edits {
            let range = try #require(text.firstRange(of: old), "no \(old)", sourceLocation: sourceLocation)
            text.replaceSubrange(range, with: new)
        }
        return text
    }

    /// From 1.
    static func line(of place: String, in text: String) -> Int? {
        text.firstRange(of: place).map { text[..<$0.lowerBound].count { $0 == "\n" } + 1 }
    }
}
