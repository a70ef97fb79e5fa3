/// The four files of a period's facts, each in a form of its own.
enum SampleFactFiles {
    /// Semicolons, decimal slashes and commas, columns in another order, both spellings of titles.
    static func declarations(_ offices: [SampleOffice]) -> SampleTable {
        var table = SampleTable(
            delimiter: ";",
            header: [
                "امكانات ويژۀ جانبازان و معلولان و سالمندان", "كد دفتر", "فضاي دفتر",
                "تعداد كاركنان", "كاركنان داراي سابقۀ بيمه", "كاركنان داراي معلوليت", "مكان استقرار دفتر",
                "سابقۀ فعاليت دارندۀ پروانه",
            ])
        for office in offices {
            guard let declaration = office.declaration else { continue }
            var text = MessyText(file: 2, row: office.number)
            table.rows.append([
                text.flag(declaration.isAccessible), text.digits(office.code),
                text.decimal(declaration.floorArea, places: 1), text.number(declaration.staff),
                text.number(declaration.insured), text.number(declaration.disabled),
                text.isOne(in: 3) ? declaration.location.rawValue : text.letters(declaration.location.title),
                text.decimal(declaration.experience, places: 1),
            ])
        }
        table.addBlankRow()
        return table
    }

    /// The verdicts and confirmed values of the region. Another person imports them than the one who imported the
    /// declarations.
    static func reviews(_ offices: [SampleOffice]) -> SampleTable {
        var table = SampleTable(
            header: ["كد دفتر", "فضاي دفتر (تأييدشده)", "كامل بودن اطلاعات ثبت شده (تأييد شده)"])
        for office in offices {
            guard let declaration = office.declaration else { continue }
            var text = MessyText(file: 6, row: office.number)
            table.rows.append([
                text.digits(office.code), text.decimal(declaration.confirmedFloorArea, places: 1),
                text.number(declaration.completeness),
            ])
        }
        return table
    }

    /// English titles and the line ends of Windows.
    static func associationScores(_ offices: [SampleOffice]) -> SampleTable {
        var table = SampleTable(lineEnd: "\r\n", header: ["association_score", "office_code"])
        for office in offices {
            guard let score = office.associationScore else { continue }
            var text = MessyText(file: 3, row: office.number)
            table.rows.append([text.decimal(score, places: 2), text.digits(office.code)])
        }
        return table
    }

    /// Tabs.
    static func satisfactionScores(_ offices: [SampleOffice]) -> SampleTable {
        var table = SampleTable(
            delimiter: "\t", header: ["كد دفتر", "تعداد پاسخ دهندگان", "ميانگين رضايت", "شيوه نظرسنجي"])
        for office in offices {
            guard let survey = office.survey else { continue }
            var text = MessyText(file: 4, row: office.number)
            table.rows.append([
                text.digits(office.code), text.number(survey.respondents), text.decimal(survey.mean, places: 3),
                text.pick("پیامکی", "پيامكي", "حضوری", ""),
            ])
        }
        return table
    }

    static func violations(_ offices: [SampleOffice]) -> SampleTable {
        var table = SampleTable(header: ["شماره رأی", "کد دفتر", "نوع تخلف", "تاریخ رأی", "قطعی است"])
        for office in offices {
            for violation in office.violations {
                let number = table.rows.count + 1
                var text = MessyText(file: 5, row: number)
                let title = SampleViolation.titles[violation.kind] ?? violation.kind
                table.rows.append([
                    text.digits("SYN-رأی-\(SampleNumber.padded(number, to: 4))"), text.digits(office.code),
                    text.isOne(in: 3) ? violation.kind : text.letters(title), text.day(violation.decidedOn),
                    violation.isFinal && text.isOne(in: 2) ? "" : text.flag(violation.isFinal),
                ])
            }
        }
        return table
    }
}
