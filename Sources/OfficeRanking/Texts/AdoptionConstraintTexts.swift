extension ConstraintTexts {
    static let adoption = [
        "period_has_a_confirmed_scheme": (
            "شیوه‌نامهٔ دوره را هنوز نفر دوم تأیید نکرده است.",
            "The scheme of the period is only proposed, not confirmed."
        ),
        "scheduled_scheme_is_confirmed": (
            "شیوه‌نامه‌ای که دوره با آن گشوده می‌شود تأیید نشده است.",
            "The scheme with which the period is to be opened is not confirmed."
        ),
        "two_persons_adopt": (
            "کسی که شیوه‌نامه را پیشنهاد کرده است نمی‌تواند آن را تأیید کند.",
            "The person who proposed a scheme cannot confirm it."
        ),
    ]
}
