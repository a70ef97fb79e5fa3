import RankingRules

/// The sentences for people who break a constraint of the database. No input can break the other constraints; if one is
/// broken, the sentence is “internal error”. A test compares all of them with the database.
enum ConstraintTexts {
    static func sentence(of constraint: String) -> LocalizedText? {
        sentences[constraint].map { LocalizedText(persian: $0.0, english: $0.1) }
    }

    static var names: Set<String> { Set(sentences.keys) }

    private static let sentences: [String: (String, String)] = accounts.merging(places) { $1 }
        .merging(offices) { $1 }.merging(schemesAndPeriods) { $1 }.merging(publications) { $1 }
        .merging(services) { $1 }.merging(dates) { $1 }.merging(stepsAndWindows) { $1 }
        .merging(submissions) { $1 }.merging(amendments) { $1 }
        .merging(cases) { $1 }
        .merging(reviewsAndApprovals) { $1 }
        .merging(evidence) { $1 }
        .merging(appeals) { $1 }
        .merging(adoption) { $1 }

    private static let places = [
        "city_code_is_ten_digits": ("کد شهر باید ده رقم باشد.", "A city code must have ten digits."),
        "county_code_is_four_digits": ("کد شهرستان باید چهار رقم باشد.", "A county code must have four digits."),
        "county_code_is_unique": ("شهرستان دیگری این کد را دارد.", "Another county has this code."),
        "county_name_is_unique_in_province": (
            "این استان شهرستانی به این نام دارد.", "The province already has a county of this name."
        ),
        "locality_name_is_given": ("نام شهر یا روستا را بنویسید.", "Give the name of the locality."),
        "locality_name_is_unique_in_county": (
            "این شهرستان شهر یا روستایی به این نام دارد.", "The county already has a locality of this name."
        ),
        "place_change_has_a_reason": (
            "برای تغییر تقسیمات کشوری دلیل بنویسید.", "A change of a place needs a reason."
        ),
        "place_name_is_given": (
            "نام محل باید حرف یا رقم داشته باشد.", "The name of a place must have a letter or digit."
        ),
        "region_is_one_of_nine": ("شمارهٔ منطقه از ۱ تا ۹ است.", "A region has a number from 1 to 9."),
        "region_title_is_unique": ("منطقهٔ دیگری این عنوان را دارد.", "Another region has this title."),
    ]

    private static let offices = [
        "floor_area_is_plausible": ("مساحت دفتر پذیرفتنی نیست.", "The floor area is not plausible."),
        "holder_is_registered_once": (
            "این دارندهٔ پروانه از پیش ثبت شده است.", "This licence holder is already registered."
        ),
        "holder_national_id_fits_kind": (
            "شناسهٔ شخص حقیقی ده رقم و شناسهٔ شخص حقوقی یازده رقم دارد.",
            "A natural person's id has ten digits, a legal person's id eleven."
        ),
        "licence_expires_after_issue": (
            "تاریخ انقضای پروانه پیش از تاریخ صدور آن است.", "The licence expires before it was issued."
        ),
        "office_code_is_given": (
            "کد دفتر باید ۱ تا ۴۰ نویسه داشته باشد.", "An office code must have 1 to 40 characters."
        ),
        "office_code_is_unique": (
            "دفتر دیگری این کد را دارد، شاید در استانی دیگر.",
            "Another office has this code, perhaps in another province."
        ),
        "office_county_is_known": (
            "شهرستان دفتر در استان آن نیست.", "The county of the office is not in its province."
        ),
        "office_is_not_its_own_predecessor": (
            "دفتر نمی‌تواند جانشین خودش باشد.", "An office cannot be its own predecessor."
        ),
        "office_locality_is_in_its_county": (
            "محل دفتر در شهرستان آن نیست.", "The locality of the office is not in its county."
        ),
        "postal_code_is_ten_digits": ("کد پستی باید ده رقم باشد.", "A postal code must have ten digits."),
        "staff_count_is_plausible": ("تعداد کارکنان پذیرفتنی نیست.", "The number of staff is not plausible."),
        "staff_counts_agree": (
            "تعداد کارکنان بیمه‌شده یا دارای معلولیت از تعداد همهٔ کارکنان بیشتر است.",
            "The insured or disabled staff are more than the whole staff."
        ),
    ]

    private static let schemesAndPeriods = [
        "census_lies_in_or_after_the_period": (
            "روز سرشماری پیش از آغاز دوره است.", "The census date lies before the period."
        ),
        "half_year_is_planned_once": (
            "این نیم‌سال پیش‌تر برنامه‌ریزی شده است.", "This half-year is already planned."
        ),
        "half_year_is_well_formed": (
            "نیم‌سال را مانند 1400-H1 بنویسید.", "Write a half-year like 1400-H1."
        ),
        "periods_do_not_overlap": (
            "این دوره با دورهٔ دیگری هم‌پوشانی دارد.", "The period overlaps another one."
        ),
        "request_key_is_plain": (
            "شناسهٔ درخواست باید ۱ تا ۲۰۰ نویسهٔ سادهٔ لاتین باشد.",
            "The key of a request must have 1 to 200 visible ASCII characters."
        ),
        "scheme_hash_is_unique": (
            "همین متن با نام یا نسخهٔ دیگری پذیرفته شده است.",
            "The same content is already adopted under another name or version."
        ),
        "scheme_version_is_unique": (
            "این نسخه از شیوه‌نامه پذیرفته شده است؛ شمارهٔ نسخه را بالا ببرید.",
            "This version of the scheme is already adopted. Raise the version."
        ),
    ]

    private static let publications = [
        "correction_has_a_reason": (
            "برای اصلاح انتشار دلیل بنویسید؛ نخستین انتشار دلیل ندارد.",
            "A correction needs a reason; the first publication has none."
        ),
        "order_of_lists_is_exact": (
            "سقف امتیاز بیش از ۱۰۴۸٫۵۷۶ یا امتیاز منفی است؛ ترتیب فهرست دقیق نمی‌ماند.",
            "A maximum exceeds 1048.576 points or a total is negative, so lists could not be in exact order."
        ),
        "results_text_is_that_of_the_publication": (
            "متن نتیجه‌ها با اثر انگشت انتشار نمی‌خواند.",
            "The text of the results does not have the digest of the publication."
        ),
        "run_is_published_once": ("این نتیجه پیش‌تر منتشر شده است.", "This run is already published."),
    ]
}
