extension ConstraintTexts {
    static let datesAndMessages = [
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
}
