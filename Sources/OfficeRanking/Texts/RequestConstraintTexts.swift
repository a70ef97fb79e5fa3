/// What the constraints on requests say.
extension ConstraintTexts {
    static let requests = [
        "answered_request_succeeded": (
            "فقط پاسخ کار انجام‌شده نگه داشته می‌شود.", "Only the answer of what was done is kept."
        ),
        "request_digest_is_sha256": ("اثر انگشت درخواست SHA-256 است.", "A request's digest is a SHA-256."),
        "request_key_is_plain": (
            "شناسهٔ درخواست ۱ تا ۲۰۰ نویسهٔ سادهٔ لاتین است.", "A request's key has 1 to 200 visible ASCII characters."
        ),
    ]
}
