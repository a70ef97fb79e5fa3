/// What the constraints of accounts, roles, tokens and identities say.
extension ConstraintTexts {
    static let accounts = [
        "account_name_is_plain": (
            "نام حساب با حرف کوچک لاتین آغاز می‌شود.", "An account's name is plain lower-case Latin."
        ),
        "account_name_is_unique": ("حسابی با این نام هست.", "There is an account of this name."),
        "person_is_of_one_alphabet": (
            "نام شخص را یا با حرف‌های فارسی بنویسید یا با حرف‌های سادهٔ لاتین، نه با هر دو و نه با خطی دیگر.",
            "Write a person's name in Persian letters or in plain Latin ones, not in both and in no other script."
        ),
        "person_is_written_plainly": (
            "نام شخص خالی یا بلندتر از ۲۰۰ نویسه است، یا فاصلهٔ بیجا دارد.",
            "A person's name is empty, longer than 200 letters, or has spaces where none belong."
        ),
        "deed_is_one_plain_word": ("نام کار به حروف کوچک لاتین است.", "A deed is written in lower-case Latin."),
        "identity_is_linked_to_one_account": (
            "این هویت به حسابی پیوند خورده است.", "This identity is linked to an account already."
        ),
        "identity_is_unlinked_after_it_was_linked": (
            "پایان پیوند پیش از آغاز آن است.", "The identity would be unlinked before it was linked."
        ),
        "identity_names_are_given": (
            "صادرکننده یا شناسهٔ هویت خالی است.", "The identity's issuer or subject is empty."
        ),
        "only_a_provincial_account_has_provinces": (
            "حساب منطقه‌ای دست‌کم یک استان دارد و حساب‌های دیگر هیچ.",
            "A provincial account has one province or more, every other account none."
        ),
        "only_an_agencys_account_has_an_agency": (
            "حساب دستگاه، دستگاه دارد و حساب‌های دیگر ندارند.",
            "The account of an agency has its agency, every other account none."
        ),
        "role_reach_is_known": ("دامنهٔ نقش شناخته نیست.", "The reach of the role is not known."),
        "token_digest_is_sha256": ("اثر توکن SHA-256 است.", "The digest of a token is a SHA-256."),
        "token_digest_is_unique": ("این توکن داده شده است.", "This token was issued already."),
        "token_expires_after_it_was_made": (
            "پایان مهلت توکن گذشته است.", "The token would expire before it is made."
        ),
        "token_is_revoked_after_it_was_made": (
            "ابطال توکن پیش از ساخت آن است.", "The token would be revoked before it is made."
        ),
        "token_label_is_given": ("کاربرد توکن نوشته نشده است.", "What the token is for is not given."),
    ]
}
