let attemptsOnDatesAndMessages: [ConstraintAttempt] = [
    .check(
        "steps_come_in_their_order",
        planned + "insert into registry.period_schedule (period_id, ranks_on, publishes_on) "
            + "select id, '2021-10-02', '2021-10-01' from planned"),
    .check(
        "opening_day_has_a_scheme",
        planned + "insert into registry.period_schedule (period_id, opens_on) select id, '2021-10-01' from planned"),
    .check(
        "reminders_come_before_closing",
        """
        insert into registry.period_schedule (period_id, remind_before_days)
        select id, '{7,-1}' from registry.evaluation_period
        """),
    .check(
        "days_are_of_the_calendar",
        """
        insert into registry.evaluation_period (half_year, first_on, last_on, census_on)
        values ('1400-H2', '2021-09-23', '9999-03-20', '9999-03-20')
        """),
    .check("instants_are_of_the_calendar", message(kind: "step_taken", sentAt: "'infinity'")),
    .check("failed_step_is_known", failure(step: "reopens", attempts: 1)),
    .check("failure_was_attempted", failure(step: "publishes", attempts: 0)),
    .check("message_kind_is_known", message(kind: "gossip", sentAt: "null")),
    .check("sent_message_was_attempted", message(kind: "step_taken", sentAt: "'2021-10-01'")),
]

private let planned = """
    with planned as (
        insert into registry.evaluation_period (half_year, first_on, last_on, census_on)
        values ('1400-H2', '2021-09-23', '2022-03-20', '2022-03-20') returning id)

    """

private func failure(step: String, attempts: Int) -> String {
    """
    insert into registry.step_failure
    select id, '\(step)', \(attempts), '2021-10-01', '2021-10-01', '2021-10-01', 'x', 'x', 'x'
    from registry.evaluation_period
    """
}

private func message(kind: String, sentAt: String) -> String {
    """
    insert into registry.outbox (made_at, kind, subject, payload, next_attempt_at, sent_at)
    values ('2021-10-01', '\(kind)', '1400-H1', '{}', '2021-10-01', \(sentAt))
    """
}
