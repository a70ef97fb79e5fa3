-- The facts of offices in a period: the days on which they may act, releases, submissions of the sources, reviews, and
-- decisions about violations. Submissions and reviews only grow: a submission never overwrites a review, nor a review a
-- submission.
--
-- Every index costs each import or run time. So a foreign key has one only if a query uses it, or if the row that it
-- names may be deleted. Offices, imports, listed offices and holders are never deleted.

-- The days of an activity: for the country, or more days for one province or one office. An office may act while one of
-- the windows that apply to it is open, so no window takes a day away.
create table registry.submission_window (
    period_id integer not null references registry.evaluation_period,
    -- The code of a source, or `review`.
    activity text not null,
    -- 1, 2, … without gaps.
    number integer not null,
    province_id integer references registry.province,
    office_id bigint,
    opens_on date not null,
    closes_on date not null,
    reason text,
    actor_id integer not null references registry.account,
    set_at timestamptz not null default clock_timestamp(),
    primary key (period_id, activity, number),
    constraint window_is_of_an_office_of_its_province foreign key (office_id, province_id)
        references registry.office (id, province_id),
    constraint window_activity_is_one_plain_word check (activity ~ '^[a-z]+(_[a-z]+)*$'),
    constraint window_opens_before_it_closes check (opens_on <= closes_on),
    constraint window_of_an_office_has_its_province check (office_id is null or province_id is not null),
    constraint extension_has_a_reason check (
        (number = 1 and province_id is null) or coalesce(btrim(reason), '') <> '')
);
create index submission_window_province_id_idx on registry.submission_window (province_id);
create index submission_window_office_id_idx on registry.submission_window (office_id, province_id);
create index submission_window_actor_id_idx on registry.submission_window (actor_id);
create trigger submission_window_is_append_only before delete or update or truncate on registry.submission_window
    for each statement execute function registry.refuse_change();
create trigger window_ends_before_closing before insert on registry.submission_window
    for each row execute function registry.guard_submission_window();
alter table registry.submission_window enable row level security;
create policy submission_window_is_read_in_scope on registry.submission_window for select to pishkhan_views
    using (province_id is null or province_id = any ((select registry.actor_provinces())::integer[]));
create policy submission_window_is_set_in_scope on registry.submission_window for all to pishkhan_commands
    using (province_id is null or province_id = any ((select registry.actor_provinces())::integer[]));
grant select on registry.submission_window to pishkhan_views;
grant select, insert on registry.submission_window to pishkhan_commands;

-- Offices that could not take part, by a decision about a province or an office.
create table registry.release (
    id integer primary key generated always as identity,
    period_id integer not null references registry.evaluation_period,
    province_id integer not null references registry.province,
    -- Null means all offices of the province.
    office_id bigint,
    reason text not null,
    legal_basis text not null,
    actor_id integer not null references registry.account,
    released_at timestamptz not null default clock_timestamp(),
    ended_by integer references registry.account,
    ended_at timestamptz,
    end_reason text,
    constraint release_is_of_an_office_of_its_province foreign key (office_id, province_id)
        references registry.office (id, province_id),
    constraint release_has_a_reason check (btrim(reason) <> ''),
    constraint release_has_a_legal_basis check (btrim(legal_basis) <> ''),
    constraint release_ends_with_a_reason check (
        (ended_by is null) = (ended_at is null) and (ended_by is null) = (coalesce(btrim(end_reason), '') = ''))
);
create unique index province_is_released_once on registry.release (period_id, province_id)
    where ended_at is null and office_id is null;
create unique index office_is_released_once on registry.release (period_id, office_id) where ended_at is null;
create index release_province_id_idx on registry.release (province_id);
create index release_period_id_idx on registry.release (period_id);
create index release_office_id_idx on registry.release (office_id, province_id);
create index release_actor_id_idx on registry.release (actor_id);
create index release_ended_by_idx on registry.release (ended_by);
create trigger release_is_of_an_open_period before insert or update on registry.release
    for each row execute function registry.guard_release();
create trigger release_is_never_deleted before delete or truncate on registry.release
    for each statement execute function registry.refuse_change();
alter table registry.release enable row level security;
create policy release_is_read_in_scope on registry.release for select to pishkhan_views
    using (province_id = any ((select registry.actor_provinces())::integer[]));
create policy release_is_given_in_scope on registry.release for all to pishkhan_commands
    using (province_id = any ((select registry.actor_provinces())::integer[]));
