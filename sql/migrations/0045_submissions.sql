-- What the sources say about offices in a period, and how it is reviewed. Both only grow: a submission never overwrites a
-- review, nor a review a submission.

-- A person behind accounts: duties that exclude each other bind the person.
create table registry.person (
    id integer generated always as identity primary key,
    -- In the form in which persons are compared.
    key text not null,
    constraint person_is_known_once unique (key),
    constraint person_key_is_given check (key <> '')
);
create trigger person_is_append_only before update or delete or truncate on registry.person
    for each statement execute function registry.refuse_change();
grant select on registry.person to pishkhan_views, pishkhan_commands;

alter table registry.account add column person_id integer references registry.person;
create trigger account_has_its_person before insert on registry.account
    for each row execute function registry.set_account_person();
insert into registry.person (key) select distinct person_key from registry.account;
alter table registry.account disable trigger account_keeps_its_identity;
update registry.account a set person_id = p.id from registry.person p where p.key = a.person_key;
alter table registry.account enable trigger account_keeps_its_identity;
alter table registry.account alter column person_id set not null;
create index account_person_id_idx on registry.account (person_id);

-- What a source says about an office in a period: one row a time, with the whole state after it. Arrays have one element
-- a criterion, in the order of the scheme; masks have one bit a criterion, bit 0 for the first.
create table registry.submission (
    office_id bigint not null,
    -- That period, account and person exist is proved by the statement's trigger, once for all rows.
    period_id integer not null,
    -- The position of the source in the period's scheme.
    source smallint not null,
    -- 1, 2, … without gaps.
    number integer not null,
    revision bigint not null,
    province_id integer not null,
    actor_id integer not null,
    person_id integer not null,
    -- Null where it was entered by a form.
    import_id bigint,
    submitted_at timestamptz not null default transaction_timestamp(),
    is_withdrawn boolean not null,
    -- Somebody else than the source itself speaks for it, where the scheme allows it.
    is_on_behalf boolean not null,
    owner_has_spoken boolean not null,
    -- The criteria that this submission speaks of.
    said bigint not null,
    value bigint[] not null,
    -- Of a survey, beside its means; otherwise without elements.
    respondents integer[] not null default '{}',
    survey_mode text,
    -- The number in which each value was said.
    said_in integer[] not null,
    primary key (office_id, period_id, source, number),
    constraint submission_is_of_its_person unique (office_id, period_id, source, number, person_id, said),
    constraint submission_is_of_an_office foreign key (office_id, province_id)
        references registry.office (id, province_id),
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
    -- The submission that is judged, and whose it is.
    of_number integer not null,
    declarer_id integer not null,
    said bigint not null,
    -- The criteria that this review judges.
    judged bigint not null,
    rejects_all boolean not null default false,
    -- 1 confirmed, 2 corrected, 3 rejected, 4 not applicable.
    verdict smallint[] not null,
    -- Of corrected items.
    value bigint[] not null,
    reason text[] not null,
    -- The number of the submission in which the judged item was said.
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

do $$
declare
    subject text;
begin
    foreach subject in array array['submission', 'review'] loop
        execute format('alter table registry.%I enable row level security', subject);
        execute format(
            'create policy %I on registry.%I for select to pishkhan_views
                 using (province_id = any ((select registry.actor_fact_provinces())::integer[]))',
            subject || '_is_read_in_scope', subject);
        execute format(
            'create policy %I on registry.%I for all to pishkhan_commands
                 using (province_id = any ((select registry.actor_provinces())::integer[]))
                 with check (province_id = any ((select registry.actor_provinces())::integer[]))',
            subject || '_is_kept_in_scope', subject);
        execute format(
            'create trigger %I before update or delete or truncate on registry.%I
                 for each statement execute function registry.refuse_change()',
            subject || '_is_append_only', subject);
        execute format('grant select on registry.%I to pishkhan_views', subject);
        execute format('grant select, insert on registry.%I to pishkhan_commands', subject);
    end loop;
end
$$;

alter table registry.census_office drop column earlier_office_id, drop column earlier_period_id,
    drop column earlier_revision, drop column was_carried_already;
drop table registry.declaration, registry.association_score, registry.satisfaction_score;
drop table staging.declaration_row, staging.association_score_row, staging.satisfaction_score_row;

-- Rows of any source's file, with confirmed values where it has them.
create unlogged table staging.submission_row (
    import_key uuid not null,
    line integer not null,
    is_faulty boolean not null,
    faults text,
    office_code text,
    value bigint[],
    respondents integer[],
    survey_mode text,
    -- Criteria whose columns the file has, and those of them whose cells hold something.
    said bigint,
    given bigint,
    -- Of the reviewed criteria: the confirmed values, and which cells hold one.
    confirmed bigint[],
    judged bigint,
    reason text,
    made_in xid8 not null default pg_current_xact_id()
);
grant insert (import_key, line, is_faulty, faults, office_code, value, respondents, survey_mode, said, given, confirmed,
    judged, reason) on staging.submission_row to pishkhan_app;
grant select, insert, update, delete on staging.submission_row to pishkhan_commands;

-- What a run reads of an office: frozen when the census is taken. No rule of a scheme is applied. Arrays have one element a
-- criterion of the period's scheme; each criterion has one source.
create table registry.census_fact (
    census_id bigint not null,
    office_id bigint not null,
    -- 0 as the census took it; 1, 2, … as amended later.
    number integer not null,
    revision bigint not null,
    province_id integer not null,
    took_part boolean not null,
    is_released boolean not null,
    declared_value bigint[] not null,
    -- What reviews say instead of the declared value, where the item was judged and not said again.
    confirmed_value bigint[] not null,
    verdict smallint[] not null,
    respondents integer[] not null,
    -- The Tehran day on which each value was said.
    said_on date[] not null,
    -- The criteria for whose source somebody else spoke.
    on_behalf bigint not null,
    -- Of the last half-year in which the office, or the one that it continues, took part; null where none.
    earlier_scheme_id integer references registry.scheme,
    earlier_value bigint[],
    was_carried_already boolean not null,
    -- Final decisions here, and those against the same holders elsewhere.
    decision_number text[] not null,
    decision_kind text[] not null,
    decision_day date[] not null,
    decision_was_here boolean[] not null,
    decision_is_late boolean[] not null,
    decision_holder bigint[] not null,
    -- The half-year whose census first knew the decision as final.
    decision_first_known text[] not null,
    -- Every person who submitted or judged here.
    involved integer[] not null,
    primary key (census_id, office_id, number),
    constraint fact_is_of_a_listed_office foreign key (census_id, office_id)
        references registry.census_office (census_id, office_id),
    constraint facts_are_numbered_from_the_census check (number >= 0),
    constraint fact_arrays_have_equal_lengths check
        (cardinality(confirmed_value) = cardinality(declared_value)
         and cardinality(verdict) = cardinality(declared_value)
         and cardinality(respondents) = cardinality(declared_value)
         and cardinality(said_on) = cardinality(declared_value)),
    constraint fact_decisions_have_equal_lengths check
        (cardinality(decision_kind) = cardinality(decision_number)
         and cardinality(decision_day) = cardinality(decision_number)
         and cardinality(decision_was_here) = cardinality(decision_number)
         and cardinality(decision_is_late) = cardinality(decision_number)
         and cardinality(decision_holder) = cardinality(decision_number)
         and cardinality(decision_first_known) = cardinality(decision_number)),
    constraint earlier_values_have_their_scheme check ((earlier_scheme_id is null) = (earlier_value is null))
);
create index census_fact_of_released_offices_idx on registry.census_fact (census_id, office_id) where is_released;
alter table registry.census_fact enable row level security;
create policy census_fact_is_read_in_scope on registry.census_fact for select to pishkhan_views, pishkhan_commands
    using (province_id = any ((select registry.actor_fact_provinces())::integer[]));
create trigger census_fact_is_append_only before update or delete or truncate on registry.census_fact
    for each statement execute function registry.refuse_change();
grant select on registry.census_fact to pishkhan_views, pishkhan_commands;

alter table registry.import drop constraint import_kind_is_known;
alter table registry.import add constraint import_kind_is_known check
    (kind in ('offices', 'declarations', 'scores', 'association_scores', 'satisfaction_scores', 'reviews', 'violations',
              'correction', 'agencies', 'services', 'mou_targets', 'delegations', 'contracts'));
insert into registry.role_deed (role, deed) values ('headquarters', 'review');

-- A later change of an office's frozen facts: one item, with a reason, by one person and confirmed by another.
create table registry.amendment (
    id integer generated always as identity primary key,
    census_id bigint not null,
    office_id bigint not null,
    -- The criterion's position in the scheme.
    position smallint not null,
    -- As in a review: 2 corrected, 3 rejected, 4 not applicable.
    verdict smallint not null,
    value bigint,
    reason text not null,
    made_by integer not null references registry.person,
    made_at timestamptz not null,
    confirmed_by integer references registry.person,
    confirmed_at timestamptz,
    -- The facts that it made.
    number integer,
    constraint amendment_is_of_a_listed_office foreign key (census_id, office_id)
        references registry.census_office (census_id, office_id),
    constraint amendment_has_a_reason check (coalesce(btrim(reason), '') <> ''),
    constraint amendment_verdict_is_known check (verdict in (2, 3, 4)),
    constraint only_a_corrected_amendment_has_a_value check ((verdict = 2) = (value is not null)),
    constraint two_persons_amend check (confirmed_by <> made_by),
    constraint confirmed_amendment_made_facts check (num_nulls(confirmed_by, confirmed_at, number) in (0, 3)),
    constraint amended_facts_have_one_cause unique (census_id, office_id, number)
);
create index amendment_made_by_idx on registry.amendment (made_by);
create index amendment_confirmed_by_idx on registry.amendment (confirmed_by);
create trigger amendment_is_only_confirmed before update on registry.amendment
    for each row execute function registry.guard_amendment();
create trigger amendment_is_never_deleted before delete or truncate on registry.amendment
    for each statement execute function registry.refuse_change();
-- Up to which revision a run has read amendments.
alter table registry.run add column facts_revision bigint not null default 0;
create trigger facts_change_by_their_cause after insert on registry.census_fact
    for each row when (new.number > 0) execute function registry.guard_amended_facts();
grant select on registry.amendment to pishkhan_views, pishkhan_commands;

insert into registry.role_deed (role, deed) values ('headquarters', 'amend_facts'), ('headquarters', 'confirm_amendment');
