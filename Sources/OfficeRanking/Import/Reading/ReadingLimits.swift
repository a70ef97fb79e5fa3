/// Limits of a table, in bytes if no other unit is named.
struct ReadingLimits: Sendable {
    var cell = 65_536
    var row = 1_048_576
    /// Columns of a table.
    var columns = 512
    /// Bytes of one read.
    var chunk = 1_048_576
    /// Bytes that are inspected before the first row, to recognise the kind of file.
    var probe = 4_096
    /// Bytes that are read a second time after rows with unmatched quotes, in the whole file. A file that needs more is
    /// not a table.
    var rereading = 268_435_456
}
