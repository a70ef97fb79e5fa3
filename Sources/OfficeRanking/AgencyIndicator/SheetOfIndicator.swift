import RankingRules

extension IndicatorSheet {
    /// Makes the sheet of a computed indicator.
    public init(_ indicator: AgencyIndicator) {
        rules = Rules(indicator.rules)
        agency = indicator.agency
        agencyTitle = indicator.title
        cutOff = indicator.cutOff.jalali
        readings = indicator.results.map { Reading($0, indicator.rules) }
        services = indicator.chosen.verdicts.indices.map { Service(at: $0, indicator) }
        memoranda = indicator.memoranda.map(Memorandum.init)
        offices = indicator.offices.map(Office.init)
    }
}

extension AgencyIndicator {
    public var sheet: IndicatorSheet { IndicatorSheet(self) }
}

extension IndicatorSheet.Text {
    init(_ text: LocalizedText) {
        self.init(fa: text.persian, en: text.english)
    }
}

extension IndicatorSheet.Rules {
    init(_ rules: IndicatorRules) {
        self.init(
            item: rules.item, year: rules.year, version: rules.version, hash: rules.hash,
            title: .init(rules.title), text: rules.text.rawValue, choices: rules.choices.rawValue,
            legalBasis: .init(rules.legalBasis), choiceBasis: .init(rules.readings.basis),
            maximum: rules.maximum.rawValue, cap: rules.cap.rawValue, stages: rules.stages.map(\.rawValue),
            whenNotApplicable: rules.whenNotApplicable.rawValue)
    }
}

extension IndicatorSheet.Reading {
    init(_ result: IndicatorResult, _ rules: IndicatorRules) {
        let (reading, listed) = (result.reading, rules.readings)
        let none = LocalizedText(persian: "", english: "")
        self.init(
            firstYear: reading.firstYear,
            firstYearSource: .init(listed.firstYears.first { $0.year == reading.firstYear }?.source ?? none),
            evidence: reading.evidence.rawValue,
            evidenceSource: .init(listed.routes.first { $0.evidence == reading.evidence }?.source ?? none),
            isChosen: reading == listed.chosen, numerator: result.numerator, target: result.target,
            applicability: result.applicability.rawValue, points: result.points?.rawValue,
            availableMaximum: result.availableMaximum.rawValue)
    }
}

extension IndicatorSheet.Service {
    /// All readings list their verdicts in the same order.
    fileprivate init(at index: Int, _ indicator: AgencyIndicator) {
        let (service, unit) = (indicator.chosen.verdicts[index].service, indicator.chosen.verdicts[index].unit)
        self.init(
            code: service.code, title: service.title, owner: service.owner,
            ownerTitle: indicator.owners[service.owner] ?? "", parent: service.parent,
            isSovereign: service.isSovereign, isDelegable: service.isDelegable,
            stages: ServiceStage.allCases.filter(service.counterStages.contains).map(\.rawValue), unit: unit,
            verdicts: indicator.results.map { IndicatorSheet.Verdict($0.verdicts[index]) })
    }
}

extension IndicatorSheet.Verdict {
    init(_ verdict: ServiceVerdict) {
        self.init(
            counts: verdict.counts && !verdict.isCountedWithUnit, isCountedWithUnit: verdict.isCountedWithUnit,
            mouNumber: verdict.delegation?.mouNumber, reasons: verdict.reasons.map(\.rawValue))
    }
}

extension IndicatorSheet.Memorandum {
    init(_ memorandum: AgencyIndicator.Memorandum) {
        self.init(
            service: memorandum.service, number: memorandum.number, signedOn: memorandum.signedOn.jalali,
            validFrom: memorandum.validFrom.jalali, withdrawnOn: memorandum.withdrawnOn.map(\.jalali),
            confirmedOn: memorandum.confirmedOn.map(\.jalali), evidence: memorandum.evidence, area: memorandum.area)
    }
}

extension IndicatorSheet.Office {
    init(_ office: AgencyIndicator.OfferingOffice) {
        self.init(
            service: office.service, code: office.code, province: office.province, locality: office.locality,
            rank: office.rank, registeredOn: office.registeredOn.jalali)
    }
}
