extension ErrorTexts {
    /// Accounts, roles, tokens and identities.
    static let access: [RankingError.Code: (String, String)] = [
        .notAllowed: ("این حساب اجازهٔ این کار را ندارد.", "This account may not do that."),
        .permissionMissing: (
            "نقش این حساب اجازهٔ این کار را ندارد ({words}).", "The role of this account does not allow that ({words})."
        ),
        .unknownActor: ("حساب فعالی به نام «{code}» نیست.", "There is no active account “{code}”."),
        .notTheActor: (
            "هر کس فقط به نام خودش ثبت می‌کند؛ حساب یا شخص نوشته‌شده کس دیگری است.",
            "The entry names another account or person than yours. Enter it in your own name."
        ),
        .accountIsFixed: (
            "حساب «{code}» جزو سامانه است، یا نام و صاحب آن ثابت است؛ این تغییر پذیرفته نمی‌شود.",
            "Account “{code}” is built in, or its name and person are fixed. It cannot change this way."
        ),
        .lastHeadquartersAccount: (
            "«{code}» آخرین حساب فعال ستاد است و باید فعال بماند.",
            "“{code}” is the last active account of the headquarters and must stay active."
        ),
        .nobodyGrantsToHimself: (
            "حساب‌های خودتان را نمی‌توانید تغییر دهید؛ از همکار دیگری در ستاد بخواهید.",
            "You cannot change your own accounts. Ask another headquarters user."
        ),
        .anotherPersonConfirms: (
            "کار خودتان را نمی‌توانید تأیید کنید؛ شخص دیگری آن را تأیید می‌کند.",
            "You cannot confirm your own act. Ask another person to confirm it."
        ),
        .serviceOfAnotherAgency: (
            "خدمت {code} از دستگاه دیگری است.", "Service {code} belongs to another agency."
        ),
        .unknownRole: ("نقشی به نام «{code}» نیست که داده شود.", "There is no role “{code}” to give."),
        .unknownAccount: ("حساب فعالی به نام «{code}» نیست.", "There is no active account “{code}”."),
        .noSuchToken: ("توکن برقراری با شمارهٔ {code} نیست.", "There is no token {code} in force."),
        .noSuchIdentity: (
            "چنین هویتی از {code} به حسابی پیوند نخورده است.", "No such identity of {code} is linked to an account."
        ),
        .tokenUnknown: (
            "این توکن شناخته نیست؛ آن را بررسی کنید یا توکن تازه بگیرید.",
            "This token is not known. Check it, or ask for a new one."
        ),
        .tokenExpired: (
            "مهلت این توکن گذشته است؛ توکن تازه بگیرید.", "This token has expired. Ask for a new one."
        ),
        .tokenRevoked: (
            "این توکن باطل شده است؛ توکن تازه بگیرید.", "This token was revoked. Ask for a new one."
        ),
        .proofNotConfirmed: (
            "این توکن یا هویت هنوز به تأیید نفر دوم ستاد نرسیده است.",
            "A second person of the headquarters must confirm this token or identity first."
        ),
        .accountDisabled: (
            "حساب این توکن غیرفعال است؛ از ستاد بخواهید آن را فعال کند.",
            "The account of this token is disabled. Ask the headquarters to enable it."
        ),
        .identityUnknown: (
            "این هویت به هیچ حسابی پیوند نخورده است؛ از ستاد بخواهید آن را پیوند دهد.",
            "This identity is not linked to an account. Ask the headquarters to link it."
        ),
        .loginRefused: (
            "نام حساب یا گذرواژه درست نیست؛ یا پس از چند بار خطا باید تا ۱۵ دقیقه صبر کنید.",
            "The account or the password is wrong, or the account waits for up to 15 minutes after several failures."
        ),
        .passwordIsWeak: (
            "گذرواژه دست‌کم ۱۲ نویسه و ۵ نویسهٔ گوناگون دارد و نه از گذرواژه‌های رایج است و نه از نام حساب ساخته شده است.",
            "A password has at least 12 letters, 5 different ones, and is neither a common one nor made of the account's name."
        ),
        .invitationUnknown: (
            "این رمز دعوت شناخته نیست؛ آن را درست بنویسید یا دعوت تازه بخواهید.",
            "This secret of an invitation is not known. Check it, or ask for a new invitation."
        ),
        .invitationExpired: (
            "مهلت این دعوت گذشته است؛ دعوت تازه بخواهید.", "This invitation has expired. Ask for a new one."
        ),
        .invitationEnded: (
            "این دعوت پیش‌تر پذیرفته یا پس گرفته شده است؛ دعوت تازه بخواهید.",
            "This invitation was accepted or withdrawn before. Ask for a new one."
        ),
        .tooManyLogins: (
            "ورودهای بسیاری در جریان است؛ کمی بعد دوباره بکوشید.",
            "Many log-ins are in progress. Try again a little later."
        ),
    ]
}
