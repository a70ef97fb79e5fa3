import HTTPTypes
import RankingRules

/// Why an archive of files is not taken.
enum ArchiveFault: Error, Equatable {
    case notAnArchive
    case brokenOff
    case damaged
    case unsupported
    case tooManyMembers
    case nameUnreadable
    case outside(String)
    case notAFile(String)
    case differentDepths
    case sameNameTwice(String)
    case nothingKnown
}

extension Problem {
    init(_ fault: ArchiveFault) {
        self.init(.unprocessableContent, "archive_refused", fault.text)
    }
}

extension ArchiveFault {
    /// What is wrong, and what to send instead.
    fileprivate var text: LocalizedText {
        switch self {
        case .notAnArchive:
            .init(
                persian: "بدنهٔ درخواست بایگانی tar نیست؛ پوشه را با tar و بدون فشرده‌سازی بفرستید.",
                english: "The body is no tar archive; send the folder by tar, without compression.")
        case .brokenOff:
            .init(
                persian: "بایگانی پیش از پایان بریده شده است؛ هیچ چیز عوض نشد.",
                english: "The archive broke off before its end; nothing was changed.")
        case .damaged:
            .init(
                persian: "بایگانی آسیب دیده است؛ هیچ چیز عوض نشد.",
                english: "The archive is damaged; nothing was changed.")
        case .unsupported:
            .init(
                persian: "این گونهٔ tar پذیرفته نیست؛ با قالب ustar یا pax و بدون پروندهٔ تُنُک بسازید.",
                english: "This form of tar is not taken; make it as ustar or pax, without sparse files.")
        case .tooManyMembers:
            .init(
                persian: "بایگانی بیش از \(Digits.persian(String(ArchiveFolder.mostMembers))) عضو دارد.",
                english: "The archive has more than \(ArchiveFolder.mostMembers) members.")
        case .nameUnreadable:
            .init(
                persian: "نام یکی از پرونده‌های بایگانی خوانا نیست؛ نام‌ها باید UTF-8 و کوتاه باشد.",
                english: "The name of a file in the archive is not readable; names must be UTF-8, and short.")
        case .outside(let path):
            .init(
                persian: "نشانی «\(path)» بیرون از پوشه است.", english: "The path “\(path)” leads out of the folder.")
        case .notAFile(let path):
            .init(
                persian: "«\(path)» نه پرونده است و نه پوشه؛ پیوند و مانند آن پذیرفته نیست.",
                english: "“\(path)” is neither a file nor a folder; links and the like are not taken.")
        case .differentDepths:
            .init(
                persian: "پرونده‌های بایگانی باید همه در یک پوشه، یا هر یک در یکی از پوشه‌های کنار هم باشند.",
                english: "The files of the archive must all lie in one folder, or each in one of folders side by side.")
        case .sameNameTwice(let name):
            .init(
                persian: "پروندهٔ «\(name)» دو بار آمده است.", english: "The file “\(name)” stands in the archive twice."
            )
        case .nothingKnown:
            .init(
                persian: "نام هیچ پروندهٔ بایگانی نوع آن را نمی‌گوید؛ مانند offices.csv.",
                english: "No file of the archive has a name that tells its kind, such as offices.csv.")
        }
    }
}
