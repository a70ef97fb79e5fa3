/// What the constraints of sources, submissions, reviews, frozen facts and amendments say.
extension ConstraintTexts {
    static let sources = [
        "bounding_criterion_is_known": ("شاخص وارسی شناخته نیست.", "The criterion of a check is not known."),
        "checked_criterion_is_known": ("شاخص وارسی شناخته نیست.", "The criterion of a check is not known."),
        "criterion_source_is_known": (
            "منبع شاخص در شیوه‌نامه نیست.", "The criterion's source is not one of the scheme's."
        ),
        "declaration_is_of_values": ("خوداظهاری نظرسنجی نیست.", "A declaration is no survey."),
        "office_said_is_of_an_office": (
            "دفترِ این خبر ثبت نشده است.", "The office that the file speaks of is not registered."
        ),
        "person_is_known_once": ("این شخص شناخته شده است.", "This person is known already."),
        "person_key_is_given": ("شخص بی‌نام است.", "The person has no name."),
        "source_code_is_unique_in_scheme": ("کد منبع تکراری است.", "The source's code is repeated."),
        "register_field_is_known": (
            "این مشخصهٔ ثبت‌شدهٔ دفتر شناخته نیست.", "The register of offices has no such field."
        ),
        "value_is_checked_against_another": (
            "مقدار شاخص با خودش سنجیده نمی‌شود.", "A criterion is not checked against itself."
        ),
        "values_keep_the_checks": (
            "مقدارها با وارسی‌های شیوه‌نامه نمی‌خوانند.", "The values break a check of the scheme."
        ),
        "source_criteria_are_a_mask": ("فهرست شاخص‌های منبع درست نیست.", "The source's criteria are not well-formed."),
        "source_kind_is_known": ("نوع منبع شناخته نیست.", "The kind of source is not known."),
        "source_review_is_known": ("شیوهٔ بررسی منبع شناخته نیست.", "How the source is reviewed is not known."),
        "writer_is_of_a_source": ("منبعِ این نقش شناخته نیست.", "The source that the role speaks for is not known."),
        "writer_role_is_one_plain_word": ("نام نقش به حروف کوچک لاتین است.", "A role is written in lower-case Latin."),
    ]

    static let submissions = [
        "adverse_verdict_has_a_reason": (
            "رأی اصلاح، رد یا نامربوط دلیل می‌خواهد.", "A verdict other than confirmation needs a reason."
        ),
        "only_a_corrected_item_has_a_value": (
            "مقدار تأییدشده تنها از آنِ موردی است که اصلاح شده است.", "Only a corrected item has a confirmed value."
        ),
        "only_a_survey_has_respondents": (
            "تعداد پاسخ‌دهندگان از آنِ نظرسنجی است و در آن لازم است.", "A survey has respondents, and nothing else has."
        ),
        "only_a_withdrawn_submission_is_empty": (
            "تنها اظهاری که پس گرفته شده است بی‌مقدار است.", "Only a withdrawn submission has no value."
        ),
        "owner_has_spoken_for_himself": (
            "کسی که به جای دیگری نمی‌گوید صاحب منبع است.", "Whoever does not speak on behalf is the owner himself."
        ),
        "respondents_are_counted": ("تعداد پاسخ‌دهندگان منفی است.", "The number of respondents is negative."),
        "review_arrays_have_equal_lengths": (
            "شمار رأی‌ها، مقدارها و دلیل‌های بررسی یکی نیست.",
            "Verdicts, values and reasons of the review differ in number."
        ),
        "review_came_by_an_import": ("این بررسی از هیچ دریافتی نیامده است.", "The review came by no import."),
        "review_has_the_length_of_its_scheme": (
            "شمار رأی‌ها با شمار شاخص‌های شیوه‌نامه یکی نیست.", "The review has not one verdict for each criterion."
        ),
        "review_is_made_now": ("بررسی در همین لحظه ثبت می‌شود.", "A review is made now, not at another time."),
        "review_is_of_a_submission": (
            "اظهارِ بررسی‌شده یا صاحب آن این نیست.", "The submission that is judged, or whose it is, is another."
        ),
        "review_is_of_an_office": ("دفتر این بررسی ثبت نشده است.", "The reviewed office is not registered."),
        "review_judges_what_was_said": (
            "بررسی دربارهٔ چیزی است که گفته نشده است.", "The review judges what was not said."
        ),
        "review_keeps_what_it_does_not_judge": (
            "بررسی چیزی را که دربارهٔ آن رأی نمی‌دهد تغییر داده است.", "The review changes what it does not judge."
        ),
        "review_level_is_known": ("سطح بررسی شناخته نیست.", "The level of the review is not known."),
        "reviewer_is_not_declarer": (
            "هیچ‌کس گفتهٔ خودش را بررسی نمی‌کند.", "Nobody reviews what he has said himself."
        ),
        "reviews_are_numbered_from_one": ("شمارهٔ بررسی از ۱ آغاز می‌شود.", "Reviews are numbered from 1."),
        "source_is_reviewed": ("آنچه این منبع می‌گوید بررسی نمی‌شود.", "What this source says is not reviewed."),
        "submission_arrays_have_equal_lengths": (
            "شمار مقدارهای اظهار یکی نیست.", "The arrays of the submission differ in length."
        ),
        "submission_came_by_an_import": ("این اظهار از هیچ دریافتی نیامده است.", "The submission came by no import."),
        "submission_is_made_now": ("اظهار در همین لحظه ثبت می‌شود.", "A submission is made now, not at another time."),
        "submission_is_of_an_office": ("دفتر این اظهار ثبت نشده است.", "The submission's office is not registered."),
        "submission_is_of_its_person": ("اظهار از آنِ گویندهٔ خودش است.", "A submission is its own person's."),
        "submission_keeps_what_it_does_not_say": (
            "اظهار چیزی را که از آن سخن نمی‌گوید تغییر داده است.", "The submission changes what it does not speak of."
        ),
        "submission_says_something": ("اظهار چیزی نمی‌گوید.", "The submission says nothing."),
        "submission_speaks_of_its_criteria": (
            "اظهار از شاخصی است که از آنِ این منبع نیست.", "The submission speaks of criteria that are not its source's."
        ),
        "submissions_are_numbered_from_one": ("شمارهٔ اظهار از ۱ آغاز می‌شود.", "Submissions are numbered from 1."),
        "verdict_is_known": ("رأی بررسی شناخته نیست.", "The verdict is not known."),
    ]

