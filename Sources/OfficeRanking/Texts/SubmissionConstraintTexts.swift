/// The sentences of the constraints of submissions, reviews and amendments.
extension ConstraintTexts {
    static let submissions = [
        "holder_has_a_thousand_decisions_at_most": (
            "برای یک دارندهٔ پروانه بیش از هزار رأی ثبت نمی‌شود؛ پرونده را بررسی کنید.",
            "A licence holder has a thousand decisions at most. Check the file."
        ),
        "adverse_verdict_has_a_reason": (
            "برای رأی اصلاح، رد یا نامربوط دلیل بنویسید.", "A verdict other than confirmation needs a reason."
        ),
        "office_said_is_of_an_office": (
            "دفتری که پرونده از آن داده دارد ثبت نشده است.", "An office in the file is not registered."
        ),
        "only_a_corrected_item_has_a_value": (
            "فقط موردی که اصلاح می‌شود مقدار تأییدشده دارد.", "Only a corrected item has a confirmed value."
        ),
        "review_judges_what_was_said": (
            "بازبینی دربارهٔ چیزی است که ثبت نشده است.", "The review judges an item that nobody reported."
        ),
        "reviewer_is_not_declarer": (
            "داده‌های خودتان را نمی‌توانید بازبینی کنید.", "You cannot review what you reported yourself."
        ),
        "source_is_reviewed": ("داده‌های این منبع بازبینی نمی‌شود.", "The data of this source is not reviewed."),
        "values_keep_the_checks": (
            "مقدارها با وارسی‌های شیوه‌نامه نمی‌خواند.", "The values break a check of the scheme."
        ),
    ]

    static let reviewsAndApprovals = [
        "approval_is_newer_than_its_facts": (
            "داده‌ای تازه‌تر از این تأیید ثبت شده است؛ دوباره تأیید کنید.",
            "A fact is newer than the approval. Approve again."
        ),
        "headquarters_approves_uninvolved": (
            "عضو ستاد در دادن یا بازبینی داده‌های این استان دست داشته است؛ همکار دیگری تأیید می‌کند.",
            "The member of the headquarters has reported or reviewed facts of this province. Another one approves."
        ),
        "two_bodies_approve": (
            "تأیید دوم از نهاد دیگر است: یکی منطقه و یکی ستاد.",
            "The second approval is of the other body: one of the region, one of the headquarters."
        ),
        "two_persons_approve": (
            "کسی که نخستین تأیید را داده است دومین را نمی‌دهد.",
            "Whoever gave the first approval cannot give the second."
        ),
        "voided_approval_is_not_completed": (
            "داده‌ها پس از تأیید نخست تغییر کرده است؛ تأیید از نو آغاز می‌شود.",
            "The facts changed after the first approval. It begins anew."
        ),
        "whole_rejection_rejects_every_item": (
            "رد کامل اظهار، رد همهٔ موردهای تازه‌ترین اظهار است.",
            "The rejection of a whole declaration rejects every item of the newest one."
        ),
    ]

    static let amendments = [
        "amended_facts_have_one_cause": (
            "این داده‌ها از اصلاح دیگری آمده است؛ دوباره بکوشید.",
            "Another amendment changed these facts. Try again."
        ),
        "amendment_has_a_reason": ("برای اصلاح دلیل بنویسید.", "An amendment needs a reason."),
        "amendment_is_of_a_listed_office": (
            "این دفتر در سرشماری دوره نیست.", "The office is not in the census of the period."
        ),
        "only_a_corrected_amendment_has_a_value": (
            "مقدار تازه فقط با رأی اصلاح می‌آید.", "An amendment has a value only with the verdict “corrected”."
        ),
        "two_persons_amend": (
            "کسی که اصلاح را پیشنهاد کرده است نمی‌تواند آن را تأیید کند.",
            "The person who proposed an amendment cannot confirm it."
        ),
    ]
}
