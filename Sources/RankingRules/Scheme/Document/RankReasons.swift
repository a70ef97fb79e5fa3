/// Reasons about ranks, penalties and the scheme as a whole.
extension FaultReason {
    static let thresholdMissing = FaultReason(
        .thresholdMissing, "این رتبه حد نصاب (threshold) ندارد؛ فقط آخرین رتبه بی‌حد نصاب است.",
        "this rank has no threshold; only the last one goes without")
    static let lastRankHasThreshold = FaultReason(
        .lastRankHasThreshold, "آخرین رتبه حد نصاب ندارد.", "the last rank has no threshold")
    static let lastRankHasConditions = FaultReason(
        .lastRankHasConditions, "آخرین رتبه شرط ندارد.", "the last rank has no conditions")

    static func thresholdsNotFalling(_ kind: OfficeKind) -> FaultReason {
        FaultReason(
            .thresholdsNotFalling, "حد نصاب دفتر \(kind.persian) باید از حد نصاب رتبهٔ بهتر کمتر باشد.",
            "the threshold of \(kind.rawValue) offices must be less than that of the better rank")
    }

    static func thresholdAboveFullMaximum(_ kind: OfficeKind, _ full: Points) -> FaultReason {
        FaultReason(
            .thresholdAboveFullMaximum,
            "حد نصاب از بیشترین امتیاز دفتر \(kind.persian) (\(PersianNumber.text(full.text))) بیشتر است.",
            "the threshold is above the full maximum of \(kind.rawValue) offices, \(full.text)")
    }

    static func fullMaximaDiffer(urban: Points, rural: Points) -> FaultReason {
        let (urbanText, ruralText) = (PersianNumber.text(urban.text), PersianNumber.text(rural.text))
        return FaultReason(
            .fullMaximaDiffer,
            "بیشترین امتیاز دفتر شهری (\(urbanText)) و روستایی (\(ruralText)) برابر نیست؛ حد نصاب را برای هر نوع جدا بنویسید.",
            "the full maxima of the kinds differ (urban \(urban.text), rural \(rural.text)): give the threshold per kind"
        )
    }

    static func conditionOnAbsentCriterion(_ kind: OfficeKind) -> FaultReason {
        FaultReason(
            .conditionOnAbsentCriterion, "این شاخص برای دفتر \(kind.persian) نیست و نمی‌تواند شرط رتبهٔ آن باشد.",
            "the criterion does not exist for \(kind.rawValue) offices, so it cannot bind their rank")
    }

    static func conditionNeverHolds(_ kind: OfficeKind) -> FaultReason {
        FaultReason(
            .conditionNeverHolds, "این شرط برای هیچ دفتر \(kind.persian) برقرار نمی‌شود.",
            "this condition can never hold for \(kind.rawValue) offices")
    }

    static let minimumTotalAboveThreshold = FaultReason(
        .minimumTotalAboveThreshold, "حداقل امتیاز کل از حد نصاب یک رتبه بیشتر است.",
        "the minimum total is above the threshold of a rank")
    static let penaltyPointsFalling = FaultReason(
        .penaltyPointsFalling, "نمرهٔ منفی تکرار بعدی نباید از تکرار پیشین کمتر باشد.",
        "a later occurrence must not take fewer points than the one before")

    static func rankCapOutsideList(ranks: Int) -> FaultReason {
        FaultReason(
            .rankCapOutsideList, "این رتبه در فهرست رتبه‌ها نیست؛ از ۱ تا \(Digits.persian(String(ranks))) بنویسید.",
            "there is no such rank; the ranks are 1…\(ranks)")
    }

    static let ceilingRising = FaultReason(
        .ceilingRising, "سقف خدمت این رتبه از سقف رتبهٔ بهتر بیشتر است.",
        "the service ceiling is higher than that of the better rank")

    static let sampleNotMarked = FaultReason(
        .sampleNotMarked, "عنوان شیوه‌نامهٔ نمونه باید در فارسی واژهٔ «نمونه» و در انگلیسی SAMPLE را داشته باشد.",
        "the titles of a sample must say so: SAMPLE in English, «نمونه» in Persian")
    static let validityReversed = FaultReason(
        .validityReversed, "پایان اعتبار پیش از آغاز آن است.", "valid_to is before valid_from")

    static func filingOutlastsPreview(_ days: Int64) -> FaultReason {
        FaultReason(
            .filingOutlastsPreview,
            "مهلت اعتراض از روزهای پیش‌نمایش (\(Digits.persian(String(days)))) بیشتر است؛ پس از انتشار اعتراضی ثبت نمی‌شود.",
            "appeals could be filed longer than the preview lasts, \(days) days; none is filed after the publication")
    }
}

extension OfficeKind {
    var persian: String {
        self == .urban ? "شهری" : "روستایی"
    }
}
