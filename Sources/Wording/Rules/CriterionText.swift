package import RankingRules

/// Values of a criterion in the form of its file.
package struct CriterionText {
    package let criterion: Criterion

    package init(criterion: Criterion) { self.criterion = criterion }

    /// A value in the criterion's integer unit.
    package func text(_ value: Int64, _ language: Language) -> String {
        switch criterion.valueType {
        case .count: HumanNumber.text(String(value), language)
        case .decimal(let digits, _): HumanNumber.text(FixedDecimal(digits: value, places: digits).text, language)
        case .yesNo: Words.of(value == 1).text(in: language)
        case .choice(let options): options.indices.contains(Int(value)) ? options[Int(value)].title[language] : "–"
        }
    }

    /// The number of decimal places.
    package var decimalPlaces: Int {
        if case .decimal(let digits, _) = criterion.valueType { return digits }
        return 0
    }
}
