extension ConstraintTexts {
    static let services = [
        "agency_code_is_given": ("دستگاه بی‌کد است.", "The agency has no code."),
        "agency_code_is_unique": ("دستگاهی با این کد هست.", "There is an agency of this code."),
        "agency_title_is_given": ("دستگاه بی‌نام است.", "The agency has no title."),
        "agency_version_came_by_an_import": ("دستگاه از یک دریافت می‌آید.", "An agency comes by an import."),
        "contract_ends_after_its_start": ("پایان قرارداد پیش از آغاز است.", "The contract ends before its start."),
        "contract_is_of_an_office": ("دفتر قرارداد شناخته نیست.", "The contract's office is not known."),
        "contract_origin_is_known": ("منشأ قرارداد شناخته نیست.", "The contract's origin is not known."),
        "delegation_area_is_known": ("محدودهٔ واگذاری شناخته نیست.", "The delegation's area is not known."),
        "delegation_confirmation_came_by_an_import": (
            "تأیید واگذاری از یک دریافت می‌آید.", "A confirmation comes by an import."
        ),
        "delegation_is_registered_once": ("این واگذاری ثبت شده است.", "The delegation is registered already."),
        "delegation_place_is_named_once": ("محل واگذاری تکراری است.", "A place of the delegation is named twice."),
        "delegation_place_is_of_a_version": ("واگذاری این محل نیست.", "The place belongs to no delegation."),
        "delegation_place_is_one_place": ("محل، استان یا شهر و روستا است.", "A place is a province or a locality."),
        "delegation_version_came_by_an_import": ("واگذاری از یک دریافت می‌آید.", "A delegation comes by an import."),
        "ended_contract_has_its_revision": (
            "پایان قرارداد با شمارهٔ آن می‌آید.", "The end of a contract comes with its revision."
        ),
        "hand_over_basis_is_given": ("مستند مهلت واگذاری نوشته نشده است.", "The policy has no legal basis."),
        "hand_over_days_are_plausible": ("مهلت از ۰ تا ۱۰۰۰ روز است.", "A term is from 0 to 1000 days."),
        "hand_over_order_is_known": ("ترتیب واگذاری شناخته نیست.", "The order of handing over is not known."),
        "indicator_hash_is_of_its_text": (
            "اثر انگشت با متن قواعد نماگر نمی‌خواند.", "The hash is not that of the indicator's rules."
        ),
        "indicator_item_is_well_formed": ("نماگر مانند 1/8 نوشته می‌شود.", "A sub-indicator is written like 1/8."),
        "indicator_sheet_digest_is_of_its_bytes": (
            "اثر انگشت با برگهٔ نماگر نمی‌خواند.", "The digest is not that of the sheet."
        ),
        "indicator_sheet_number_is_unique": ("این شماره از برگه منتشر شده است.", "This number is published already."),
        "indicator_sheet_numbers_count_from_one": ("شمارهٔ برگه از یک است.", "Sheets are numbered from one."),
        "indicator_version_counts_from_one": ("نسخهٔ قواعد از یک است.", "Versions of rules are numbered from one."),
        "indicator_version_is_unique": ("این نسخه از قواعد نماگر هست.", "This version of the rules exists."),
        "indicator_year_is_plausible": ("سال نماگر پذیرفتنی نیست.", "The indicator's year is not plausible."),
        "mou_number_is_given": ("تفاهم‌نامه بی‌شماره است.", "The memorandum has no number."),
        "mou_target_came_by_an_import": ("هدف از یک دریافت می‌آید.", "A target comes by an import."),
        "office_offers_a_service_once_at_a_time": (
            "دفتر در یک زمان یک قرارداد برای هر خدمت دارد.", "An office has one contract for a service at a time."
        ),
        "recipients_are_known": ("گیرندهٔ خدمت شناخته نیست.", "The service's recipients are not known."),
        "service_code_is_digits": ("کد خدمت از ۴ تا ۱۲ رقم است.", "A service's code has 4 to 12 digits."),
        "service_code_is_unique": ("خدمتی با این کد هست.", "There is a service of this code."),
        "service_has_four_stages": ("خدمت چهار مرحله دارد.", "A service has four stages."),
        "service_is_not_its_own_parent": ("خدمت مادر خودش نیست.", "A service is not its own parent."),
        "service_links_are_web_addresses": (
            "نشانی اینترنتی با http:// یا https:// آغاز می‌شود.", "A link begins with http:// or https://."
        ),
        "service_title_is_given": ("خدمت بی‌عنوان است.", "The service has no title."),
        "service_version_came_by_an_import": ("خدمت از یک دریافت می‌آید.", "A service comes by an import."),
        "sub_indicator_is_well_formed": ("نماگر مانند 1/8 نوشته می‌شود.", "A sub-indicator is written like 1/8."),
        "target_is_a_count": ("هدف یک شمار است.", "A target is a count."),
        "target_years_are_plausible": ("سال‌های هدف پذیرفتنی نیست.", "The years of the target are not plausible."),
        "withdrawal_follows_the_start": ("لغو پیش از آغاز است.", "The withdrawal lies before the start."),
    ]
}
