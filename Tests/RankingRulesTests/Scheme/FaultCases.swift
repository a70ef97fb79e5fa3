import RankingRules

/// The list of faults that `scheme check` reports, each provoked at one place of the small scheme.
extension FaultCase {
    static let all =
        structure + scalars + criteria + evidence + survey + sources + ranks + penalties + heading + appeals

    private static let area = "groups[0].criteria[0]"
    private static let satisfaction = "groups[1].criteria[0]"

    private static let appeals: [FaultCase] = [
        .init(
            .filingOutlastsPreview, "unranked: {service_ceiling: 30}",
            "unranked: {service_ceiling: 30}\nappeals: {preview_days: 5, file_days: 6, decide_days: 1}",
            at: "appeals: {", path: "appeals.file_days"),
        .init(
            .outOfRange, "unranked: {service_ceiling: 30}",
            "unranked: {service_ceiling: 30}\nappeals: {preview_days: 366, file_days: 6, decide_days: 1}",
            at: "appeals: {", path: "appeals.preview_days"),
        .init(
            .unknownWord, "unranked: {service_ceiling: 30}",
            "unranked: {service_ceiling: 30}\nappeals: {preview_days: 6, file_days: 6, decide_days: 1, silence: maybe}",
            at: "appeals: {", path: "appeals.silence"),
        .init(
            .missingKey, "unranked: {service_ceiling: 30}",
            "unranked: {service_ceiling: 30}\nappeals: {preview_days: 6, file_days: 6}", at: "appeals: {",
            path: "appeals.decide_days"),
    ]

    private static let structure: [FaultCase] = [
        .init(.aliasRefused, "clause: row 2", "clause: *row", path: ""),
        .init(.anchorRefused, "clause: row 2", "clause: &row row 2", path: ""),
        .init(.tagRefused, "clause: row 2", "clause: !!str row 2", path: ""),
        .init(.tagRefused, "value: {type: yes_no}", "value: !type {type: yes_no}", path: ""),
        .init(
            .unknownKey, "clause: row 2", "clause: row 2\n        colour: red", at: "colour",
            path: "groups[0].criteria[1].colour"),
        .init(.unknownKey, "unranked: {", "unranked: {capacity: 5, ", path: "unranked.capacity"),
        .init(
            .repeatedKey, "clause: row 2", "clause: row 2\n        clause: row 7", at: "clause: row 7",
            path: "groups[0].criteria[1].clause"),
        .init(
            .repeatedKey, "points: {options: {street: 5,", "points: {options: {street: 5, street: 4,",
            path: "groups[0].criteria[1].points.options.street"),
        .init(.repeatedKey, "version: 1", "version: 1\n  \"version\": 1", at: "\"version\"", path: "scheme.version"),
        .init(.missingKey, "        clause: row 2\n", "", at: "- code: place", path: "groups[0].criteria[1].clause"),
        .init(.missingKey, "unranked: {service_ceiling: 30}\n", "", at: "scheme:", path: "unranked"),
        .init(.missingKey, "fa: رمپ, ", "", at: "{en: ramp}", path: "groups[0].criteria[2].title.fa"),
        .init(
            .conflictingKeys, "points: {lines: [[1, 0], [5, 6]]}", "points: {lines: [[1, 0], [5, 6]], steps: [[1, 6]]}",
            path: "\(satisfaction).points"),
        .init(.conflictingKeys, "points: {lines: [[1, 0], [5, 6]]}", "points: {}", path: "\(satisfaction).points"),
        .init(
            .conflictingKeys, "points: {lines: [[1, 0], [5, 6]]}",
            "points: {urban: {lines: [[1, 0], [5, 6]]}, rural: {lines: [[1, 0], [5, 6]]}, steps: [[1, 6]]}",
            path: "\(satisfaction).points.steps"),
        .init(
            .conflictingKeys, "{group: survey, at_least: 4}", "{group: survey, criterion: ramp, at_least: 1}",
            path: "ranks[0].conditions[0]"),
        .init(
            .conflictingKeys, "{group: survey, at_least: 4}", "{group: survey, at_least: 4, at_most: 5}",
            path: "ranks[0].conditions[0]"),
        .init(.conflictingKeys, "{months: 24}", "{months: 24, days: 3}", path: "penalties.look_back"),
        .init(.wrongType, "title: {fa: رمپ, en: ramp}", "title: ramp", path: "groups[0].criteria[2].title"),
        .init(
            .wrongType, "title: {fa: رمپ, en: ramp}", "title: {fa: رمپ, en: [ramp]}",
            path: "groups[0].criteria[2].title.en"),
        .init(.wrongType, "points: [5, 10, 20]", "points: 5", path: "penalties.rules[0].points"),
        .init(.wrongType, "[50, 5]", "[50, 5, 6]", path: "\(area).points.urban.steps[1]"),
        .init(.wrongType, "legal_basis: a regulation", "legal_basis:", path: "scheme.legal_basis"),
        .init(.wrongType, "valid_to: 1402-H2", "valid_to: ~", path: "scheme.valid_to"),
        .init(.wrongType, "unranked: {", "unranked: {[1]: 2, ", path: "unranked"),
        .init(.emptyList, "kinds: [urban]\n", "kinds: []\n", path: "groups[0].criteria[3].kinds"),
        .init(.emptyList, "lines: [[1, 0], [5, 6]]", "lines: []", path: "\(satisfaction).points.lines"),
        .init(.emptyList, "points: [5, 10, 20]", "points: []", path: "penalties.rules[0].points"),
    ]

