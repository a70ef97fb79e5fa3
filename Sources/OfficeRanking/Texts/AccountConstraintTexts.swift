/// The sentences of the constraints of accounts, tokens and identities.
extension ConstraintTexts {
    static let accounts = [
        "account_name_is_plain": (
            "نام حساب با حرف کوچک لاتین آغاز می‌شود.",
            "An account name has lower-case Latin letters and begins with one."
        ),
        "account_name_is_unique": ("حساب دیگری این نام را دارد.", "Another account has this name."),
        "person_is_of_one_alphabet": (
            "نام شخص را یا با حرف‌های فارسی بنویسید یا با حرف‌های سادهٔ لاتین، نه با هر دو و نه با خطی دیگر.",
            "Write a person's name in Persian letters or in plain Latin ones, not in both and in no other script."
        ),
        "person_is_written_plainly": (
            "نام شخص خالی یا بلندتر از ۲۰۰ نویسه است، یا فاصلهٔ بیجا دارد.",
            "A person's name is empty, longer than 200 letters, or has spaces where none belong."
        ),
        "findings_are_within_the_accounts_share": (
            "یافته‌های نگه‌داشتهٔ این حساب به ۲۰۰٬۰۰۰ رسیده است.",
            "This account holds 200,000 findings of imports, which is the most."
        ),
        "refused_rows_are_within_the_accounts_share": (
            "ردیف‌های ردشدهٔ نگه‌داشتهٔ این حساب از ۵۰۰٬۰۰۰ می‌گذرد؛ پرونده را درست کنید و دوباره بفرستید.",
            "This account would hold more than 500,000 refused rows. Correct the file and send it again."
        ),
        "identity_is_linked_to_one_account": (
            "این هویت از پیش به حسابی پیوند خورده است.", "This identity is already linked to an account."
        ),
        "identity_names_are_given": (
            "صادرکننده و شناسهٔ هویت را بنویسید.", "Give the issuer and the subject of the identity."
        ),
        "account_has_an_office_of_its_province": (
            "دفتر حساب در این استان نیست.", "The account's office is not in this province."
        ),
        "no_password_opens_the_headquarters": (
            "حساب ستاد و حساب‌های سامانه گذرواژه ندارند؛ ستاد با توکن یا هویت بیرونی وارد می‌شود.",
            "Accounts of the headquarters and built-in ones have no password. They are opened by tokens or outside identities."
        ),
        "only_a_provincial_account_has_provinces": (
            "حسابی که دامنهٔ آن استان است دست‌کم یک استان یا منطقه دارد و حساب‌های دیگر ندارند.",
            "An account that works in provinces has at least one province or region; other accounts have none."
        ),
        "only_an_offices_account_has_offices": (
            "حساب دفتر دست‌کم یک دفتر دارد و حساب‌های دیگر دفتر ندارند.",
            "An office's account has at least one office; other accounts have none."
        ),
        "only_an_agencys_account_has_an_agency": (
            "حساب دستگاه، دستگاه دارد و حساب‌های دیگر دستگاه ندارند.",
            "An agency account has an agency; other accounts have none."
        ),
        "token_expires_after_it_was_made": (
            "پایان مهلت توکن گذشته است؛ زمانی در آینده بدهید.", "The token would already be expired. Give a later time."
        ),
        "token_label_is_given": ("کاربرد توکن را بنویسید.", "Say what the token is for."),
    ]
}
