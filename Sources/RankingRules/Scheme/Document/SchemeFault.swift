/// One fault of a scheme file, with its location and its reason in both languages.
public struct SchemeFault: Hashable, Sendable {
    /// The line, from 1.
    public let line: Int
    /// The column, from 1, in Unicode scalars.
    public let column: Int
    /// The keys that lead to the location, such as `groups[0].criteria[2].maximum`; empty for the whole file. List
    /// items count from 0.
    public let path: String
    public let code: Code
    public let persian: String
    public let english: String

    public enum Code: String, CaseIterable, Hashable, Sendable {
        case malformedYAML = "malformed_yaml"
        case tooLarge = "too_large"
        case tooDeep = "too_deep"
        case aliasRefused = "alias_refused"
        case anchorRefused = "anchor_refused"
        case tagRefused = "tag_refused"
        case severalDocuments = "several_documents"
        case emptyDocument = "empty_document"
        case unknownKey = "unknown_key"
        case repeatedKey = "repeated_key"
        case missingKey = "missing_key"
        case conflictingKeys = "conflicting_keys"
        case wrongType = "wrong_type"
        case emptyList = "empty_list"
        case emptyText = "empty_text"
        case textTooLong = "text_too_long"
        case badText = "bad_text"
        case notANumber = "not_a_number"
        case tooManyPlaces = "too_many_places"
        case outOfRange = "out_of_range"
        case notYesOrNo = "not_yes_or_no"
        case unknownWord = "unknown_word"
        case badCode = "bad_code"
        case notAHalfYear = "not_a_half_year"
        case repeatedCode = "repeated_code"
        case unknownReference = "unknown_reference"
        case unknownGroup = "unknown_group"
        case unknownCriterion = "unknown_criterion"
        case unknownOption = "unknown_option"
        case unknownKind = "unknown_kind"
        case rangeReversed = "range_reversed"
        case breakpointsNotRising = "breakpoints_not_rising"
        case breakpointOutsideRange = "breakpoint_outside_range"
        case pointsAboveMaximum = "points_above_maximum"
        case maximumUnreachable = "maximum_unreachable"
        case optionWithoutPoints = "option_without_points"
        case functionDoesNotFit = "function_does_not_fit"
        case functionForOtherKind = "function_for_other_kind"
        case surveyOnOtherSource = "survey_on_other_source"
        case unknownSource = "unknown_source"
        case unusedSource = "unused_source"
        case notOneDeclaration = "not_one_declaration"
        case noWriter = "no_writer"
        case tooManyCriteria = "too_many_criteria"
        case pointsNeverDiffer = "points_never_differ"
        case referenceOutsideScale = "reference_outside_scale"
        case maximumAboveGroup = "maximum_above_group"
        case penaltyAboveMaximum = "penalty_above_maximum"
        case checkOfUnlikeValues = "check_of_unlike_values"
        case registerFieldOfOtherValue = "register_field_of_other_value"
        case evidenceOnSurvey = "evidence_on_survey"
        case surveyMissing = "survey_missing"
        case surveyValueNotDecimal = "survey_value_not_decimal"
        case shrinkageMissing = "shrinkage_missing"
        case thresholdMissing = "threshold_missing"
        case thresholdsNotFalling = "thresholds_not_falling"
        case lastRankHasThreshold = "last_rank_has_threshold"
        case lastRankHasConditions = "last_rank_has_conditions"
        case thresholdAboveFullMaximum = "threshold_above_full_maximum"
        case fullMaximaDiffer = "full_maxima_differ"
        case conditionOnAbsentCriterion = "condition_on_absent_criterion"
        case conditionNeverHolds = "condition_never_holds"
        case minimumTotalAboveThreshold = "minimum_total_above_threshold"
        case penaltyPointsFalling = "penalty_points_falling"
        case rankCapOutsideList = "rank_cap_outside_list"
        case ceilingRising = "ceiling_rising"
        case sampleNotMarked = "sample_not_marked"
        case validityReversed = "validity_reversed"
        case couldOverflow = "could_overflow"
        case filingOutlastsPreview = "filing_outlasts_preview"
    }
}

extension SchemeFault: CustomStringConvertible {
    /// The fault in the form of a compiler message: `12:5: out_of_range (ranks[0].service_ceiling): …`.
    public var description: String {
        "\(line):\(column): \(code.rawValue) (\(path)): \(english)"
    }
}

/// The reason why a value is refused. The reasons are listed by subject: `YAMLReasons`, `CriterionReasons`,
/// `RankReasons`.
struct FaultReason {
    let code: SchemeFault.Code
    let persian: String
    let english: String

    init(_ code: SchemeFault.Code, _ persian: String, _ english: String) {
        (self.code, self.persian, self.english) = (code, persian, english)
    }
}

/// Collects the faults while a document is read. The first hundred by location are kept, the others only counted, so
/// that many faults cost no more than a hundred.
final class FaultLog {
    static let most = 100

    private var faults: [(fault: SchemeFault, arrival: Int)] = []
    private var count = 0
    /// Once enough faults are kept, a new one must come before this position to be kept.
    private var end: YAMLNode.Position?

    func add(_ reason: @autoclosure () -> FaultReason, at position: YAMLNode.Position, path: String) {
        count += 1
        if let end, (end.line, end.column) <= (position.line, position.column) { return }
        let reason = reason()
        let fault = SchemeFault(
            line: position.line, column: position.column, path: path, code: reason.code, persian: reason.persian,
            english: reason.english)
        faults.append((fault, count))
        if faults.count >= 2 * Self.most { cut() }
    }

    var isEmpty: Bool {
        count == 0
    }

    /// The kept faults in the order of the file.
    var sorted: [SchemeFault] {
        cut()
        return faults.map(\.fault)
    }

    /// The number of faults that are not kept.
    var leftOut: Int { max(0, count - Self.most) }

    private func cut() {
        faults.sort {
            ($0.fault.line, $0.fault.column, $0.arrival) < ($1.fault.line, $1.fault.column, $1.arrival)
        }
        guard faults.count >= Self.most else { return }
        faults.removeLast(faults.count - Self.most)
        end = faults.last.map { YAMLNode.Position(line: $0.fault.line, column: $0.fault.column) }
    }
}