    private static let scalars: [FaultCase] = [
        .init(.emptyText, "clause: row 2", "clause: \" \"", path: "groups[0].criteria[1].clause"),
        .init(
            .textTooLong, "clause: row 2", "clause: \(String(repeating: "ب", count: 1_001))",
            path: "groups[0].criteria[1].clause"),
        .init(.badText, "clause: row 2", "clause: \"row\\0\"", path: "groups[0].criteria[1].clause"),
        .init(.badText, "clause: row 2", "clause: \"row \\u202E2\"", path: "groups[0].criteria[1].clause"),
        .init(.notANumber, "maximum: 18", "maximum: eighteen", path: "groups[0].maximum"),
        .init(.notANumber, "maximum: 18", "maximum: 1e1", path: "groups[0].maximum"),
        .init(.notANumber, "maximum: 18", "maximum: 1٬800", path: "groups[0].maximum"),
        .init(.notANumber, "threshold: 20", "threshold: .5", path: "ranks[0].threshold"),
        .init(.tooManyPlaces, "maximum: 18", "maximum: 17.9995", path: "groups[0].maximum"),
        .init(.tooManyPlaces, "[80.5, 10]", "[80.55, 10]", path: "\(area).points.urban.steps[2][0]"),
        .init(.tooManyPlaces, "weight: 20", "weight: 20.5", path: "\(satisfaction).survey.shrinkage.weight"),
        .init(.tooManyPlaces, "service_ceiling: 70", "service_ceiling: 70.5", path: "ranks[1].service_ceiling"),
        .init(.outOfRange, "service_ceiling: 70", "service_ceiling: 101", path: "ranks[1].service_ceiling"),
        .init(.outOfRange, "service_ceiling: 70", "service_ceiling: -1", path: "ranks[1].service_ceiling"),
        .init(.outOfRange, "maximum: 18", "maximum: -0.001", path: "groups[0].maximum"),
        .init(.outOfRange, "maximum: 18", "maximum: 99999999999999999999", path: "groups[0].maximum"),
        .init(.notYesOrNo, "carry_again: yes", "carry_again: perhaps", path: "scheme.carry_again"),
        .init(.unknownWord, "rounding: down", "rounding: up", path: "scheme.rounding"),
        .init(.unknownWord, "{type: yes_no}", "{type: boolean}", path: "groups[0].criteria[2].value.type"),
        .init(.badCode, "code: small", "code: Small", path: "scheme.code"),
        .init(.badCode, "code: ramp", "code: 1ramp", path: "groups[0].criteria[2].code"),
        .init(.badCode, "code: ramp", "code: ramé", path: "groups[0].criteria[2].code"),
        .init(.notAHalfYear, "valid_from: 1400-H1", "valid_from: 1400-H3", path: "scheme.valid_from"),
        .init(.notAHalfYear, "valid_from: 1400-H1", "valid_from: 1400", path: "scheme.valid_from"),
    ]

