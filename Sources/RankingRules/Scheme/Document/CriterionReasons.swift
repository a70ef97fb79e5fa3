/// Reasons about groups, criteria and their points.
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
    static func unknownSource(_ code: String, known: [String]) -> FaultReason {
        let list = listed(known)
        return FaultReason(
            .unknownSource, "منبع «\(code)» در بخش sources نیست؛ منبع‌ها: \(list).",
            "\"\(code)\" is no source of this scheme, which has: \(list)")
    }

    static let unusedSource = FaultReason(
        .unusedSource, "هیچ شاخصی مقدار خود را از این منبع نمی‌گیرد.", "no criterion takes its value from this source")
    static let notOneDeclaration = FaultReason(
        .notOneDeclaration, "درست یک منبع باید declaration: yes و kind: values داشته باشد.",
        "exactly one source must have declaration: yes and kind: values")
    static let noWriter = FaultReason(
        .noWriter, "منبع به دست‌کم یک نقش در writers یا on_behalf نیاز دارد.",
        "a source needs at least one role in writers or on_behalf")
    static let tooManyCriteria = FaultReason(
        .tooManyCriteria, "شیوه‌نامه حداکثر ۶۳ شاخص دارد.", "a scheme has at most 63 criteria")
    static let pointsNeverDiffer = FaultReason(
        .pointsNeverDiffer, "این تابع به همهٔ مقدارها یک امتیاز می‌دهد.", "every value gets the same points")

    static func referenceOutsideScale(_ value: String) -> FaultReason {
        FaultReason(
            .referenceOutsideScale, "مقدار مرجع \(PersianNumber.text(value)) بیرون از مقیاس این شاخص است.",
            "the reference \(value) lies outside the scale of the criterion")
    }

    static func maximumAboveGroup(_ maximum: Points) -> FaultReason {
        FaultReason(
            .maximumAboveGroup, "سقف شاخص از سقف گروه (\(PersianNumber.text(maximum.text))) بیشتر است.",
            "the criterion's maximum exceeds that of its group, \(maximum.text)")
    }

    static func penaltyAboveMaximum(_ maximum: Points) -> FaultReason {
        FaultReason(
            .penaltyAboveMaximum, "نمرهٔ منفی بار نخست از سقف این تخلف (\(PersianNumber.text(maximum.text))) بیشتر است.",
            "the first penalty exceeds the maximum of its kind, \(maximum.text)")
    }

    static let checkOfUnlikeValues = FaultReason(
        .checkOfUnlikeValues, "فقط دو شاخص متفاوت با نوع مقدار یکسان (count یا decimal هم‌رقم) با هم سنجیده می‌شوند.",
        "only two criteria with the same type of value (count, or decimal with equal places) can be compared")

    static let registerFieldOfOtherValue = FaultReason(
        .registerFieldOfOtherValue,
        "این مشخصهٔ ثبت‌شده شکل دیگری دارد: مساحت decimal با ۱ رقم، تعدادها count و بقیه yes_no است.",
        "the register writes this field in another form: the area is decimal with 1 place, counts are count, others yes_no"
    )

    static let evidenceOnSurvey = FaultReason(
        .evidenceOnSurvey, "شاخصی که منبع آن نظرسنجی است مستندی نمی‌گیرد.",
        "a criterion whose source is a survey takes no evidence")
    static let surveyOnOtherSource = FaultReason(
        .surveyOnOtherSource, "بخش survey فقط برای شاخصی است که منبع آن نظرسنجی است.",
        "survey stands only at a criterion whose source is a survey")
    static let surveyMissing = FaultReason(
        .surveyMissing, "شاخصی که منبع آن نظرسنجی است به بخش survey نیاز دارد.",
        "a criterion whose source is a survey needs a survey part")
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
