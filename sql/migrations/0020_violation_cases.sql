-- Violation cases, their steps in the lawful order, and the sanctions that a decision imposes on an office.

-- A violation may be of a kind that no scheme has a penalty for: it is recorded all the same.
create table registry.violation_case (
    id integer generated always as identity primary key,
    -- The committee's own number.
    number text not null,
    province_id integer not null,
    office_id bigint not null,
    -- The licence holder on the day of the first step: occurrences follow the holder.
    holder_id bigint not null references registry.licence_holder,
    kind text not null,
    constraint case_is_of_an_office foreign key (office_id, province_id) references registry.office (id, province_id),
    constraint case_number_is_unique_in_its_province unique (province_id, number),
    constraint case_number_is_written_plainly check (number = btrim(number) and length(number) between 1 and 60),
    constraint kind_of_violation_is_one_plain_word check (kind ~ '^[a-z][a-z0-9_]{0,62}$'),
    -- For the steps and sanctions, which name the office too.
    constraint case_office_is_its_own unique (id, office_id, province_id)
);
create index violation_case_office_id_idx on registry.violation_case (office_id, province_id);
create index violation_case_holder_id_idx on registry.violation_case (holder_id);
create trigger case_is_of_a_holder_of_its_office before insert on registry.violation_case
    for each row execute function registry.guard_violation_case();
create trigger violation_case_is_append_only before update or delete or truncate on registry.violation_case
    for each statement execute function registry.refuse_change();
alter table registry.violation_case enable row level security;
create policy violation_case_is_read_in_scope on registry.violation_case for select to pishkhan_views
    using (province_id = any ((select registry.actor_case_provinces())::integer[]));
create policy violation_case_is_kept_in_scope on registry.violation_case for all to pishkhan_commands
    using (province_id = any ((select registry.actor_provinces())::integer[]))
    with check (province_id = any ((select registry.actor_provinces())::integer[]));
create policy violation_case_is_of_the_actors_offices on registry.violation_case as restrictive
    for all to pishkhan_views, pishkhan_commands
    using ((select not registry.actor_is_bound_to_offices())
           or office_id = any ((select registry.actor_offices())::bigint[]));
grant select on registry.violation_case to pishkhan_views;
grant select, insert on registry.violation_case to pishkhan_commands;

-- The lawful order: which step may follow which, and who takes it. The first step follows the word `start`.
create table registry.case_transition (
    after text not null,
    step text not null,
    -- True for the steps of the accused office; the others are the committee's.
    is_of_office boolean not null,
    -- True where the office may answer instead: the step waits until the days to answer are over.
    waits_for_answer boolean not null default false,
    primary key (after, step)
);
grant select on registry.case_transition to pishkhan_views, pishkhan_commands;

insert into registry.case_transition (after, step, is_of_office, waits_for_answer) values
    ('start', 'report', false, false),
    ('report', 'notice', false, false),
    ('report', 'dropped', false, false),
    ('notice', 'reply', true, false),
    -- The office did not reply.
    ('notice', 'hearing', false, true),
    ('reply', 'hearing', false, false),
    ('hearing', 'decision', false, false),
    ('hearing', 'dropped', false, false),
    ('decision', 'objection', true, false),
    -- The office did not object.
    ('decision', 'final', false, true),
    ('objection', 'objection_decision', false, false),
    ('objection_decision', 'final', false, false),
    ('objection_decision', 'dropped', false, false),
    ('final', 'annulled', false, false),
    -- A decision on paper.
    ('start', 'recorded', false, false),
    ('recorded', 'final', false, false);

create table registry.case_step (
    case_id integer not null,
    -- 1, 2, … without gaps.
    number smallint not null,
    step text not null,
    after text not null,
    previous smallint generated always as (nullif(number - 1, 0)) stored,
    office_id bigint not null,
    province_id integer not null,
    taken_on date not null,
    -- The last day on which the office may reply to a notice or object to a decision.
    answer_until date,
    -- True if from the day of this step no sanction of an earlier step holds.
    ends_sanctions boolean not null default false,
    text text not null,
    actor_id integer not null references registry.account,
    person_id integer not null references registry.person,
    taken_at timestamptz not null default clock_timestamp(),
    made_in xid8 not null default pg_current_xact_id(),
    primary key (case_id, number),
    constraint case_step_is_of_its_office foreign key (case_id, office_id, province_id)
        references registry.violation_case (id, office_id, province_id),
    constraint step_may_follow foreign key (after, step) references registry.case_transition (after, step),
    -- For the step that follows, and for sanctions.
    constraint case_step_is_its_own unique (case_id, number, step),
    constraint step_follows_the_one_before foreign key (case_id, previous, after)
        references registry.case_step (case_id, number, step),
    constraint steps_are_numbered_from_one check (number >= 1),
    constraint case_starts_with_its_first_step check ((number = 1) = (after = 'start')),
    -- Whoever decided does not decide the objection, by whatever account.
    constraint objection_is_decided_by_another exclude using btree (case_id with =, person_id with =)
        where (step in ('decision', 'objection_decision')),
    constraint notice_and_decision_give_days_to_answer check
        ((step in ('notice', 'decision')) = (answer_until is not null)),
    constraint days_to_answer_follow_the_step check (answer_until >= taken_on),
    constraint only_a_later_word_ends_sanctions check
        (case when step in ('dropped', 'annulled') then ends_sanctions
              else not ends_sanctions or step in ('objection_decision', 'final') end),
    constraint case_step_says_something check (coalesce(btrim(text), '') <> '' and length(text) <= 2000),
    constraint days_are_of_the_calendar check
        (taken_on between '1821-03-21' and '2222-03-20' and answer_until between '1821-03-21' and '2222-03-20'),
    constraint instants_are_of_the_calendar check
        (taken_at >= '1821-03-21 00:00+00' and taken_at < '2222-03-21 00:00+00')
);
create index case_step_case_id_office_id_idx on registry.case_step (case_id, office_id, province_id);
create index case_step_case_id_previous_idx on registry.case_step (case_id, previous, after);
create index case_step_after_idx on registry.case_step (after, step);
create index case_step_actor_id_idx on registry.case_step (actor_id);
create index case_step_person_id_idx on registry.case_step (person_id);
create trigger case_step_is_lawful before insert on registry.case_step
    for each row execute function registry.guard_case_step();
