extension ConstraintTexts {
    static let datesAndMessages = [
        "days_are_of_the_calendar": (
            "روز بیرون از سال‌های ۱۲۰۰ تا ۱۶۰۰ شمسی است.", "The day lies outside the Jalali years 1200 to 1600."
        ),
        "instants_are_of_the_calendar": (
            "زمان بیرون از سال‌های ۱۲۰۰ تا ۱۶۰۰ شمسی است.", "The instant lies outside the Jalali years 1200 to 1600."
        ),
        "failed_step_is_known": ("گام شناخته نیست.", "The step is not known."),
        "failure_was_attempted": ("گامی که نکوشیده‌اند شکست نمی‌خورد.", "What was not attempted has not failed."),
        "message_kind_is_known": ("نوع پیام شناخته نیست.", "The kind of message is not known."),
        "opening_day_has_a_scheme": (
            "روز گشایش بدون شیوه‌نامه است؛ شیوه‌نامه را هم بدهید.", "The opening day has no scheme: name one too."
        ),
        "reminders_come_before_closing": (
            "یادآوری از ۰ تا ۱۸۰ روز پیش از روز بستن است.", "Reminders come 0 to 180 days before the closing day."
        ),
        "sent_message_was_attempted": ("پیام بدون تلاش فرستاده نمی‌شود.", "A message is not sent without an attempt."),
        "steps_come_in_their_order": (
            "روزها به‌ترتیب نیست: گشایش، بستن، پس از آن رتبه‌بندی، سپس انتشار.",
            "The days are not in order: opening, closing, on a later day ranking, then publishing."
        ),
    ]

    static let stepsAndWindows = [
        "confirmation_is_whole": ("تأیید کامل نیست.", "A confirmation is incomplete."),
        "extension_has_a_reason": ("تمدید مهلت دلیل می‌خواهد.", "An extension of a window needs a reason."),
        "obstacle_is_overruled_once": (
            "این مانع پیش‌تر نادیده گرفته شده است؛ تأیید آن کافی است.",
            "This obstacle is overruled already; it only needs confirming."
        ),
        "overrule_has_a_reason": ("نادیده‌گرفتن مانع دلیل می‌خواهد.", "Overruling an obstacle needs a reason."),
        "overrule_is_of_two_persons": (
            "کسی که مانع را نادیده گرفته است خودش آن را تأیید نمی‌کند.",
            "Whoever overruled an obstacle does not confirm it."
        ),
        "overruled_step_is_known": ("گام شناخته نیست.", "The step is not known."),
        "release_ends_with_a_reason": ("پایان معافیت دلیل می‌خواهد.", "The end of a release needs a reason."),
        "release_has_a_legal_basis": ("معافیت مبنای قانونی می‌خواهد.", "A release needs a legal basis."),
        "release_has_a_reason": ("معافیت دلیل می‌خواهد.", "A release needs a reason."),
        "release_is_of_an_office_of_its_province": (
            "این دفتر در این استان نیست.", "The office is not in this province."
        ),
        "window_activity_is_one_plain_word": (
            "نام فعالیت مهلت درست نیست.", "The activity of a window is not well-formed."
        ),
        "window_ends_before_closing": (
            "این مهلت پس از بستن دوره پایان می‌یابد.", "The window ends after the period closes."
        ),
        "window_is_of_an_office_of_its_province": (
            "این دفتر در این استان نیست.", "The office is not in this province."
        ),
        "window_of_an_office_has_its_province": (
            "مهلت یک دفتر استان آن را هم دارد.", "A window of an office has its province too."
        ),
        "window_opens_before_it_closes": (
            "مهلت پیش از آغاز پایان می‌یابد.", "The window closes before it opens."
        ),
        "windows_are_numbered_without_gaps": (
            "شمارهٔ مهلت‌ها پشت سر هم نیست.", "The windows are not numbered without gaps."
        ),
    ]
}
