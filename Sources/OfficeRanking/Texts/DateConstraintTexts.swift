/// The sentences of the constraints of days, windows, overrules and releases.
extension ConstraintTexts {
    static let dates = [
        "days_are_of_the_calendar": (
            "روز بیرون از سال‌های ۱۲۰۰ تا ۱۶۰۰ شمسی است.", "The day lies outside the Jalali years 1200 to 1600."
        ),
        "instants_are_of_the_calendar": (
            "زمان بیرون از سال‌های ۱۲۰۰ تا ۱۶۰۰ شمسی است.", "The instant lies outside the Jalali years 1200 to 1600."
        ),
        "opening_day_has_a_scheme": (
            "روز گشایش شیوه‌نامه می‌خواهد؛ شیوه‌نامه را هم بدهید.", "An opening day needs a scheme. Name one too."
        ),
        "reminders_come_before_closing": (
            "یادآوری از ۰ تا ۱۸۰ روز پیش از روز بستن است.", "Reminders come 0 to 180 days before the closing day."
        ),
        "steps_come_in_their_order": (
            "روزها به‌ترتیب نیست: گشایش، بستن، پس از آن رتبه‌بندی، سپس انتشار.",
            "The days are out of order: opening, closing, on a later day ranking, then publishing."
        ),
    ]

    static let stepsAndWindows = [
        "extension_has_a_reason": ("برای تمدید مهلت دلیل بنویسید.", "Extending a window needs a reason."),
        "obstacle_is_overruled_once": (
            "این مانع پیش‌تر نادیده گرفته شده است؛ فقط تأیید آن مانده است.",
            "This obstacle is already overruled. It only needs to be confirmed."
        ),
        "overrule_has_a_reason": ("برای نادیده‌گرفتن مانع دلیل بنویسید.", "Overruling an obstacle needs a reason."),
        "overrule_is_of_two_persons": (
            "کسی که مانع را نادیده گرفته است نمی‌تواند آن را تأیید کند.",
            "The person who overruled an obstacle cannot confirm it."
        ),
        "release_ends_with_a_reason": ("برای پایان معافیت دلیل بنویسید.", "Ending a release needs a reason."),
        "release_has_a_legal_basis": ("مبنای قانونی معافیت را بنویسید.", "A release needs a legal basis."),
        "release_has_a_reason": ("برای معافیت دلیل بنویسید.", "A release needs a reason."),
        "release_is_of_an_office_of_its_province": (
            "این دفتر در این استان نیست.", "The office is not in this province."
        ),
        "window_ends_before_closing": (
            "این مهلت پس از بستن دوره پایان می‌یابد.", "The window would end after the period closes."
        ),
        "window_is_of_an_office_of_its_province": (
            "این دفتر در این استان نیست.", "The office is not in this province."
        ),
        "window_opens_before_it_closes": (
            "پایان مهلت پیش از آغاز آن است.", "The window would close before it opens."
        ),
    ]
}