grant select on registry.release to pishkhan_views;
grant select, insert, update on registry.release to pishkhan_commands;

-- The submissions of a source about an office in a period: one row each, with the whole state after it. Arrays have one
-- element for each criterion, in the order of the scheme; masks have one bit for each criterion, bit 0 for the first.
create table registry.submission (
    office_id bigint not null,
    -- The statement's triggers check once for all rows that office, period, account and person exist.
    period_id integer not null,
    -- The position of the source in the period's scheme.
    source smallint not null,
    -- 1, 2, … without gaps.
    number integer not null,
    revision bigint not null,
    province_id integer not null,
    actor_id integer not null,
    person_id integer not null,
    -- Null if it was entered in a form.
    import_id bigint,
    submitted_at timestamptz not null default transaction_timestamp(),
    is_withdrawn boolean not null,
    -- True if another account spoke on the source's behalf, where the scheme allows it.
    is_on_behalf boolean not null,
    owner_has_spoken boolean not null,
    -- The criteria of this submission.
    said bigint not null,
    value bigint[] not null,
    -- Only for a survey, beside its means; otherwise empty.
    respondents integer[] not null default '{}',
    survey_mode text,
    -- The number of the submission that last gave each value.
    said_in integer[] not null,
    primary key (office_id, period_id, source, number),
    constraint submission_is_of_its_person unique (office_id, period_id, source, number, person_id, said),
    constraint submission_came_by_an_import foreign key (import_id) references registry.import
        deferrable initially deferred,
    constraint submissions_are_numbered_from_one check (number >= 1),
    constraint submission_says_something check (said > 0),
    constraint only_a_withdrawn_submission_is_empty check (is_withdrawn = (array_remove(value, null) = '{}')),
    constraint submission_arrays_have_equal_lengths check
        (cardinality(said_in) = cardinality(value) and cardinality(respondents) in (0, cardinality(value))),
    constraint respondents_are_counted check (0 <= all (array_remove(respondents, null))),
    constraint owner_has_spoken_for_himself check (owner_has_spoken or is_on_behalf)
);
create trigger submission_is_lawful after insert on registry.submission
    referencing new table as added for each statement execute function registry.guard_submission();
-- First by its name: the others may take the office for granted.
create trigger every_submission_is_of_an_office after insert on registry.submission
    referencing new table as added for each statement execute function registry.prove_offices_of_submissions();
create trigger submission_is_append_only before update or delete or truncate on registry.submission
    for each statement execute function registry.refuse_change();
alter table registry.submission enable row level security;
create policy submission_is_read_in_scope on registry.submission for select to pishkhan_views
    using (province_id = any ((select registry.actor_fact_provinces())::integer[]));
create policy submission_is_kept_in_scope on registry.submission for all to pishkhan_commands
    using (province_id = any ((select registry.actor_provinces())::integer[]))
    with check (province_id = any ((select registry.actor_provinces())::integer[]));
create policy submission_is_of_the_actors_offices on registry.submission as restrictive
    for all to pishkhan_views, pishkhan_commands
    using ((select not registry.actor_is_bound_to_offices())
           or office_id = any ((select registry.actor_offices())::bigint[]));
create policy submission_is_of_the_actors_sources on registry.submission as restrictive
    for all to pishkhan_views, pishkhan_commands
    using ((select not registry.actor_is_bound_to_sources())
           or 64 * period_id + source = any ((select registry.actor_sources())::integer[]));
grant select on registry.submission to pishkhan_views;
grant select, insert on registry.submission to pishkhan_commands;

