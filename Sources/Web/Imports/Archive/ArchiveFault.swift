import HTTPTypes
import RankingRules

/// The reason why an archive of files is refused, and what to send instead.
struct ArchiveFault: Error, Equatable {
    let text: LocalizedText

    private init(_ persian: String, _ english: String) {
        text = LocalizedText(persian: persian, english: english)
    }

    static let notAnArchive = ArchiveFault(
        "بدنهٔ درخواست بایگانی tar نیست؛ پوشه را با tar و بدون فشرده‌سازی بفرستید.",
        "The body is not a tar archive. Send an uncompressed tar of the folder.")
    static let brokenOff = ArchiveFault(
        "بایگانی ناتمام رسید و هیچ چیز ثبت نشد؛ دوباره بفرستید.",
        "The archive broke off before its end. Nothing was stored; send it again.")
    static let damaged = ArchiveFault(
        "بایگانی آسیب دیده است و هیچ چیز ثبت نشد؛ دوباره بسازید و بفرستید.",
        "The archive is damaged. Nothing was stored; make it again and send it.")
    static let unsupported = ArchiveFault(
        "این گونهٔ tar پذیرفته نیست؛ با قالب ustar یا pax و بدون پروندهٔ تُنُک بسازید.",
        "This form of tar is not supported. Make it as ustar or pax, without sparse files.")
    static let tooManyMembers = ArchiveFault(
        "بایگانی بیش از \(Digits.persian(String(ArchiveFolder.mostMembers))) عضو دارد؛ آن را تقسیم کنید.",
        "The archive has more than \(ArchiveFolder.mostMembers) members. Split it.")
    static let nameUnreadable = ArchiveFault(
        "نام یکی از پرونده‌های بایگانی خوانا نیست؛ نام‌ها باید UTF-8 و کوتاه باشد.",
        "The name of a file in the archive cannot be read. Names must be UTF-8, and short.")
    static let differentDepths = ArchiveFault(
        "پرونده‌های بایگانی را همه در یک پوشه، یا در چند پوشهٔ کنار هم بگذارید.",
        "Put all files of the archive into one folder, or into several folders side by side.")
    static let nothingKnown = ArchiveFault(
        "نام هیچ پروندهٔ بایگانی نوع آن را نمی‌گوید؛ نامی مانند offices.csv بدهید.",
        "No file of the archive has a name that begins with its kind. Name it like offices.csv.")

    static func outside(_ path: String) -> ArchiveFault {
        ArchiveFault(
            "نشانی «\(path)» بیرون از پوشه است؛ بایگانی را با نشانی‌های نسبی بسازید.",
            "The path “\(path)” leads out of the folder. Make the archive with relative paths.")
    }

    static func notAFile(_ path: String) -> ArchiveFault {
        ArchiveFault(
            "«\(path)» نه پرونده است و نه پوشه؛ پیوند و مانند آن پذیرفته نیست.",
            "“\(path)” is neither a file nor a folder. Links and the like are not accepted.")
    }

    static func sameNameTwice(_ name: String) -> ArchiveFault {
        ArchiveFault(
            "پروندهٔ «\(name)» دو بار آمده است؛ یکی را بردارید.",
            "The file “\(name)” is in the archive twice. Remove one.")
    }
}

extension Problem {
    init(_ fault: ArchiveFault) {
        self.init(.unprocessableContent, "archive_refused", fault.text)
    }
}
