extension FindingCatalogue {
    /// Agencies, services, delegations and contracts.
    static let services: [FindingCode: (String, String)] = [
        .agencyUnknown: (
            "این دستگاه ثبت نشده است؛ کد را بررسی کنید یا نخست دستگاه را ثبت کنید.",
            "This agency is not registered. Check the code, or register the agency first."
        ),
        .serviceUnknown: (
            "این خدمت ثبت نشده است؛ کد را بررسی کنید یا نخست خدمت را ثبت کنید.",
            "This service is not registered. Check the code, or register the service first."
        ),
        .serviceCodeInvalid: ("کد خدمت از ۴ تا ۱۲ رقم است.", "The code of a service has 4 to 12 digits."),
        .subIndicatorUnknown: (
            "نماگر به صورت شاخص/نماگر نوشته می‌شود، مانند 1/8.",
            "A sub-indicator is written indicator/sub-indicator, like 1/8."
        ),
        .parentIsSelf: ("خدمت نمی‌تواند زیرخدمت خودش باشد.", "A service cannot be its own sub-service."),
        .delegationPlacesMissing: (
            "محدودهٔ واگذاری کشوری نیست و هیچ استان یا محلی نام برده نشده است.",
            "The delegation is not for the whole country and names no province or locality."
        ),
        .serviceNotDelegable: (
            "این خدمت حاکمیتی یا واگذارنشدنی ثبت شده است؛ واگذاری آن ثبت می‌شود ولی در نماگر به شمار نمی‌آید.",
            "This service is registered as sovereign or not delegable. Its delegation is stored, but does not count in the "
                + "indicator."
        ),
        .contractOverlaps: (
            "قرارداد دیگری از همین دفتر و خدمت در این روزها برقرار است.",
            "Another contract of this office and service holds on some of these days."
        ),
        .contractHasEnded: (
            "این قرارداد در {1} پایان یافته و ثبت شده است؛ پرونده پایان آن را عوض نمی‌کند.",
            "This contract is registered as ended on {1}; a file does not change its end."
        ),
        .linkInvalid: (
            "نشانی اینترنتی با http:// یا https:// آغاز می‌شود و فاصله ندارد.",
            "A link begins with http:// or https:// and holds no space."
        ),
    ]
}
