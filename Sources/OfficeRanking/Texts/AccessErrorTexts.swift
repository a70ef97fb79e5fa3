extension RankingError {
    /// Persian and English sentences of the refusals that are about accounts, roles and tokens.
    var accessSentences: (String, String) {
        switch self {
        case .deedNotAllowed(let deed):
            (
                "نقش این حساب اجازهٔ این کار را ندارد (\(spoken(deed))).",
                "The role of this account does not allow that (\(spoken(deed)))."
            )
        case .accountIsFixed(let account):
            (
                "حساب «\(account)» جزو سامانه است یا نام و صاحب آن ثابت است؛ این تغییر پذیرفته نمی‌شود.",
                "Account “\(account)” is built in, or its name and person are fixed; it does not change this way."
            )
        case .notTheActor:
            (
                "هر کس تنها به نام خودش ثبت می‌کند؛ حساب یا شخصِ نوشته‌شده کس دیگری است.",
                "Everybody writes in his own name; the account or person written is another's."
            )
        case .lastHeadquartersAccount(let account):
            (
                "«\(account)» آخرین حساب فعال ستاد است و باید فعال بماند.",
                "“\(account)” is the last active account of the headquarters and has to stay."
            )
        case .nobodyGrantsToHimself:
            (
                "هیچ‌کس به حساب‌های خودش دسترسی نمی‌دهد و آن‌ها را تغییر نمی‌دهد؛ همکار دیگری در ستاد این کار را می‌کند.",
                "Nobody grants to, or changes, his own accounts; another person of the headquarters does it."
            )
        case .anotherPersonConfirms(let account):
            (
                "این کار را شخص دیگری تأیید می‌کند، نه همان که آن را کرده است (حساب «\(account)»).",
                "Another person confirms this, not the one who did it (account “\(account)”)."
            )
        case .serviceOfAnotherAgency(let service):
            (
                "خدمت \(service) از دستگاه دیگری است.",
                "Service \(service) belongs to another agency."
            )
        case .unknownRole(let role):
            ("نقشی به نام «\(role)» داده نمی‌شود.", "There is no role “\(role)” to give.")
        case .noSuchToken(let number):
            ("توکن برقراری با شمارهٔ \(number) نیست.", "There is no token \(number) in force.")
        case .noSuchIdentity(let issuer):
            ("چنین هویتی از \(issuer) به حسابی پیوند نخورده است.", "No such identity of \(issuer) is linked.")
        default:
            proofSentences
        }
    }

    private var proofSentences: (String, String) {
        switch self {
        case .tokenUnknown:
            ("این توکن شناخته نیست.", "This token is not known.")
        case .tokenExpired:
            ("مهلت این توکن گذشته است؛ توکن تازه بگیرید.", "This token has expired; ask for a new one.")
        case .tokenRevoked:
            ("این توکن باطل شده است.", "This token was revoked.")
        case .proofNotConfirmed:
            (
                "این توکن یا هویت هنوز به تأیید نفر دوم ستاد نرسیده است.",
                "A second person of the headquarters has not confirmed this token or identity yet."
            )
        case .accountDisabled:
            ("حساب این توکن غیرفعال است.", "The account is disabled.")
        default:
            ("این هویت به هیچ حسابی پیوند نخورده است.", "This identity is linked to no account.")
        }
    }
}

/// A word of the database as people write it: `read_facts` as “read facts”.
private func spoken(_ word: String) -> String {
    word.replacing("_", with: " ")
}
