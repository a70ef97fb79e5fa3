import RankingRules

/// What each constraint of the database says, for people who run into it. A test holds the names against the database.
enum ConstraintTexts {
    static func sentence(of constraint: String) -> LocalizedText? {
        sentences[constraint].map { LocalizedText(persian: $0.0, english: $0.1) }
    }

    static var names: Set<String> { Set(sentences.keys) }

    private static let sentences: [String: (String, String)] = accounts.merging(places) { $1 }
        .merging(offices) { $1 }
        .merging(schemesAndPeriods) { $1 }.merging(facts) { $1 }.merging(results) { $1 }.merging(services) { $1 }
        .merging(requests) { $1 }
        .merging(datesAndMessages) { $1 }
        .merging(stepsAndWindows) { $1 }
        .merging(sources) { $1 }.merging(submissions) { $1 }.merging(frozenFacts) { $1 }

    private static let places = [
        "city_code_is_ten_digits": ("کد شهر ده رقم است.", "A city's code has ten digits."),
        "county_code_is_four_digits": ("کد شهرستان چهار رقم است.", "A county's code has four digits."),
        "county_code_is_unique": ("شهرستانی با این کد هست.", "There is a county of this code."),
        "county_name_is_unique_in_province": (
            "این استان شهرستانی به این نام دارد.", "The province has a county of this name."
        ),
        "county_province_is_its_own": ("شهرستان در استان خودش است.", "A county lies in its own province."),
        "locality_county_is_its_own": ("شهر یا روستا در شهرستان خودش است.", "A locality lies in its own county."),
        "locality_county_is_known": ("شهرستان شهر یا روستا شناخته نیست.", "The county of the locality is not known."),
        "locality_kind_is_known": ("محل دفتر شهر یا روستا است.", "A locality is a city or a village."),
        "locality_name_is_given": ("شهر یا روستا بی‌نام است.", "The locality has no name."),
        "locality_name_is_unique_in_county": (
            "این شهرستان شهر یا روستایی به این نام دارد.", "The county has a locality of this name."
        ),
        "changed_locality_is_known": ("شهر یا روستای تغییر شناخته نیست.", "The locality of the change is not known."),
        "only_a_county_has_no_locality": (
            "فقط تغییر شهرستان بی شهر و روستا است.", "Only the change of a county names no locality."
        ),
        "only_a_rename_has_a_name_before": (
            "فقط تغییر نام، نام پیشین دارد.", "Only a rename has a name before."
        ),
        "only_a_split_has_another_county": (
            "فقط جدا شدن از شهرستانی دیگر، شهرستان پیشین دارد.", "Only a split has a county before."
        ),
        "place_change_has_a_reason": ("تغییر تقسیمات کشوری دلیل می‌خواهد.", "A change of a place has a reason."),
        "place_change_is_known": (
            "جایی افزوده، نام‌گذاری یا جدا می‌شود.", "A place is added, renamed or split off."
        ),
        "place_level_is_known": (
            "جا شهرستان، شهر یا روستا است.", "A place is a county, a city or a village."
        ),
        "place_name_is_given": ("نام محل حرف یا رقمی ندارد.", "The name of a place has a letter or digit."),
        "province_code_is_two_digits": ("کد استان دو رقم است.", "A province's code has two digits."),
        "province_code_is_unique": ("استانی با این کد هست.", "There is a province of this code."),
        "province_name_is_unique": ("استانی به این نام هست.", "There is a province of this name."),
        "region_is_one_of_nine": ("منطقه‌ها از ۱ تا ۹ است.", "Regions are numbered 1 to 9."),
        "region_title_is_unique": ("منطقه‌ای با این عنوان هست.", "There is a region of this title."),
    ]