    static let frozenFacts = [
        "amended_facts_have_one_cause": (
            "این داده‌ها از اصلاح دیگری آمده‌اند؛ دوباره بکوشید.",
            "These facts were made by another amendment; try again."
        ),
        "amendment_has_a_cause": (
            "داده‌های تازه از هیچ اصلاح تأییدشده‌ای نیامده است.", "The facts were made by no confirmed amendment."
        ),
        "amendment_has_a_reason": ("اصلاح دلیل می‌خواهد.", "An amendment needs a reason."),
        "amendment_is_of_a_listed_office": (
            "دفترِ اصلاح در سرشماری نیست.", "The office of the amendment is not in the census."
        ),
        "amendment_verdict_is_known": (
            "اصلاح، مقدار را تغییر می‌دهد، رد می‌کند یا نامربوط می‌شمارد.",
            "An amendment corrects or rejects an item, or calls it not applicable."
        ),
        "confirmed_amendment_made_facts": (
            "اصلاح تأییدشده داده‌های تازه دارد.", "A confirmed amendment has made its facts."
        ),
        "earlier_values_have_their_scheme": (
            "مقدارهای پیشین با شیوه‌نامهٔ خودشان می‌آیند.", "Earlier values come with their scheme."
        ),
        "fact_arrays_have_equal_lengths": ("شمار مقدارهای دفتر یکی نیست.", "The arrays of the facts differ in length."),
        "fact_decisions_have_equal_lengths": (
            "شمار رأی‌های دفتر یکی نیست.", "The arrays of the decisions differ in length."
        ),
        "fact_is_of_a_listed_office": (
            "دفترِ این داده در سرشماری نیست.", "The office of the facts is not in the census."
        ),
        "facts_are_numbered_from_the_census": ("شمارهٔ داده‌ها از ۰ آغاز می‌شود.", "Facts are numbered from 0."),
        "only_a_corrected_amendment_has_a_value": (
            "مقدار تازه تنها با رأی اصلاح می‌آید.", "An amendment has a value only where it corrects."
        ),
        "two_persons_amend": (
            "کسی که اصلاح را پیشنهاد کرده است خودش آن را تأیید نمی‌کند.",
            "Whoever made an amendment does not confirm it."
        ),
    ]
}