    private static let criteria: [FaultCase] = [
        .init(
            .repeatedCode, "code: ramp", "code: own", at: "code: own\n        title: {fa: رمپ",
            path: "groups[0].criteria[2].code"),
        .init(
            .repeatedCode, "code: ramp", "code: place", at: "code: place\n        title: {fa: رمپ",
            path: "groups[0].criteria[2].code"),
        .init(
            .repeatedCode, "- {code: alley, title: {fa: کوچه, en: alley}}",
            "- {code: alley, title: {fa: کوچه, en: alley}}\n            - {code: alley, title: {fa: کوچه, en: second}}",
            at: "en: second", path: "groups[0].criteria[1].value.options[2].code"),
        .init(.repeatedCode, "kinds: [urban]\n", "kinds: [urban, urban]\n", path: "groups[0].criteria[3].kinds[1]"),
        .init(
            .repeatedCode, "groups:\n", "  - {code: mean, title: {fa: دو, en: two}, value: 3}\ngroups:\n",
            at: "  - {code: mean, title: {fa: دو", path: "references[1].code"),
        .init(.unknownKind, "kinds: [urban]\n", "kinds: [urban, nomadic]\n", path: "groups[0].criteria[3].kinds[1]"),
        .init(.unknownOption, "alley: 2", "alley: 2, square: 1", path: "groups[0].criteria[1].points.options.square"),
        .init(
            .optionWithoutPoints, ", alley: 2", "", at: "points: {options", path: "groups[0].criteria[1].points.options"
        ),
        .init(.rangeReversed, "least: 0, most: 1000", "least: 1001, most: 1000", path: "\(area).value.least"),
        .init(.breakpointsNotRising, "[50, 5]", "[0, 5]", path: "\(area).points.urban.steps[1][0]"),
        .init(.breakpointOutsideRange, "[80.5, 10]", "[1000.1, 10]", path: "\(area).points.urban.steps[2][0]"),
        .init(
            .breakpointOutsideRange, "lines: [[1, 0]", "lines: [[0.99, 0]", path: "\(satisfaction).points.lines[0][0]"),
        .init(.pointsAboveMaximum, "[50, 5]", "[50, 10.001]", path: "\(area).points.urban.steps[1][1]"),
        .init(.pointsAboveMaximum, "street: 5", "street: 5.001", path: "groups[0].criteria[1].points.options.street"),
        .init(.pointsAboveMaximum, "yes: 3", "yes: 4", path: "groups[0].criteria[2].points.answers.yes"),
        .init(.maximumUnreachable, "maximum: 5\n", "maximum: 5.001\n", path: "groups[0].criteria[1].maximum"),
        .init(
            .maximumUnreachable, "maximum: 6\n    criteria", "maximum: 6.001\n    criteria", path: "groups[1].maximum"),
        .init(
            .functionDoesNotFit, "points: {answers: {yes: 3, no: 0}}", "points: {steps: [[0, 0], [1, 3]]}",
            path: "groups[0].criteria[2].points.steps"),
        .init(
            .functionDoesNotFit, "points: {lines: [[1, 0], [5, 6]]}", "points: {answers: {yes: 6, no: 0}}",
            path: "\(satisfaction).points.answers"),
        .init(
            .functionForOtherKind, "points: {steps: [[0, 0], [1, 2]]}",
            "points: {urban: {steps: [[0, 0], [1, 2]]}, rural: {steps: [[0, 0], [1, 2]]}}",
            path: "groups[0].criteria[3].points.rural"),
        .init(
            .missingKey, "          rural: {lines: [[0, 10], [30, -2.5]]}\n", "", at: "urban: {steps",
            path: "\(area).points.rural"),
        .init(
            .missingKey, "{type: count, least: 0, most: 3}", "{type: count, least: 0}",
            path: "groups[0].criteria[3].value.most"),
        .init(
            .unknownKey, "{type: count, least: 0, most: 3}", "{type: count, places: 1, least: 0, most: 3}",
            path: "groups[0].criteria[3].value.places"),
        .init(
            .missingKey, "{type: count, least: 0, most: 3}", "{least: 0, most: 3}",
            path: "groups[0].criteria[3].value.type"),
    ]

    private static let ramp = "groups[0].criteria[2].evidence"