    private static let offices = [
        "floor_area_is_plausible": ("مساحت دفتر پذیرفتنی نیست.", "The floor area is not plausible."),
        "holder_is_registered_once": ("این دارندهٔ پروانه ثبت شده است.", "This licence holder is registered."),
        "holder_kind_is_known": ("دارندهٔ پروانه حقیقی یا حقوقی است.", "A holder is a natural or a legal person."),
        "holder_rename_came_by_an_import": (
            "این تغییر نام از هیچ دریافتی نیامده است.", "The change of name came by no import."
        ),
        "holder_national_id_fits_kind": (
            "شناسهٔ حقیقی ده رقم و حقوقی یازده رقم دارد.", "Natural persons' ids have ten digits, legal persons' eleven."
        ),
        "licence_expires_after_issue": (
            "تاریخ انقضای پروانه پیش از تاریخ صدور آن است.", "The licence expires before it was issued."
        ),
        "office_code_is_given": ("کد دفتر خالی یا بیش از ۴۰ نویسه است.", "An office's code has 1 to 40 characters."),
        "office_code_is_unique": (
            "این کد را دفتر دیگری دارد، شاید در استانی دیگر.",
            "Another office has this code, perhaps in another province."
        ),
        "office_predecessor_came_by_an_import": (
            "این جانشینی از هیچ دریافتی نیامده است.", "The succession came by no import."
        ),
        "office_county_is_known": ("شهرستان دفتر در استان آن نیست.", "The office's county is not in its province."),
        "office_history_is_of_an_office": ("این دفتر ثبت نشده است.", "The office is not registered."),
        "office_is_not_its_own_predecessor": ("دفتر پیشین خودش نیست.", "An office is not its own predecessor."),
        "office_kind_is_known": ("دفتر شهری یا روستایی است.", "An office is urban or rural."),
        "office_locality_is_in_its_county": (
            "محل دفتر در شهرستان آن نیست.", "The locality is not in the office's county."
        ),
        "office_province_is_its_own": ("دفتر در استان خودش است.", "An office lies in its own province."),
        "office_state_is_known": ("وضعیت پروانه شناخته نیست.", "The state of the licence is not known."),
        "postal_code_is_ten_digits": ("کد پستی ده رقم است.", "A postal code has ten digits."),
        "predecessor_kind_is_known": ("نوع جانشینی شناخته نیست.", "The kind of succession is not known."),
        "staff_count_is_plausible": ("تعداد کارکنان پذیرفتنی نیست.", "The number of staff is not plausible."),
        "staff_counts_agree": (
            "کارکنان بیمه‌شده یا دارای معلولیت از همهٔ کارکنان بیشترند.",
            "More insured or disabled staff than staff."
        ),
    ]

    private static let schemesAndPeriods = [
        "census_is_of_its_period": ("سرشماری از دورهٔ خودش است.", "A census belongs to its own period."),
        "census_lies_in_or_after_the_period": (
            "روز سرشماری پیش از آغاز دوره است.", "The census date lies before the period."
        ),
        "closed_period_has_a_census": ("دورهٔ بسته سرشماری دارد.", "A closed period has a census."),
        "criterion_code_is_unique_in_scheme": ("کد شاخص تکراری است.", "The criterion's code is repeated."),
        "criterion_group_is_known": ("گروه شاخص شناخته نیست.", "The criterion's group is not known."),
        "group_code_is_unique_in_scheme": ("کد گروه تکراری است.", "The group's code is repeated."),
        "half_year_is_planned_once": ("این نیم‌سال پیش‌تر برنامه‌ریزی شده است.", "This half-year is planned already."),
        "half_year_is_well_formed": ("نیم‌سال به شکل 1400-H1 نوشته می‌شود.", "A half-year is written like 1400-H1."),
        "non_participation_policy_is_known": (
            "سیاست عدم مشارکت شناخته نیست.", "The non-participation policy is not known."
        ),
        "open_period_has_a_scheme": ("دورهٔ باز شیوه‌نامه دارد.", "An open period has a scheme."),
        "period_census_is_its_own": ("سرشماری از دورهٔ دیگری است.", "The census belongs to another period."),
        "period_has_its_days": ("روزهای دوره یک نیم‌سال نیست.", "The days are not those of a half-year."),
        "period_run_is_its_own": ("رتبه‌بندی از دورهٔ دیگری است.", "The run belongs to another period."),
        "period_scheme_is_its_own": ("شیوه‌نامه از دورهٔ خودش است.", "A scheme is that of its own period."),
        "period_state_is_known": ("وضعیت دوره شناخته نیست.", "The state of the period is not known."),
        "periods_do_not_overlap": ("این دوره با دورهٔ دیگری هم‌پوشانی دارد.", "The period overlaps another one."),
        "published_period_has_a_publication": (
            "دورهٔ منتشرشده انتشاری از نتیجهٔ خود دارد.", "A published period has a publication of its own run."
        ),
        "ranked_period_has_a_run": ("دورهٔ رتبه‌بندی‌شده نتیجه دارد.", "A ranked period has a run."),
        "scheme_hash_is_of_its_text": ("اثر انگشت با متن شیوه‌نامه نمی‌خواند.", "The hash is not that of the scheme."),
        "scheme_hash_is_unique": (
            "همین متن با نام یا نسخهٔ دیگری پذیرفته شده است.",
            "The same content was adopted under another name or version."
        ),
        "scheme_version_is_unique": ("این نسخهٔ شیوه‌نامه هست.", "This version of the scheme exists."),
        "service_ceiling_is_a_share": (
            "سقف خدمت از ۰ تا ۱۰۰ درصد است.", "A service ceiling lies within 0…100 percent."
        ),
        "unranked_ceiling_is_a_share": (
            "سقف خدمت از ۰ تا ۱۰۰ درصد است.", "A service ceiling lies within 0…100 percent."
        ),
    ]

