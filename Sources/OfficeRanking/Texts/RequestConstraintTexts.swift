/// What the constraints on requests say.
extension ConstraintTexts {
    static let requests = [
        "answered_request_succeeded": (
            "فقط پاسخ کار انجام‌شده نگه داشته می‌شود.", "Only the answer of what was done is kept."
        ),
        "findings_are_within_the_accounts_share": (
            "یافته‌های نگه‌داشتهٔ این حساب به ۲۰۰٬۰۰۰ رسیده است.",
            "This account holds 200,000 findings of imports, which is the most."
        ),
        "refused_rows_are_within_the_accounts_share": (
            "سطرهای ردشدهٔ نگه‌داشتهٔ این حساب از ۵۰۰٬۰۰۰ می‌گذرد؛ پرونده را درست کنید و دوباره بفرستید.",
            "This account would hold more than 500,000 refused rows; correct the file and send it again."
        ),
        "request_digest_is_sha256": ("اثر انگشت درخواست SHA-256 است.", "A request's digest is a SHA-256."),
        "request_key_is_plain": (
            "شناسهٔ درخواست ۱ تا ۲۰۰ نویسهٔ سادهٔ لاتین است.", "A request's key has 1 to 200 visible ASCII characters."
        ),
    ]
}
