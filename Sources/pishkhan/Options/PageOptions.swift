import ArgumentParser
import OfficeRanking

/// The length of a page, and the line after which it begins.
struct PageOptions<Cursor: PageCursor & ExpressibleByArgument>: ParsableArguments {
    @Option(help: "Most lines on a page, 1 to 10000. تعداد در هر صفحه.", transform: wholeNumber)
    var limit = PageLimit.usual

    @Option(help: "Cursor from the end of the page before. ادامهٔ فهرست.")
    var after: Cursor?

    func validate() throws {
        guard (1...10_000).contains(limit) else { throw ValidationError("--limit is from 1 to 10000.") }
    }
}
