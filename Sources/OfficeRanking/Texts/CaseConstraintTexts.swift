/// The sentences of the constraints of violation cases, their steps and sanctions.
extension ConstraintTexts {
    static let cases = [
        "case_number_is_unique_in_its_province": (
            "این استان پروندهٔ دیگری با این شماره دارد.", "The province has another case of this number."
        ),
        "case_number_is_written_plainly": (
            "شمارهٔ پرونده ۱ تا ۶۰ نویسه دارد.", "The number of a case has 1 to 60 characters."
        ),
        "kind_of_violation_is_one_plain_word": (
            "نوع تخلف را با یک کد ساده مانند overcharging بنویسید.",
            "Write the kind of violation as one plain code, such as overcharging."
        ),
        "step_may_follow": (
            "این گام در این مرحلهٔ پرونده قانونی نیست.", "The step may not follow the newest step of the case."
        ),
        "step_is_of_its_own_party": (
            "پاسخ و اعتراض از خود دفتر است و گام‌های دیگر از کمیته.",
            "Replies and objections are the office's own steps, all others are the committee's."
        ),
        "steps_follow_in_time": (
            "گام پرونده نمی‌تواند پیش از گام پیشین باشد.", "A step cannot have an earlier day than the one before it."
        ),
        "office_answers_in_its_days": (
            "مهلت پاسخ یا اعتراض دفتر گذشته است.", "The days for the office's answer are over."
        ),
        "office_has_its_days_to_answer": (
            "مهلت پاسخ یا اعتراض دفتر هنوز نگذشته است.", "The office still has days to answer."
        ),
        "notice_and_decision_give_days_to_answer": (
            "ابلاغ و رأی آخرین روز پاسخ را می‌نویسند؛ گام‌های دیگر نمی‌نویسند.",
            "A notice and a decision name the last day to answer; other steps name none."
        ),
        "days_to_answer_follow_the_step": (
            "آخرین روز پاسخ پیش از خود گام است.", "The last day to answer lies before the step."
        ),
        "objection_is_decided_by_another": (
            "کسی که رأی داده است به اعتراض رسیدگی نمی‌کند.", "Whoever decided the case does not decide the objection."
        ),
        "only_a_later_word_ends_sanctions": (
            "تنها رأی اعتراض یا رأی قطعی به جزاهای پیشین پایان می‌دهد.",
            "Only the decision on an objection or the final step ends earlier sanctions."
        ),
        "case_step_says_something": (
            "متن گام را در ۱ تا ۲۰۰۰ نویسه بنویسید.", "A step needs a text of 1 to 2000 characters."
        ),
        "reported_case_is_not_decided_yet": (
            "رأی این شماره پیش‌تر رسیده است؛ آن را ثبت کنید، نه گزارش.",
            "The decision of this number is known already. Record it instead of a report."
        ),
        "sanction_is_imposed_by_a_decision": (
            "جزا تنها با رأی یا رأی قطعی می‌آید.", "A sanction comes only with a decision or a final step."
        ),
        "sanction_has_its_days": (
            "تعلیق و تذکر روز پایان دارند و لغو پروانه ندارد؛ روز پایان پیش از آغاز نیست.",
            "A suspension and a warning have a last day, not before the first; a revocation has none."
        ),
        "sanction_holds_from_its_step": (
            "جزا پیش از گامی که آن را می‌آورد برقرار نیست.", "A sanction cannot hold before the step that imposes it."
        ),
        "decision_of_a_case_comes_from_its_steps": (
            "رأی این پرونده از گام‌های آن می‌آید، نه از پرونده‌های دریافتی.",
            "The decision of a case comes from its steps, not from a file."
        ),
    ]
}
