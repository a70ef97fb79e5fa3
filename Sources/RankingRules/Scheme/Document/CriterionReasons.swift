/// Reasons that concern groups, criteria and their points.
extension FaultReason {
    static func repeatedCode(_ code: String) -> FaultReason {
        FaultReason(.repeatedCode, "«\(code)» تکراری است.", "\"\(code)\" is given more than once")
    }

    static func unknownReference(_ code: String) -> FaultReason {
        FaultReason(
            .unknownReference, "مقدار مرجع «\(code)» در بخش references تعریف نشده است.",
            "the reference \"\(code)\" is not defined under references")
    }

    static func unknownGroup(_ code: String) -> FaultReason {
        FaultReason(.unknownGroup, "گروهی با شناسهٔ «\(code)» نیست.", "there is no group \"\(code)\"")
    }

    static func unknownCriterion(_ code: String) -> FaultReason {
        FaultReason(.unknownCriterion, "شاخصی با شناسهٔ «\(code)» نیست.", "there is no criterion \"\(code)\"")
    }

    static func unknownOption(_ code: String) -> FaultReason {
        FaultReason(
            .unknownOption, "گزینهٔ «\(code)» در فهرست گزینه‌های این شاخص نیست.",
            "\"\(code)\" is not an option of this criterion")
    }

    static func unknownKind(_ text: String) -> FaultReason {
        FaultReason(
            .unknownKind, "«\(text)» نوع دفتر نیست؛ urban (شهری) یا rural (روستایی) بنویسید.",
            "\"\(text)\" is not a kind of office; write urban or rural")
    }

    static let rangeReversed = FaultReason(
        .rangeReversed, "کمترین مقدار (least) از بیشترین مقدار (most) بزرگ‌تر است.", "least is greater than most")
    static let breakpointsNotRising = FaultReason(
        .breakpointsNotRising, "مقدار این نقطه باید از مقدار نقطهٔ پیش از آن بزرگ‌تر باشد.",
        "the value of this breakpoint must be greater than that of the one before")

    static func breakpointOutsideRange(least: String, most: String) -> FaultReason {
        FaultReason(
            .breakpointOutsideRange,
            "مقدار این نقطه بیرون از بازهٔ مجاز شاخص است (\(PersianNumber.text(least)) تا \(PersianNumber.text(most))).",
            "the value of this breakpoint is outside the criterion's range \(least)…\(most)")
    }

    static func pointsAboveMaximum(_ maximum: Points) -> FaultReason {
        FaultReason(
            .pointsAboveMaximum, "این امتیاز از سقف امتیاز شاخص (\(PersianNumber.text(maximum.text))) بیشتر است.",
            "these points are above the criterion's maximum of \(maximum.text)")
    }

    static func maximumUnreachable(reached: Points) -> FaultReason {
        FaultReason(
            .maximumUnreachable,
            "هیچ دفتری به این سقف نمی‌رسد؛ بیشترین امتیاز دست‌یافتنی \(PersianNumber.text(reached.text)) است.",
            "no kind of office can reach this maximum; the most that can be reached is \(reached.text)")
    }

    static func optionWithoutPoints(_ code: String) -> FaultReason {
        FaultReason(
            .optionWithoutPoints, "برای گزینهٔ «\(code)» امتیازی نوشته نشده است.", "the option \"\(code)\" has no points"
        )
    }

    static func functionDoesNotFit(_ key: String, fitting: [String]) -> FaultReason {
        let list = fitting.joined(separator: ", ")
        return FaultReason(
            .functionDoesNotFit, "«\(key)» با نوع مقدار این شاخص سازگار نیست؛ این جا \(list) نوشته می‌شود.",
            "\"\(key)\" does not fit the criterion's type of value, which takes: \(list)")
    }

    static let functionForOtherKind = FaultReason(
        .functionForOtherKind, "این شاخص برای این نوع دفتر نیست (kinds را ببینید).",
        "the criterion does not exist for this kind of office (see its kinds)")
    static let surveyOnOtherSource = FaultReason(
        .surveyOnOtherSource, "بخش survey فقط برای شاخصی است که source آن survey باشد.",
        "survey stands only at a criterion whose source is survey")
    static let surveyMissing = FaultReason(
        .surveyMissing, "شاخصی که source آن survey است به بخش survey نیاز دارد.",
        "a criterion whose source is survey needs a survey part")
    static let surveyValueNotDecimal = FaultReason(
        .surveyValueNotDecimal, "مقدار شاخص نظرسنجی باید decimal با حداکثر ۳ رقم اعشار باشد.",
        "the value of a survey criterion must be decimal with at most 3 places")
    static let shrinkageMissing = FaultReason(
        .shrinkageMissing, "below_minimum: reference به بخش shrinkage نیاز دارد که مقدار مرجع را نام می‌برد.",
        "below_minimum: reference needs a shrinkage part, which names the reference")
    static let couldOverflow = FaultReason(
        .couldOverflow, "عددهای این بخش چنان بزرگ است که محاسبهٔ دقیق ممکن نیست.",
        "the numbers of this part are so large that the exact arithmetic could overflow")
}
