/// The sentences of evidence.
extension ErrorTexts {
    static let evidence: [RankingError.Code: (String, String)] = [
        .evidenceMissing: (
            "این مقدار مستندِ لازم را ندارد و تأیید نمی‌شود (دفتر و شاخص): {code}. نخست مستند را پیوست کنید.",
            "The value lacks its evidence and cannot be confirmed (office and criterion): {code}. Attach the evidence first."
        ),
        .evidenceIsInfected: (
            "ویروس‌یاب این پرونده را نپذیرفت و پرونده نگه‌داری نشد؛ پروندهٔ سالمی بفرستید.",
            "The virus scanner refused the file, and it was not kept. Send a clean file."
        ),
        .evidenceNotScanned: (
            "ویروس‌یاب پاسخ نداد و پرونده نگه‌داری نشد؛ کمی بعد دوباره بفرستید.",
            "The virus scanner did not answer, and the file was not kept. Send it again a little later."
        ),
        .unknownEvidence: (
            "این دفتر مستندی با شمارهٔ {code} ندارد، یا پروندهٔ آن پاک شده است.",
            "The office has no evidence {code}, or its file is erased."
        ),
    ]
}

extension ConstraintTexts {
    static let evidence = [
        "content_has_its_size": (
            "پرونده باید ۱ بایت تا ۵ مگابایت (۵٬۲۴۲٬۸۸۰ بایت) باشد.", "A file must have 1 to 5,242,880 bytes (5 MB)."
        ),
        "media_type_is_allowed": (
            "فقط PDF و تصویر JPEG، PNG یا TIFF پذیرفته است.",
            "Only PDF files and JPEG, PNG or TIFF pictures are accepted."
        ),
        "media_type_is_that_of_the_bytes": (
            "محتوای پرونده از نوعی نیست که نوشته شده است.", "The content of the file is not of the type that is given."
        ),
        "evidence_ends_after_its_issue": (
            "پایان اعتبار مستند پیش از روز صدور آن است.", "The evidence expires before its day of issue."
        ),
        "evidence_names_are_plain_words": (
            "کد شاخص و نوع مستند را با حروف کوچک لاتین بنویسید.",
            "Write the criterion and the kind of evidence in lower-case Latin letters."
        ),
        "evidence_kind_is_of_its_rule": (
            "هیچ شیوه‌نامه‌ای برای این شاخص مستندی از این نوع نمی‌پذیرد.",
            "No scheme accepts evidence of this kind for the criterion."
        ),
        "evidence_is_within_the_share": (
            "مستندات یک دفتر در یک دوره، و نیز آنچه هنوز پیوست نشده است، حداکثر ۳۰ مگابایت است؛ مستند بی‌استفاده را پاک کنید.",
            "An office has at most 30 MB of evidence in a period, and as much that is not attached yet. Erase what is not used."
        ),
        "evidence_supports_what_was_said": (
            "مستند به مقداری پیوست می‌شود که دفتر در تازه‌ترین اظهار خود دارد.",
            "Evidence is attached to a value of the newest submission."
        ),
        "judged_item_takes_no_evidence": (
            "این مقدار بازبینی شده است و مستند تازه نمی‌گیرد.", "The value is reviewed and takes no more evidence."
        ),
        "evidence_fits_its_rule": (
            "شیوه‌نامهٔ دوره این مستند را برای این شاخص نمی‌پذیرد: نوع، تاریخ صدور یا اعتبار آن را بررسی کنید.",
            "The period's scheme does not accept this evidence for the criterion. Check its kind, its day of issue and its validity."
        ),
        "item_has_its_most_evidence": (
            "این مقدار بیش از این مستند نمی‌گیرد.", "The value takes no more items of evidence."
        ),
        "reviewer_brought_no_evidence": (
            "مقداری را که خودتان برای آن مستند آورده‌اید نمی‌توانید بازبینی کنید.",
            "You cannot review a value that you brought evidence for."
        ),
    ]
}
