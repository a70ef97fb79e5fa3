extension FileKind {
    /// The record of a service or sub-service with its four stages.
    static let services = FileKind(
        "خدمات", "services", stems: ["services", "خدمات"], family: .services, landing: "staging.service_row",
        unknownCode: .serviceUnknown, fields: identity + stages + record + [.effectiveOn])

    private static let identity = [
        Field("code", "کد خدمت", "شناسه خدمت", "service_code", rule: .serviceCode, isRequired: true),
        Field("title", "عنوان خدمت", "عنوان", rule: .text(maximum: 500), isRequired: true),
        .agencyCode,
        Field("parent_code", "کد خدمت مادر", "خدمت مادر", rule: .serviceCode),
        Field("for_citizens", "G2C", "گیرنده شهروند", rule: .flag),
        Field("for_businesses", "G2B", "گیرنده کسب‌وکار", rule: .flag),
        Field("for_government", "G2G", "گیرنده دولت", rule: .flag),
        Field("is_sovereign", "حاکمیتی", "حاکمیتی است", rule: .flag, isRequired: true),
        Field("is_delegable", "قابل واگذاری", rule: .flag, isRequired: true),
        Field("delegable_reason", "دلیل واگذاری", "دلیل عدم واگذاری", rule: .text(maximum: 500)),
    ]

    /// Access channels and the counter-office field of each stage.
    private static let stages = [
        ("information", "اطلاع‌رسانی"), ("request", "درخواست"), ("production", "تولید"), ("delivery", "ارائه نتیجه"),
    ].flatMap { stage, persian in
        [
            Field("\(stage)_channels", "دسترسی \(persian)", "کانال \(persian)", rule: .text(maximum: 500)),
            Field("\(stage)_counter", "پیشخوان \(persian)", "پیشخوان در \(persian)", rule: .flag),
        ]
    }

    private static let record = [
        Field("level", "سطح خدمت", "سطح", rule: .text(maximum: 60)),
        Field("mode", "نحوه ارائه خدمت", "نحوه ارائه", rule: .text(maximum: 60)),
        Field("documents", "مدارک لازم", "مدارک مورد نیاز", rule: .text(maximum: 2_000)),
        Field("request_url", "لینک صفحه دریافت خدمت", "لینک دریافت خدمت", rule: .link),
        Field("guide_url", "لینک راهنما", "راهنمای استفاده", rule: .link),
        Field("faq_url", "لینک سوالات متداول", "سوالات متداول", "FAQ", rule: .link),
        Field("sla_url", "لینک توافق سطح خدمت", "توافق سطح خدمت", "SLA", rule: .link),
        Field("unit", "واحد پاسخگو", "نام واحد پاسخگو", rule: .text(maximum: 200)),
        Field("phone", "شماره تماس", "تلفن واحد پاسخگو", rule: .text(maximum: 60)),
    ]
}
