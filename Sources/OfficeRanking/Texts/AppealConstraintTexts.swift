/// The sentences of the constraints of appeals.
extension ConstraintTexts {
    static let appeals = [
        "appeal_has_grounds": (
            "دلیل اعتراض را بنویسید، تا ۴۰۰۰ نویسه.", "Give the grounds of the appeal, in up to 4000 characters."
        ),
        "appeal_is_against_the_current_run": (
            "نتیجهٔ دوره در این میان دوباره محاسبه شد؛ آن را ببینید و دوباره بکوشید.",
            "The period was ranked again meanwhile. Look at the new result, and try again."
        ),
        "appeal_is_decided_once": (
            "این اعتراض پیش‌تر رأی گرفته است.", "The appeal is already decided."
        ),
        "decider_took_no_part": (
            "کسی که اعتراض را ثبت کرده یا در داده‌های دفتر دست داشته است به آن رسیدگی نمی‌کند.",
            "A person who filed the appeal or took part in the facts of the office cannot decide it."
        ),
        "item_is_appealed_once": (
            "به این شاخص یا رأی پیش‌تر اعتراض شده است.", "The office has already appealed against this item."
        ),
    ]
}
