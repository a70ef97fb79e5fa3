import RankingRules

extension Words {
    /// A kind of act of the record; a kind that an earlier program recorded stands as it is.
    package static func ofAct(_ kind: String) -> Word {
        guard let words = acts[kind] else { return Word(kind, kind, kind) }
        return Word(kind, words.persian, words.english)
    }

    /// What an account with the permission does, by kind.
    package static let acts: [String: (persian: String, english: String)] = [
        "add_place": ("افزودن شهرستان یا محل", "add a place"),
        "adopt_indicator_rules": ("تصویب شیوهٔ شاخص", "adopt rules of the indicator"),
        "adopt_scheme": ("تصویب شیوه‌نامه", "adopt a scheme"),
        "amend_facts": ("پیشنهاد اصلاح داده", "propose an amendment"),
        "assign_region": ("تعیین منطقهٔ استان", "assign a province to a region"),
        "change_role": ("تغییر نقش حساب", "change the role of an account"),
        "close_period": ("بستن دوره", "close the half-year"),
        "confirm_amendment": ("تأیید اصلاح داده", "confirm an amendment"),
        "confirm_identity": ("تأیید هویت بیرونی", "confirm an outside identity"),
        "confirm_overrule": ("تأیید نادیده گرفتن مانع", "confirm that an obstacle is overruled"),
        "confirm_token": ("تأیید توکن", "confirm a token"),
        "correct_office": ("اصلاح مشخصات دفتر", "correct the record of an office"),
        "disable_account": ("بستن حساب", "disable an account"),
        "enable_account": ("باز کردن حساب", "enable an account"),
        "end_contract": ("پایان قرارداد خدمت", "end a contract"),
        "end_release": ("پایان معافیت", "end a release"),
        "enter_score": ("ثبت امتیاز", "enter a score"),
        "forget_messages": ("پاک کردن پیام‌های کهنه", "delete old messages"),
        "forget_refused_rows": ("پاک کردن ردیف‌های ردشدهٔ کهنه", "delete old refused rows"),
        "forget_requests": ("پاک کردن درخواست‌های کهنه", "delete old requests"),
        "import": ("دریافت پرونده", "import a file"),
        "issue_token": ("دادن توکن", "issue a token"),
        "keep_clock": ("کار ساعت دوره‌ها", "keep the clock"),
        "link_identity": ("پیوند هویت بیرونی", "link an outside identity"),
        "make_account": ("ساختن حساب", "make an account"),
        "name_association": ("نام‌گذاری انجمن", "name an association"),
        "open_period": ("گشودن دوره", "open the half-year"),
        "overrule_step": ("پیشنهاد نادیده گرفتن مانع", "propose to overrule an obstacle"),
        "plan_period": ("برنامه‌ریزی دوره", "plan a half-year"),
        "publish": ("انتشار نتیجه", "publish the results"),
        "publish_correction": ("انتشار اصلاحیه", "publish a correction"),
        "publish_head": ("انتشار سر زنجیرهٔ سابقه", "publish the head of the record"),
        "publish_indicator": ("انتشار برگهٔ شاخص", "publish a sheet of the indicator"),
        "rank": ("رتبه‌بندی", "rank"),
        "register_contract": ("ثبت قرارداد خدمت", "register a contract"),
        "release_offices": ("معاف کردن از مشارکت", "release offices from taking part"),
        "rename_place": ("تغییر نام محل", "rename a place"),
        "reopen_period": ("بازگشودن دوره", "open the half-year again"),
        "review": ("بازبینی", "review items"),
        "revoke_token": ("پایان دادن به توکن", "revoke a token"),
        "rotate_token": ("تعویض توکن", "rotate a token"),
        "save_draft": ("تغییر پیش‌نویس خوداظهاری", "change the draft of a declaration"),
        "schedule_period": ("تعیین روز گام‌ها", "set the days of the steps"),
        "set_hand_over_policy": ("تعیین سیاست واگذاری", "set the hand-over policy"),
        "set_window": ("تعیین مهلت", "set a window"),
        "split_county": ("جدا کردن شهرستان", "split a county"),
        "submit": ("ثبت خوداظهاری", "submit a declaration"),
        "unlink_identity": ("برداشتن پیوند هویت بیرونی", "unlink an outside identity"),
        "withdraw": ("پس گرفتن داده‌های یک منبع", "withdraw what a source said"),
    ]
}
