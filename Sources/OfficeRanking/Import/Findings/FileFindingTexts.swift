extension FindingCatalogue {
    /// The file, its header and the form of its rows.
    static let files: [FindingCode: (String, String)] = [
        .fileMissing: ("پرونده پیدا نشد.", "The file does not exist."),
        .fileIsDirectory: ("این نشانی یک پوشه است، نه یک پرونده.", "This is a directory, not a file."),
        .fileNotPermitted: (
            "اجازهٔ خواندن این پرونده داده نشده است.", "The system does not allow this program to read the file."
        ),
        .fileUnreadable: ("خواندن پرونده ممکن نشد ({1}).", "The file cannot be read ({1})."),
        .fileEmpty: ("پرونده خالی است.", "The file is empty."),
        .fileHeaderOnly: ("پرونده فقط سطر عنوان دارد و هیچ ردیفی در آن نیست.", "The file has a header and no rows."),
        .fileIsWorkbook: (
            "این پرونده کارپوشهٔ اکسل است، نه CSV. در اکسل «Save As» را با نوع «CSV UTF-8» بزنید و آن را بفرستید.",
            "This is an Excel workbook, not CSV. Save it in Excel as \"CSV UTF-8\" and send that file."
        ),
        .fileIsCompressed: (
            "این پرونده فشرده است. نخست آن را باز کنید و پروندهٔ CSV درون آن را بفرستید.",
            "This file is compressed. Unpack it and send the CSV file inside."
        ),
        .fileIsMarkup: (
            "این پرونده صفحهٔ وب (HTML یا XML) است، نه CSV. آن را در اکسل باز و با نوع «CSV UTF-8» ذخیره کنید.",
            "This is a web page (HTML or XML), not CSV. Open it in Excel and save it as \"CSV UTF-8\"."
        ),
        .fileIsBinary: (
            "این پرونده متنی نیست. پرونده باید CSV با نویسه‌گذاری UTF-8 باشد.",
            "This is not a text file. CSV in UTF-8 is expected."
        ),
        .fileIsUTF16: (
            "نویسه‌گذاری این پرونده UTF-16 است («Unicode Text» اکسل). آن را با نوع «CSV UTF-8» ذخیره کنید.",
            "This file is in UTF-16 (Excel's \"Unicode Text\"). Save it as \"CSV UTF-8\"."
        ),
        .fileIsWindows1256: (
            "نویسه‌گذاری این پرونده Windows-1256 است. در اکسل «Save As» را با نوع «CSV UTF-8» بزنید.",
            "This file is in Windows-1256. Save it in Excel as \"CSV UTF-8\"."
        ),
        .fileTruncated: (
            "پرونده در میانهٔ این سطر پایان یافته است ({1} خانه به‌جای {2}). پرونده را دوباره و کامل بگیرید.",
            "The file ends in the middle of this row ({1} cells instead of {2}). Get the whole file again."
        ),
        .rowsBrokenTooMany: (
            "نشانه‌های نقل‌قول («\"») در ردیف‌های بسیاری جفت نیستند؛ بررسی در این سطر متوقف شد. آن‌ها را درست کنید و پرونده را دوباره بفرستید.",
            "The quotes of too many rows do not match; checking stopped here. Correct them and send the file again."
        ),
        .delimiterNotSupported: (
            "ستون‌ها با «{1}» جدا شده‌اند. ویرگول لاتین (,)، نقطه‌ویرگول لاتین (;) یا Tab لازم است.",
            "The columns are separated by \"{1}\". A comma, a semicolon or a tab is needed."
        ),
        .columnMissing: ("ستون «{1}» در پرونده نیست. این ستون الزامی است.", "The required column \"{1}\" is missing."),
        .columnRepeated: (
            "این ستون بیش از یک بار آمده است؛ یکی را نگه دارید.", "This column occurs more than once. Keep one of them."
        ),
        .columnUnknown: (
            "این ستون شناخته نیست. ستون‌های پذیرفته: {1}.", "This column is not known. Known columns: {1}."
        ),
        .columnUnknownNear: (
            "این ستون شناخته نیست. شاید «{1}» درست باشد.", "This column is not known. Perhaps \"{1}\" is meant."
        ),
        .columnWithoutTitle: (
            "ستون شمارهٔ {1} عنوان ندارد ولی از این سطر مقدار دارد.",
            "Column number {1} has no title but has values from this line on."
        ),
        .rowTooLong: (
            "این ردیف از {1} بایت بلندتر است؛ شاید یک نشانهٔ نقل‌قول («\"») در آن بسته نشده است.",
            "This row is longer than {1} bytes; perhaps a quote in it is not closed."
        ),
        .columnsTooMany: ("این ردیف بیش از {1} ستون دارد.", "This row has more than {1} columns."),
        .cellsTooFew: ("این ردیف {1} خانه دارد؛ باید {2} خانه داشته باشد.", "This row has {1} cells instead of {2}."),
        .cellsTooMany: (
            "این ردیف {1} خانه دارد؛ باید {2} خانه داشته باشد. متنی که جداکنندهٔ ستون دارد باید میان «\"» بیاید.",
            "This row has {1} cells instead of {2}. A text that holds the delimiter must stand in quotes."
        ),
        .rowBlank: (
            "پیش از این سطر {1} ردیف خالی بود و نادیده گرفته شد.",
            "{1} blank rows before this line were ignored."
        ),
        .quoteUnterminated: (
            "نشانهٔ نقل‌قولی («\"») که در این ردیف باز می‌شود تا پایان پرونده بسته نشده است.",
            "A quote that opens in this row is not closed before the end of the file."
        ),
        .quoteMisplaced: (
            "نشانهٔ نقل‌قول («\"») در این ردیف نابجاست. نشانهٔ درون متن باید دو بار («\"\"») نوشته شود.",
            "A quote in this row is misplaced. A quote inside a text must be doubled."
        ),
        .textInvalid: (
            "متن این ردیف UTF-8 درست نیست. پرونده را با نوع «CSV UTF-8» ذخیره کنید.",
            "The text of this row is not valid UTF-8. Save the file as \"CSV UTF-8\"."
        ),
        .controlCharacter: (
            "در این خانه نویسهٔ کنترلی ناخوانا هست.", "This cell holds an unreadable control character."
        ),
        .furtherFindings: (
            "{1} یافتهٔ دیگر از این نوع ({2}) نیز هست که نگه داشته نشده است.",
            "There are {1} more findings of this kind ({2}). They are not stored."
        ),
    ]
}