-- The penalty comes with the step, also by plain SQL.
create trigger final_step_gives_its_decision after insert on registry.case_step
    for each row when (new.step in ('final', 'annulled')) execute function registry.follow_final_step();
create trigger case_step_is_append_only before update or delete or truncate on registry.case_step
    for each statement execute function registry.refuse_change();
alter table registry.case_step enable row level security;
create policy case_step_is_read_in_scope on registry.case_step for select to pishkhan_views
    using (province_id = any ((select registry.actor_case_provinces())::integer[]));
create policy case_step_is_kept_in_scope on registry.case_step for all to pishkhan_commands
    using (province_id = any ((select registry.actor_provinces())::integer[]))
    with check (province_id = any ((select registry.actor_provinces())::integer[]));
create policy case_step_is_of_the_actors_offices on registry.case_step as restrictive
    for all to pishkhan_views, pishkhan_commands
    using ((select not registry.actor_is_bound_to_offices())
           or office_id = any ((select registry.actor_offices())::bigint[]));
grant select on registry.case_step to pishkhan_views;
grant select, insert on registry.case_step to pishkhan_commands;

-- What a decision imposes on the licence of the office, from its first to its last day. Several may hold at a time: the
-- worst counts. No act ends a suspension at its last day.
create table registry.sanction (
    id integer generated always as identity primary key,
    case_id integer not null,
    step_number smallint not null,
    step text not null,
    office_id bigint not null,
    province_id integer not null,
    kind text not null,
    holds daterange not null,
    constraint sanction_is_of_a_step foreign key (case_id, step_number, step)
        references registry.case_step (case_id, number, step),
    constraint sanction_is_of_the_cases_office foreign key (case_id, office_id, province_id)
        references registry.violation_case (id, office_id, province_id),
    constraint sanction_is_imposed_by_a_decision check (step in ('decision', 'final')),
    constraint sanction_kind_is_known check (kind in ('warning', 'suspension', 'revocation')),
    constraint sanction_is_imposed_once unique (case_id, step_number, kind),
    -- A suspension without a last day would need an act that ends it.
    constraint sanction_has_its_days check (coalesce(
        not isempty(holds) and not lower_inf(holds) and upper_inf(holds) = (kind = 'revocation')
        and lower(holds) >= '1821-03-21' and coalesce(upper(holds) <= '2222-03-21', true), false))
);
create index sanction_case_id_office_id_idx on registry.sanction (case_id, office_id, province_id);
create index sanction_case_id_step_number_idx on registry.sanction (case_id, step_number, step);
-- The licence state of an office is asked by its office.
create index sanction_office_id_idx on registry.sanction (office_id) where kind <> 'warning';
create trigger sanction_comes_with_its_step before insert on registry.sanction
    for each row execute function registry.guard_sanction();
create trigger sanction_is_append_only before update or delete or truncate on registry.sanction
    for each statement execute function registry.refuse_change();
alter table registry.sanction enable row level security;
create policy sanction_is_read_in_scope on registry.sanction for select to pishkhan_views
    using (province_id = any ((select registry.actor_case_provinces())::integer[]));
create policy sanction_is_kept_in_scope on registry.sanction for all to pishkhan_commands
    using (province_id = any ((select registry.actor_provinces())::integer[]))
    with check (province_id = any ((select registry.actor_provinces())::integer[]));
create policy sanction_is_of_the_actors_offices on registry.sanction as restrictive
    for all to pishkhan_views, pishkhan_commands
    using ((select not registry.actor_is_bound_to_offices())
           or office_id = any ((select registry.actor_offices())::bigint[]));
grant select on registry.sanction to pishkhan_views;
grant select, insert on registry.sanction to pishkhan_commands;

-- A decision comes by a file, or by the last step of a case. The revision of a case's decision is no import's.
alter table registry.violation
    add column case_id integer,
    add column case_step smallint,
    add column import_id bigint generated always as (case when case_id is null then revision end) stored,
    drop constraint violation_came_by_an_import,
    add constraint violation_came_by_an_import foreign key (import_id) references registry.import
        deferrable initially deferred,
    add constraint violation_is_of_a_case_step foreign key (case_id, case_step)
        references registry.case_step (case_id, number),
    add constraint case_and_step_come_together check ((case_id is null) = (case_step is null));
-- Cases are few beside the decisions of files.
create index violation_case_id_idx on registry.violation (case_id, case_step);
create trigger decision_of_a_case_comes_from_its_steps after insert on registry.violation
    referencing new table as added for each statement execute function registry.guard_decisions_of_cases();
create policy violation_is_read_with_its_cases on registry.violation for select to pishkhan_views
    using (province_id = any ((select registry.actor_case_provinces())::integer[]));

insert into registry.role_permission (role, permission) values
    ('headquarters', 'read_cases'), ('auditor', 'read_cases'), ('reviewer', 'read_cases'),
    ('group_member', 'read_cases'), ('committee', 'read_cases'), ('office', 'read_cases'),
    ('committee', 'open_case'), ('committee', 'take_case_step'), ('committee', 'record_decision'),
    ('office', 'answer_case');