    private static let facts = [
        "decision_number_is_given": ("شمارهٔ رأی خالی است.", "The decision has no number."),
        "import_digest_is_sha256": ("اثر انگشت پرونده درست نیست.", "The file's digest is not a SHA-256."),
        "import_kind_is_known": ("نوع دریافت شناخته نیست.", "The kind of import is not known."),
        "import_rows_add_up": ("جمع ردیف‌های دریافت نمی‌خواند.", "The rows of the import do not add up."),
        "holder_has_a_thousand_decisions_at_most": (
            "یک دارندهٔ پروانه بیش از هزار رأی ندارد.", "A licence holder has a thousand decisions at most."
        ),
        "violation_came_by_an_import": ("این رأی از هیچ دریافتی نیامده است.", "The decision came by no import."),
        "violation_is_of_an_office": ("دفتر این رأی ثبت نشده است.", "The decision's office is not registered."),
    ]

    private static let results = [
        "act_hash_is_sha256": ("اثر انگشت سابقه درست نیست.", "The act's hash is not a SHA-256."),
        "act_head_has_one_row": ("سرِ زنجیرهٔ سوابق یکی است.", "The record has one head."),
        "assessment_is_of_a_run": ("ارزیابی از هیچ رتبه‌بندی نیست.", "The assessment belongs to no run."),
        "assessment_is_of_the_census": ("دفتر در سرشماری دوره نیست.", "The office is not in the census."),
        "cap_never_lifts_a_rank": ("سقف تخلف رتبه را بهتر کرده است.", "A cap made the rank better."),
        "census_lists_offices_as_registered": (
            "مشخصات دفتر در سرشماری با دفتر ثبت‌شده یکی نیست.",
            "The census lists an office other than as it is registered."
        ),
        "census_office_is_an_office": ("دفتر سرشماری ثبت نشده است.", "The listed office is not registered."),
        "rank_is_of_the_scheme": ("رتبه در شیوه‌نامه نیست.", "The rank is not one of the scheme's."),
        "lines_are_those_of_the_scheme": (
            "سطرهای امتیاز از آنِ شیوه‌نامهٔ دوره نیست.", "The lines are not those of the period's scheme."
        ),
        "lines_have_equal_lengths": ("شمار سطرهای امتیاز یکی نیست.", "The arrays of lines differ in length."),
        "only_ranked_offices_have_a_rank": (
            "رتبه تنها از آنِ دفتر رتبه‌بندی‌شده است.", "Only ranked offices have a rank."
        ),
        "only_ranked_offices_have_a_position": (
            "جایگاه تنها از آنِ دفتر رتبه‌بندی‌شده است.", "Only ranked offices have a position."
        ),
        "origin_is_known": ("منشأ رتبه شناخته نیست.", "The origin of the rank is not known."),
        "penalties_have_equal_lengths": (
            "شمار سطرهای نمرهٔ منفی یکی نیست.", "The arrays of penalties differ in length."
        ),
        "penalty_is_not_negative": (
            "نمرهٔ منفی از جمع رأی‌ها بیشتر یا منفی است.", "The penalty is negative or above its decisions."
        ),
        "points_within_maximum": ("امتیاز سطری از سقف آن گذشته است.", "Points of a line exceed its maximum."),
        "position_follows_the_total": (
            "جایگاه دفتر با رتبه و سهم آن از سقف در دسترس نمی‌خواند.",
            "The position does not follow from the rank and the share of the available maximum."
        ),
        "order_of_lists_is_exact": (
            "سقف امتیاز بیش از ۱۰۴۸٫۵۷۶ است یا امتیاز منفی است؛ ترتیب فهرست دقیق نمی‌ماند.",
            "A maximum exceeds 1048.576 points or a total is negative: lists would not be in exact order."
        ),
        "period_census_is_named_once": ("سرشماری دوره از آنِ خودش است.", "A period's census is its own."),
        "publication_reads_the_census_of_its_period": (
            "انتشار بر سرشماری دیگری جز سرشماری دوره است.", "The publication reads another census than its period's."
        ),
        "publication_run_reads_its_census": (
            "نتیجهٔ منتشرشده بر سرشماری انتشار نیست.", "The published run reads another census than the publication."
        ),
        "publications_are_numbered_without_gaps": (
            "انتشار پیش از این شماره نیست.", "There is no publication before this number."
        ),
        "publication_digest_is_its_own": ("اثر انگشت انتشار از آنِ خودش است.", "A publication's digest is its own."),
        "correction_has_a_reason": (
            "انتشار دوم و پس از آن دلیل دارد، نخستین ندارد.", "A correction has a reason, the first publication none."
        ),
        "run_is_published_once": ("این نتیجه پیش‌تر منتشر شده است.", "This run has been published already."),
        "publication_has_its_text": ("متن انتشار نگه داشته نشده است.", "The text of the publication is not kept."),
        "publication_text_kind_is_known": (
            "متن انتشار متن نتیجه‌ها یا متن داده‌ها است.", "A publication's text is that of its results or of its facts."
        ),
        "publication_text_has_its_digest": (
            "اثر انگشت متن انتشار درست نیست.", "The digest of the publication's text is not its own."
        ),
        "results_text_is_that_of_the_publication": (
            "متن نتیجه‌ها با اثر انگشت انتشار نمی‌خواند.",
            "The text of the results does not give the publication's digest."
        ),
        "newest_publication_is_current": (
            "نتیجهٔ جاری دوره نتیجهٔ تازه‌ترین انتشار آن نیست.",
            "The current run of the period is not that of its newest publication."
        ),
        "publication_is_of_a_run_of_its_period": (
            "انتشار از آنِ نتیجهٔ همین دوره با همین اثر انگشت است.",
            "A publication is of a run of its period, with that run's digest."
        ),
        "publication_number_is_unique": ("این شمارهٔ انتشار هست.", "This publication number exists."),
        "run_digest_is_sha256": ("اثر انگشت نتیجه درست نیست.", "The run's digest is not a SHA-256."),
        "run_digest_is_of_its_period": ("اثر انگشت نتیجه از دورهٔ خودش است.", "A run's digest is of its own period."),
        "run_has_the_scheme_of_its_period": (
            "رتبه‌بندی با شیوه‌نامهٔ دورهٔ خودش نیست.", "The run is not made by its period's scheme."
        ),
        "run_is_of_its_period": ("رتبه‌بندی از دورهٔ خودش است.", "A run belongs to its own period."),
        "run_is_of_its_census": ("رتبه‌بندی بر سرشماری خودش است.", "A run reads its own census."),
        "run_reads_a_census_of_its_period": (
            "رتبه‌بندی بر سرشماری دورهٔ دیگری است.", "The run reads another period's census."
        ),
        "scored_offices_have_a_total": ("دفتر ارزیابی‌شده امتیاز کل دارد.", "A scored office has a total."),
        "silence_gets_the_last_rank": (
            "دفتر بی‌مشارکت آخرین رتبه را می‌گیرد.", "An office that took no part gets the last rank."
        ),
        "silence_gets_the_minimum": (
            "دفتر بی‌مشارکت درست کمینهٔ امتیاز را می‌گیرد.", "An office that took no part gets exactly the minimum."
        ),
        "standing_is_known": ("وضعیت دفتر در دوره شناخته نیست.", "The standing is not known."),
        "total_is_groups_less_penalty": (
            "امتیاز کل با جمع گروه‌ها منهای نمرهٔ منفی یکی نیست.", "The total is not the groups less the penalty."
        ),
    ]
}