-- A reviewer's verdicts on items of a submission: the whole state after them.
create table registry.review (
    office_id bigint not null,
    period_id integer not null,
    source smallint not null,
    -- 1, 2, … without gaps.
    number integer not null,
    revision bigint not null,
    province_id integer not null,
    actor_id integer not null,
    reviewer_id integer not null,
    import_id bigint,
    reviewed_at timestamptz not null default transaction_timestamp(),
    -- 1: the region; 2: the working group.
    level smallint not null default 1,
    -- The reviewed submission and its office.
    of_number integer not null,
    declarer_id integer not null,
    said bigint not null,
    -- The criteria of this review.
    judged bigint not null,
    rejects_all boolean not null default false,
    -- 1 confirmed, 2 corrected, 3 rejected, 4 not applicable.
    verdict smallint[] not null,
    -- The values of corrected items.
    value bigint[] not null,
    reason text[] not null,
    -- The number of the submission that gave the reviewed item.
    of_numbers integer[] not null,
    primary key (office_id, period_id, source, number),
    constraint review_is_of_a_submission foreign key (office_id, period_id, source, of_number, declarer_id, said)
        references registry.submission (office_id, period_id, source, number, person_id, said),
    constraint review_is_of_an_office foreign key (office_id, province_id)
        references registry.office (id, province_id),
    constraint review_came_by_an_import foreign key (import_id) references registry.import
        deferrable initially deferred,
    constraint reviewer_is_not_declarer check (reviewer_id <> declarer_id),
    constraint review_judges_what_was_said check (judged > 0 and judged & ~said = 0),
    constraint reviews_are_numbered_from_one check (number >= 1),
    constraint review_level_is_known check (level in (1, 2)),
    constraint review_arrays_have_equal_lengths check
        (cardinality(verdict) = cardinality(value) and cardinality(value) = cardinality(reason)
         and cardinality(reason) = cardinality(of_numbers))
);
create trigger review_is_lawful after insert on registry.review
    referencing new table as added for each statement execute function registry.guard_review();
create trigger review_is_append_only before update or delete or truncate on registry.review
    for each statement execute function registry.refuse_change();
alter table registry.review enable row level security;
create policy review_is_read_in_scope on registry.review for select to pishkhan_views
    using (province_id = any ((select registry.actor_fact_provinces())::integer[]));
create policy review_is_kept_in_scope on registry.review for all to pishkhan_commands
    using (province_id = any ((select registry.actor_provinces())::integer[]))
    with check (province_id = any ((select registry.actor_provinces())::integer[]));
create policy review_is_of_the_actors_offices on registry.review as restrictive
    for all to pishkhan_views, pishkhan_commands
    using ((select not registry.actor_is_bound_to_offices())
           or office_id = any ((select registry.actor_offices())::bigint[]));
create policy review_is_of_the_actors_sources on registry.review as restrictive
    for all to pishkhan_views, pishkhan_commands
    using ((select not registry.actor_is_bound_to_sources())
           or 64 * period_id + source = any ((select registry.actor_sources())::integer[]));
grant select on registry.review to pishkhan_views;
grant select, insert on registry.review to pishkhan_commands;

-- Decisions about violations; the newest revision of a decision counts.
create table registry.violation (
    office_id bigint not null,
    decision_number text not null,
    kind text not null,
    revision bigint not null,
    province_id integer not null,
    -- The licence holder of the office on the day of the decision: occurrences follow the holder.
    holder_id bigint not null references registry.licence_holder,
    decided_on date not null,
    is_final boolean not null,
    -- True if it was recorded when its half-year was no longer open: then it counts only as an earlier occurrence.
    is_late boolean not null,
    primary key (office_id, decision_number, kind, revision),
    constraint violation_is_of_an_office foreign key (office_id, province_id)
        references registry.office (id, province_id),
    constraint decision_number_is_given check (decision_number <> ''),
    constraint violation_came_by_an_import foreign key (revision) references registry.import
        deferrable initially deferred
);
create index violation_holder_id_idx on registry.violation (holder_id);
create trigger holder_has_a_thousand_decisions_at_most after insert on registry.violation
    referencing new table as added for each statement execute function registry.guard_holder_decisions();
create trigger violation_is_append_only before update or delete or truncate on registry.violation
    for each statement execute function registry.refuse_change();
alter table registry.violation enable row level security;
create policy violation_is_read_in_scope on registry.violation for select to pishkhan_views
    using (province_id = any ((select registry.actor_fact_provinces())::integer[]));
create policy violation_is_kept_in_scope on registry.violation for all to pishkhan_commands
    using (province_id = any ((select registry.actor_provinces())::integer[]))
    with check (province_id = any ((select registry.actor_provinces())::integer[]));
create policy violation_is_of_the_actors_offices on registry.violation as restrictive
    for all to pishkhan_views, pishkhan_commands
    using ((select not registry.actor_is_bound_to_offices())
           or office_id = any ((select registry.actor_offices())::bigint[]));
create policy violation_is_of_no_source on registry.violation as restrictive
    for select to pishkhan_views using ((select not registry.actor_is_bound_to_sources()));
grant select on registry.violation to pishkhan_views;
grant select, insert on registry.violation to pishkhan_commands;