    private static let evidence: [FaultCase] = [
        .init(
            .missingKey, "clause: row 3", "clause: row 3\n        evidence: {required: yes}", at: "{required: yes}",
            path: "\(ramp).kinds"),
        .init(
            .emptyList, "clause: row 3", "clause: row 3\n        evidence: {required: yes, kinds: []}", at: "[]}",
            path: "\(ramp).kinds"),
        .init(
            .badCode, "clause: row 3", "clause: row 3\n        evidence: {required: yes, kinds: [Lease]}",
            at: "Lease]}", path: "\(ramp).kinds[0]"),
        .init(
            .repeatedCode, "clause: row 3", "clause: row 3\n        evidence: {required: yes, kinds: [a, a]}",
            at: "a]}", path: "\(ramp).kinds[1]"),
        .init(
            .outOfRange, "clause: row 3", "clause: row 3\n        evidence: {required: yes, kinds: [a], least: 0}",
            at: "kinds: [a], least: 0}", path: "\(ramp).least"),
        .init(
            .outOfRange, "clause: row 3", "clause: row 3\n        evidence: {required: yes, kinds: [a], most: 21}",
            at: "21}", path: "\(ramp).most"),
        .init(
            .rangeReversed, "clause: row 3", "clause: row 3\n        evidence: {required: yes, kinds: [a], least: 6}",
            at: "kinds: [a], least: 6}", path: "\(ramp).least"),
        .init(
            .conflictingKeys, "clause: row 3",
            "clause: row 3\n        evidence: {required: yes, kinds: [a], not_older_than: {}}", at: "{}}",
            path: "\(ramp).not_older_than"),
        .init(
            .evidenceOnSurvey, "clause: row 5", "clause: row 5\n        evidence: {required: no, kinds: [a]}",
            at: "{required: no, kinds: [a]}", path: "\(satisfaction).evidence"),
    ]

    private static let survey: [FaultCase] = [
        .init(
            .unknownReference, "reference: mean}", "reference: median}",
            path: "\(satisfaction).survey.shrinkage.reference"),
        .init(
            .surveyOnOtherSource, "source: survey", "source: association", at: "minimum_respondents",
            path: "\(satisfaction).survey"),
        .init(
            .surveyMissing,
            "        survey:\n          minimum_respondents: 10\n          below_minimum: reference\n          shrinkage: {weight: 20, reference: mean}\n",
            "", at: "- code: satisfaction", path: satisfaction),
        .init(
            .surveyValueNotDecimal, "{type: decimal, places: 2, least: 1, most: 5}", "{type: count, least: 1, most: 5}",
            path: "\(satisfaction).value"),
        .init(
            .surveyValueNotDecimal, "{type: decimal, places: 2, least: 1, most: 5}",
            "{type: decimal, places: 4, least: 1, most: 5}", path: "\(satisfaction).value"),
        .init(
            .shrinkageMissing, "          shrinkage: {weight: 20, reference: mean}\n", "", at: "below_minimum",
            path: "\(satisfaction).survey.below_minimum"),
    ]

    private static let sourceList = """
        sources:
          - {code: office, title: {fa: دفتر, en: office}, kind: values, declaration: yes, writers: [office]}
          - {code: region, title: {fa: منطقه, en: region}, kind: values, carried: yes, on_behalf: [headquarters]}
          - {code: survey, title: {fa: نظرسنجی, en: survey}, kind: survey, writers: [headquarters]}
        groups:

        """

    private static func sources(
        _ code: SchemeFault.Code, without text: String, at place: String, path: String
    ) -> FaultCase {
        FaultCase(code, "groups:\n", sourceList.replacing(text, with: ""), at: place, path: path)
    }

    private static let sources: [FaultCase] = [
        .init(.unknownSource, "source: region", "source: rumour", path: "groups[0].criteria[1].source"),
        .init(
            .unusedSource, "groups:\n",
            sourceList.replacing(
                "groups:",
                with: "  - {code: shopper, title: {fa: خریدار, en: shopper}, kind: values, writers: [x]}\ngroups:"),
            at: "shopper, title", path: "sources[3].code"),
        sources(.notOneDeclaration, without: ", declaration: yes", at: "- {code: office", path: "sources"),
        sources(.noWriter, without: ", on_behalf: [headquarters]", at: "{code: region", path: "sources[1]"),
        .init(
            .checkOfUnlikeValues, "groups:\n", "checks: [{criterion: area, at_most: signboard}]\ngroups:\n",
            at: "{criterion: area", path: "checks[0]"),
        .init(
            .registerFieldOfOtherValue, "source: region", "source: region\n        register: staff_count",
            at: "staff_count",
            path: "groups[0].criteria[1].register"),
        .init(
            .unknownCriterion, "groups:\n", "checks: [{criterion: area, at_most: nothing}]\ngroups:\n", at: "nothing",
            path: "checks[0].at_most"),
        .init(
            .pointsNeverDiffer, "{steps: [[0, 0], [1, 2]]}", "{steps: [[0, 2], [1, 2]]}",
            path: "groups[0].criteria[3].points"),
        .init(
            .referenceOutsideScale, "value: 3.6}", "value: 5.01}", at: "shrinkage: {weight",
            path: "\(satisfaction).survey.shrinkage.reference"),
        .init(
            .maximumAboveGroup,
            "maximum: 2\n        clause: row 4\n        points: {steps: [[0, 0], [1, 2]]}",
            "maximum: 19\n        clause: row 4\n        points: {steps: [[0, 0], [1, 19]]}", at: "maximum: 19",
            path: "groups[0].criteria[3].maximum"),
        .init(
            .penaltyAboveMaximum, "maximum: 25", "maximum: 4.999", at: "[5, 10, 20]", path: "penalties.rules[0].points"),
    ]

