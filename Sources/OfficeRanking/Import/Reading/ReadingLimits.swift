/// How much a table may hold, in bytes unless said otherwise.
struct ReadingLimits: Sendable {
    var cell = 65_536
    var row = 1_048_576
    /// In columns.
    var columns = 512
    /// Read at once.
    var chunk = 1_048_576
    /// Looked at before the first row, to know what kind of file it is.
    var probe = 4_096
    /// Read again after rows whose quotes do not match, in the whole file; more is a file that is not a table.
    var rereading = 268_435_456
}
