/// Groups and criteria: their question, their source and their points.
struct CriteriaGuide {
    let scheme: Scheme

    func write(_ writer: inout GuideWriter) {
        writer.heading(2, writer.say("۴. گروه‌ها و شاخص‌ها", "4. Groups and criteria"))
        for (index, group) in scheme.groups.enumerated() {
            let number = writer.say("۴-\(writer.number(index + 1))", "4.\(index + 1)")
            let maximum = writer.pointsWithUnit(group.maximum)
            writer.heading(
                3,
                "\(number). \(writer.title(group.title)) (\(writer.say("حداکثر \(maximum)", "at most \(maximum)")))")
            for criterion in group.criteria { write(criterion, &writer) }
        }
    }

    private func write(_ criterion: Criterion, _ writer: inout GuideWriter) {
        let maximum = writer.pointsWithUnit(criterion.maximum)
        writer.heading(
            4, "\(writer.title(criterion.title)) (\(writer.say("حداکثر \(maximum)", "at most \(maximum)")))")
        var facts = [
            (writer.say("شناسه", "Code"), "`\(criterion.code)`"),
            (writer.say("مستند", "Clause"), writer.plain(criterion.clause)),
            (writer.say("مرجع مقدار", "Source"), source(criterion.source, writer)),
            (writer.say("شمول", "Applies to"), writer.kinds(criterion.kinds)),
            (writer.say("مقدار", "Value"), valueType(criterion, writer)),
            (writer.say("اگر مقدار نباشد", "If missing"), missing(criterion.missing, writer)),
            (
                writer.say("دفتر خود می‌تواند تغییر دهد", "The office can change it"),
                writer.yesOrNo(criterion.isChangeable)
            ),
        ]
        if !criterion.isValuePublic {
            facts.append(
                (
                    writer.say("انتشار", "Publication"),
                    writer.say(
                        "مقدار و امتیاز آن منتشر نمی‌شود؛ خود استان و ستاد می‌بینند",
                        "neither the value nor the points are published; the province and the headquarters see them")
                ))
        }
        if let field = criterion.registerField {
            facts.append((writer.say("سنجش با مشخصات ثبت‌شده", "Compared with the register"), "`\(field.rawValue)`"))
        }
        if let evidence = criterion.evidence {
            facts.append((writer.say("مستندات", "Evidence"), EvidenceGuide(rule: evidence).text(writer)))
        }
        if let survey = criterion.survey {
            facts.append((writer.say("نظرسنجی", "Survey"), SurveyGuide(survey: survey).text(writer)))
        }
        writer.list(facts.map { "\($0.0): \($0.1)" })
        PointsGuide(criterion: criterion).write(&writer)
    }

    private func source(_ code: String, _ writer: GuideWriter) -> String {
        scheme.source(code).map { writer.say($0.title.persian, $0.title.english) } ?? code
    }

    private func valueType(_ criterion: Criterion, _ writer: GuideWriter) -> String {
        let unit = criterion.unit.map { writer.say("، واحد: \(writer.title($0))", ", unit: \(writer.title($0))") } ?? ""
        switch criterion.valueType {
        case .count(let admissible):
            let range = range(admissible, places: 0, writer)
            return writer.say("عدد صحیح \(range)\(unit)", "whole number \(range)\(unit)")
        case .decimal(let places, let admissible):
            let range = range(admissible, places: places, writer)
            return writer.say(
                "عدد \(range) با حداکثر \(writer.number(places)) رقم اعشار\(unit)",
                "number \(range) with at most \(places) decimal \(places == 1 ? "place" : "places")\(unit)")
        case .yesNo: return writer.say("بله یا خیر", "yes or no")
        case .choice: return writer.say("یکی از گزینه‌های جدول زیر", "one of the options below")
        }
    }

    private func range(_ range: ClosedRange<Int64>, places: Int, _ writer: GuideWriter) -> String {
        let least = writer.number(DecimalText.write(range.lowerBound, places: places))
        let most = writer.number(DecimalText.write(range.upperBound, places: places))
        return writer.say("از \(least) تا \(most)", "from \(least) to \(most)")
    }

    private func missing(_ policy: MissingValuePolicy, _ writer: GuideWriter) -> String {
        switch policy {
        case .noPoints:
            writer.say(
                "امتیاز صفر؛ سقف شاخص در بیشترین امتیاز ممکن می‌ماند",
                "no points; its maximum stays part of what could be reached")
        case .notApplicable:
            writer.say(
                "مصداق ندارد؛ سقف شاخص از بیشترین امتیاز ممکن دفتر کم می‌شود",
                "not applicable; its maximum leaves what the office could reach")
        case .insufficient:
            writer.say(
                "اطلاعات دفتر برای رتبه‌بندی کافی نیست و رتبه‌ای داده نمی‌شود",
                "the data of the office is insufficient and no rank is given")
        }
    }
}

/// The treatment of small samples.
struct SurveyGuide {
    let survey: SurveyRule

    func text(_ writer: GuideWriter) -> String {
        let none = writer.say("دفتر بدون نظرسنجی مقداری ندارد؛ ", "without a survey the value is missing; ")
        return none + belowMinimum(writer)
    }

    private func belowMinimum(_ writer: GuideWriter) -> String {
        let minimum = writer.number(survey.minimumRespondents)
        let below =
            switch survey.belowMinimum {
            case .missing:
                writer.say(
                    "با کمتر از \(minimum) پاسخ‌دهنده مقدار، نبوده به شمار می‌آید",
                    "with fewer than \(minimum) respondents the value is missing")
            case .reference:
                writer.say(
                    "با کمتر از \(minimum) پاسخ‌دهنده خود مقدار مرجع به کار می‌رود",
                    "with fewer than \(minimum) respondents the reference itself is used")
            }
        guard let shrinkage = survey.shrinkage else { return below }
        let (weight, value) = (writer.number(shrinkage.weight), writer.number(shrinkage.reference.value.text))
        let reference = writer.title(shrinkage.reference.title)
        return writer.say(
            """
            \(below)؛ در غیر این صورت میانگین پاسخ‌ها با مقدار مرجع («\(reference)»، برابر \(value)) ترکیب می‌شود، چنان که \
            مرجع هم‌وزن \(weight) پاسخ است
            """,
            """
            \(below); otherwise the mean is combined with the reference ("\(reference)", \(value)), which weighs as \
            much as \(weight) answers
            """)
    }
}