    private static let ranks: [FaultCase] = [
        .init(.thresholdMissing, "    threshold: 20\n", "", at: "- title: {fa: یک", path: "ranks[0]"),
        .init(
            .thresholdsNotFalling, "{urban: 11, rural: 10}", "{urban: 20, rural: 10}", path: "ranks[1].threshold.urban"),
        .init(
            .thresholdsNotFalling, "{urban: 11, rural: 10}", "{urban: 11, rural: 20.001}",
            path: "ranks[1].threshold.rural"),
        .init(
            .lastRankHasThreshold, "    service_ceiling: 30\nunranked",
            "    service_ceiling: 30\n    threshold: 2\nunranked", at: "threshold: 2\n", path: "ranks[2].threshold"),
        .init(
            .lastRankHasConditions, "    service_ceiling: 30\nunranked",
            "    service_ceiling: 30\n    conditions: [{group: own, at_least: 2}]\nunranked",
            at: "conditions: [{group: own", path: "ranks[2].conditions"),
        .init(
            .thresholdAboveFullMaximum, "threshold: 20", "threshold: {urban: 24.001, rural: 24}",
            path: "ranks[0].threshold.urban"),
        .init(.fullMaximaDiffer, "maximum: 18", "maximum: 20", at: "threshold: 20", path: "ranks[0].threshold"),
        .init(
            .unknownGroup, "{group: survey, at_least: 4}", "{group: poll, at_least: 4}",
            path: "ranks[0].conditions[0].group"),
        .init(
            .unknownCriterion, "{group: survey, at_least: 4}", "{criterion: poll, at_least: 4}",
            path: "ranks[0].conditions[0].criterion"),
        .init(
            .conditionOnAbsentCriterion, "at_most: 2, kinds: [urban]", "at_most: 2", at: "criterion: signboard",
            path: "ranks[0].conditions[1]"),
        .init(
            .conditionNeverHolds, "at_most: 2, kinds: [urban]", "at_least: 2.001, kinds: [urban]",
            path: "ranks[0].conditions[1]"),
        .init(
            .conditionNeverHolds, "at_most: 2, kinds: [urban]", "at_most: -0.001, kinds: [urban]",
            path: "ranks[0].conditions[1]"),
        .init(
            .conditionNeverHolds, "{criterion: signboard, at_most: 2, kinds: [urban]}",
            "{group: survey, at_most: 3.999, kinds: [rural]}", path: "ranks[0].conditions[1]"),
        .init(
            .conditionNeverHolds, "{group: survey, at_least: 4}", "{group: own, at_least: 18.001, kinds: [urban]}",
            path: "ranks[0].conditions[0]"),
        .init(
            .ceilingRising, "    service_ceiling: 30\nunranked", "    service_ceiling: 71\nunranked",
            path: "ranks[2].service_ceiling"),
        .init(
            .minimumTotalAboveThreshold, "minimum_total: 1\n", "minimum_total: 10.001\n", path: "scheme.minimum_total"),
        .init(.outOfRange, "minimum_total: 1\n", "minimum_total: -1\n", path: "scheme.minimum_total"),
    ]

    private static let penalties: [FaultCase] = [
        .init(.outOfRange, "points: [5, 10, 20]", "points: [0, 10, 20]", path: "penalties.rules[0].points[0]"),
        .init(
            .penaltyPointsFalling, "points: [5, 10, 20]", "points: [5, 10, 9.999]", path: "penalties.rules[0].points[2]"
        ),
        .init(.rankCapOutsideList, "rank_cap: 2", "rank_cap: 4", path: "penalties.rules[0].rank_cap"),
        .init(.outOfRange, "rank_cap: 2", "rank_cap: 0", path: "penalties.rules[0].rank_cap"),
        .init(.outOfRange, "life: {days: 365}", "life: {days: 0}", path: "penalties.rules[0].life.days"),
    ]

    private static let heading: [FaultCase] = [
        .init(.sampleNotMarked, "sample: no", "sample: yes", at: "title:", path: "scheme.title"),
        .init(.validityReversed, "valid_to: 1402-H2", "valid_to: 1399-H2", path: "scheme.valid_to"),
    ]
}
