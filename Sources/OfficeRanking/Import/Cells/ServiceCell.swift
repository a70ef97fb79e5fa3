/// Cells that only files of services have. Cells are normalised; an empty one is nil.
extension Cell {
    /// 4 to 12 digits: the length of a service's code is not published.
    func serviceCode() throws(Fault) -> Cell? {
        guard let code = try code() else { return nil }
        guard (4...12).contains(code.bytes.count), code.bytes.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw Fault(.serviceCodeInvalid)
        }
        return code
    }

    /// Digits around a slash, such as 1/8.
    func subIndicator() throws(Fault) -> Cell? {
        guard let text = try text(maximum: 5) else { return nil }
        guard text.text.wholeMatch(of: /[1-9]\/[1-9][0-9]?/) != nil else { throw Fault(.subIndicatorUnknown) }
        return text
    }

    /// A web address. Other schemes are refused: a page that shows them would run them as programs.
    func link() throws(Fault) -> Cell? {
        guard let text = try text(maximum: 500) else { return nil }
        guard text.text.wholeMatch(of: /https?:\/\/[^\s\/]\S*/) != nil else { throw Fault(.linkInvalid) }
        return text
    }
}
