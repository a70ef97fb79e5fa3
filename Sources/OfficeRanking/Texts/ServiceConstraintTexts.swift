/// The sentences of the constraints of agencies, services, contracts and indicators.
extension ConstraintTexts {
    static let services = [
        "agency_code_is_unique": ("دستگاه دیگری این کد را دارد.", "Another agency has this code."),
        "contract_ends_after_its_start": (
            "پایان قرارداد پیش از آغاز آن است.", "The contract would end before it starts."
        ),
        "delegation_is_registered_once": (
            "این واگذاری از پیش ثبت شده است.", "The delegation is already registered."
        ),
        "hand_over_basis_is_given": (
            "مستند قانونی مهلت واگذاری را بنویسید.", "The policy needs a legal basis."
        ),
        "hand_over_days_are_plausible": ("مهلت از ۰ تا ۱۰۰۰ روز است.", "A term is 0 to 1000 days."),
        "indicator_sheet_number_is_unique": (
            "این شماره از برگه منتشر شده است؛ دوباره بکوشید.",
            "A sheet of this number is already published. Try again."
        ),
        "indicator_version_is_unique": (
            "این نسخه از قواعد نماگر پذیرفته شده است؛ شمارهٔ نسخه را بالا ببرید.",
            "This version of the indicator's rules is already adopted. Raise the version."
        ),
        "indicator_year_is_plausible": ("سال نماگر پذیرفتنی نیست.", "The year of the indicator is not plausible."),
        "office_offers_a_service_once_at_a_time": (
            "دفتر در یک زمان برای هر خدمت فقط یک قرارداد دارد.",
            "An office has one contract for a service at a time."
        ),
        "service_code_is_unique": ("خدمت دیگری این کد را دارد.", "Another service has this code."),
    ]
}
