import Foundation
import OfficeRanking
import Postgres
import RankingRules
import Testing

/// The product through a real database against an independent, naive register in another language.
///
/// `PISHKHAN_ORACLE_SEED` repeats a run; `PISHKHAN_ORACLE_REGISTERS` widens it.
@Suite("Oracle of the register")
struct RegisterOracleTests {
    static let shares = RegisterShare.all(environment: ProcessInfo.processInfo.environment)

    @Test("points, lineage, offices, ceilings and work lists agree with the independent oracle", arguments: shares)
    func agree(share: RegisterShare) async throws {
        for drawn in try await RegisterOracle.cases(seed: share.seed, registers: share.registers) {
            let differences = try await Fixture.with(connections: 1) { fixture in
                let marks = try await fixture.play(drawn)
                var differences: [String] = []
                for expected in drawn.indicators { differences += try await fixture.differences(expected, marks) }
                for expected in drawn.rooms { differences += try await fixture.differences(expected) }
                return differences
            }
            guard differences.isEmpty else {
                Issue.record(
                    """
                    \(differences.prefix(5).joined(separator: "\n"))
                    repeat: PISHKHAN_ORACLE_SEED=\(drawn.seed) PISHKHAN_ORACLE_REGISTERS=1
                    """)
                return
            }
        }
    }
}

/// A share of the random registers, drawn from consecutive seeds.
struct RegisterShare: Sendable, CustomTestStringConvertible {
    let seed: Int
    let registers: Int

    var testDescription: String { "seeds \(seed)…\(seed + registers - 1)" }

    /// Prints the first seed, which repeats the whole run.
    static func all(environment: [String: String]) -> [RegisterShare] {
        func number(_ name: String, else usual: Int) -> Int {
            environment["PISHKHAN_ORACLE_" + name].flatMap(Int.init) ?? usual
        }
        let seed = number("SEED", else: Int.random(in: 1...1_000_000_000))
        let registers = number("REGISTERS", else: 16 * repetitions)
        print("oracle of the register: PISHKHAN_ORACLE_SEED=\(seed), \(registers) registers")
        return stride(from: 0, to: registers, by: 4).map {
            RegisterShare(seed: seed + $0, registers: min(4, registers - $0))
        }
    }
}

extension Fixture {
    fileprivate func differences(_ expected: RegisterCase.IndicatorCase, _ marks: [Int]) async throws -> [String] {
        let rules = try #require(IndicatorDocument.read(expected.rules).rules, "\(expected.rules)")
        let revision = expected.mark.map { marks[$0] }
        let indicator = try await ranking.indicator(
            of: expected.agency, rules, cutOff: Day(rawValue: expected.cutOff), revision: revision)
        let readings = indicator.results.map(RegisterCase.Reading.init)
        let offices = indicator.offices.map {
            RegisterCase.OfferingOffice(service: $0.service, office: $0.code, rank: $0.rank, locality: $0.locality)
        }
        let places = zip(expected.readings, readings).flatMap { wanted, found in
            [different(wanted.withoutLines, found.withoutLines)]
                + zip(wanted.lines, found.lines).map { different($0, $1) }
                + [different(wanted.lines.map(\.code), found.lines.map(\.code))]
        }
        let others = [
            different(expected.readings.count, readings.count), different(expected.title, indicator.title),
            different(expected.offices, offices),
        ]
        let place = "\(expected.agency) on \(indicator.sheet.cutOff), mark \(expected.mark ?? -1), \(expected.rules): "
        return (places + others).compactMap(\.self).map { place + $0 }
    }

    fileprivate func differences(_ expected: RegisterCase.RoomCase) async throws -> [String] {
        let day = Day(rawValue: expected.day)
        var found: [String?] = []
        for wanted in expected.offices {
            let office = try await ranking.services(ofOffice: wanted.code, on: day)
            let room = RegisterCase.Room(
                code: office.code, locality: office.locality, active: office.isActive, rank: office.rank,
                available: office.room.available, ceiling: office.room.ceiling, used: office.room.used)
            found.append(different(wanted, room))
        }
        let work = try await ranking.workList(on: day).map {
            RegisterCase.Work(office: $0.office, service: $0.service, reason: $0.reason.rawValue)
        }
        // Provinces are in the order of their codes, offices within them in that of theirs.
        for office in Set((work + expected.work).map(\.office)) {
            let items = [expected.work, work].map { $0.filter { $0.office == office } }
            found.append(different(items[0], items[1]))
        }
        return found.compactMap(\.self).map { "\(JalaliDate(day)?.description ?? ""): \($0)" }
    }
}

private func different<Value: Equatable>(_ expected: Value, _ found: Value) -> String? {
    expected == found ? nil : "expected \(expected), found \(found)"
}

extension RegisterCase.Reading {
    fileprivate var withoutLines: Self {
        Self(
            firstYear: firstYear, evidence: evidence, numerator: numerator, target: target,
            applicability: applicability, points: points, available: available, lines: [])
    }

    fileprivate init(_ result: IndicatorResult) {
        self.init(
            firstYear: result.reading.firstYear, evidence: result.reading.evidence.rawValue,
            numerator: result.numerator, target: result.target, applicability: result.applicability.rawValue,
            points: result.points?.rawValue, available: result.availableMaximum.rawValue,
            lines: result.verdicts.map { verdict in
                RegisterCase.Line(
                    code: verdict.service.code, unit: verdict.unit,
                    counts: verdict.counts && !verdict.isCountedWithUnit, reasons: verdict.reasons.map(\.rawValue))
            })
    }
}
