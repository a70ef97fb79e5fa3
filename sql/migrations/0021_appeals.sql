-- Appeals of offices against the results that they see in preview: item by item, decided by a person who took no part
-- in the facts of the office.

-- The days and consequences of appeals under a scheme. A scheme without a row hears no appeals.
create table registry.appeal_rule (
    scheme_id integer primary key references registry.scheme,
    -- Whole days after the day on which the preview began.
    preview_days smallint not null,
    file_days smallint not null,
    -- Whole days after the day on which the appeal was filed.
    decide_days smallint not null,
    undecided text not null,
    silence text not null,
    constraint appeal_days_fit_each_other check
        (file_days between 1 and preview_days and preview_days <= 365 and decide_days between 1 and 365),
    constraint treatment_of_undecided_is_known check (undecided in ('block', 'publish_flagged')),
    constraint effect_of_silence_is_known check (silence in ('none', 'upheld', 'dismissed'))
);
create trigger appeal_rule_is_frozen before update or delete or truncate on registry.appeal_rule
    for each statement execute function registry.refuse_change();
grant select on registry.appeal_rule to pishkhan_views, pishkhan_commands;
grant insert on registry.appeal_rule to pishkhan_commands;

-- The instant at which the offices could first see their results. The trigger of the states sets it.
alter table registry.evaluation_period add column shown_at timestamptz,
    add constraint only_a_shown_period_has_its_instant check (shown_at is null or state in ('preview', 'published')),
    add constraint instants_are_of_the_calendar check
        (shown_at >= '1821-03-21 00:00+00' and shown_at < '2222-03-21 00:00+00');
create trigger appealed_period_stays_closed before update of state on registry.evaluation_period
    for each row when (old.state <> 'planned' and new.state = 'open') execute function registry.guard_reopening();

-- An appeal against one item: the value of a criterion, or a decision about a violation. The trigger sets who files it,
-- when, and by which day it is to be decided.
create table registry.appeal (
    id integer generated always as identity primary key,
    census_id bigint not null,
    office_id bigint not null,
    province_id integer not null,
    -- As the census lists it.
    code text not null,
    -- The result that the office saw.
    run_id bigint not null,
    -- The criterion's position in the scheme; null for a decision.
    position smallint,
    -- The claimed value.
    value bigint,
    decision_number text,
    item text not null generated always as
        (case when position is null then 'decision ' || decision_number else 'criterion ' || position end) stored,
    grounds text not null,
    filed_by integer not null references registry.account,
    filer_id integer not null references registry.person,
    filed_at timestamptz not null,
    decide_by date not null,
    -- True if the claimed value would change rank or standing; computed again with every run until it is decided.
    is_decisive boolean not null,
    -- Null if the office would have no rank.
    rank_if_upheld smallint,
    withdrawn_at timestamptz,
    constraint appeal_is_of_a_listed_office foreign key (census_id, office_id)
        references registry.census_office (census_id, office_id),
    constraint appeal_is_against_a_run_of_its_census foreign key (run_id, census_id)
        references registry.run (id, census_id),
    constraint appeal_is_against_one_item check (num_nonnulls(position, decision_number) = 1),
    constraint appeal_claims_the_value_of_its_item check ((position is null) = (value is null)),
    constraint appeal_has_grounds check (btrim(grounds) <> '' and length(grounds) <= 4000),
    constraint item_is_appealed_once unique (census_id, office_id, item),
    constraint appeal_is_of_its_office unique (id, census_id, office_id),
    constraint days_are_of_the_calendar check (decide_by between '1821-03-21' and '2222-03-20'),
    constraint instants_are_of_the_calendar check
        (filed_at >= '1821-03-21 00:00+00' and filed_at < '2222-03-21 00:00+00'
         and withdrawn_at >= '1821-03-21 00:00+00' and withdrawn_at < '2222-03-21 00:00+00')
);
create index appeal_run_id_census_id_idx on registry.appeal (run_id, census_id);
create index appeal_filed_by_idx on registry.appeal (filed_by);
create index appeal_filer_id_idx on registry.appeal (filer_id);
create trigger appeal_is_lawful before insert on registry.appeal
    for each row execute function registry.guard_new_appeal();
create trigger persons_of_an_appeal_are_entered after insert on registry.appeal
    for each row execute function registry.enter_appeal_persons();
create trigger appeal_is_only_weighed_and_withdrawn before update on registry.appeal
    for each row execute function registry.guard_appeal();
create trigger appeal_is_never_deleted before delete or truncate on registry.appeal
    for each statement execute function registry.refuse_change();
alter table registry.appeal enable row level security;
create policy appeal_is_read_in_scope on registry.appeal for select to pishkhan_views
    using (province_id = any ((select registry.actor_fact_provinces())::integer[]));
create policy appeal_is_of_the_actors_offices on registry.appeal as restrictive for select to pishkhan_views
    using ((select not registry.actor_is_bound_to_offices())
           or office_id = any ((select registry.actor_offices())::bigint[]));
create policy appeal_is_of_no_source on registry.appeal as restrictive
    for select to pishkhan_views using ((select not registry.actor_is_bound_to_sources()));
grant select on registry.appeal to pishkhan_views;

-- The part of each person in an appeal: one part a person. So nobody decides who filed it, or who submitted, reviewed
-- or amended facts of the office.
create table registry.appeal_person (
    appeal_id integer not null references registry.appeal,
    person_id integer not null references registry.person,
    part text not null,
    constraint decider_took_no_part primary key (appeal_id, person_id),
    constraint part_is_of_its_person unique (appeal_id, person_id, part),
    constraint part_in_an_appeal_is_known check (part in ('filer', 'involved', 'decider'))
);
create index appeal_person_person_id_idx on registry.appeal_person (person_id);
create trigger appeal_person_is_append_only before update or delete or truncate on registry.appeal_person
    for each statement execute function registry.refuse_change();

-- The one decision of an appeal. An upheld appeal has made the facts of its number.
create table registry.appeal_decision (
    appeal_id integer not null,
    census_id bigint not null,
    office_id bigint not null,
    -- Null if the days to decide passed in silence, and the scheme says what silence means.
    decider_id integer references registry.person,
    part text not null generated always as ('decider') stored,
    verdict text not null,
    -- The value that counts now; null for a decision that no longer counts.
    value bigint,
    reason text not null,
    decided_at timestamptz not null,
    number integer,
    constraint appeal_is_decided_once primary key (appeal_id),
    constraint decision_is_of_an_appeal foreign key (appeal_id, census_id, office_id)
        references registry.appeal (id, census_id, office_id),
    constraint decision_is_of_a_decider foreign key (appeal_id, decider_id, part)
        references registry.appeal_person (appeal_id, person_id, part),
    constraint appeal_verdict_is_known check (verdict in ('upheld', 'dismissed')),
    constraint decision_on_an_appeal_has_a_reason check (btrim(reason) <> ''),
    constraint only_an_upheld_appeal_makes_facts check ((verdict = 'upheld') = (number is not null)),
    constraint decision_made_its_facts foreign key (census_id, office_id, number)
        references registry.census_fact (census_id, office_id, number) deferrable initially deferred,
    constraint decided_facts_have_one_cause unique (census_id, office_id, number),
    constraint instants_are_of_the_calendar check
        (decided_at >= '1821-03-21 00:00+00' and decided_at < '2222-03-21 00:00+00')
);
create index appeal_decision_appeal_id_census_id_office_id_idx
    on registry.appeal_decision (appeal_id, census_id, office_id);
create index appeal_decision_appeal_id_decider_id_part_idx on registry.appeal_decision (appeal_id, decider_id, part);
create index appeal_decision_decider_id_idx on registry.appeal_decision (decider_id);
create trigger decision_is_lawful before insert on registry.appeal_decision
    for each row execute function registry.guard_appeal_decision();
create trigger appeal_decision_is_append_only before update or delete or truncate on registry.appeal_decision
    for each statement execute function registry.refuse_change();
grant select on registry.appeal_decision to pishkhan_views;

-- Offices whose appeal was undecided when a publication was made: the publication shows this flag and nothing else of
-- the appeal. A trigger writes it, so that no publication is without.
create table registry.pending_appeal (
    publication_id integer not null references registry.publication,
    office_id bigint not null,
    primary key (publication_id, office_id)
);
create trigger pending_appeal_is_append_only before update or delete or truncate on registry.pending_appeal
    for each statement execute function registry.refuse_change();
grant select on registry.pending_appeal to pishkhan_views;
create trigger pending_appeals_are_flagged after insert on registry.publication
    for each row execute function registry.flag_pending_appeals();

-- In preview an office's account reads its own result and no other.
create policy own_assessment_is_read_in_preview on registry.assessment for select to pishkhan_views, pishkhan_commands
    using (office_id = any ((select registry.actor_offices())::bigint[])
           and run_id = any ((select registry.previewed_runs())::bigint[]));
create policy own_census_office_is_read_in_preview on registry.census_office
    for select to pishkhan_views, pishkhan_commands
    using (office_id = any ((select registry.actor_offices())::bigint[])
           and census_id = any ((select registry.previewed_censuses())::bigint[]));

insert into registry.role_permission (role, permission) values
    ('office', 'file_appeal'), ('office', 'withdraw_appeal'),
    ('headquarters', 'preview_period'), ('headquarters', 'decide_appeal'), ('headquarters', 'settle_appeals'),
    ('group_member', 'decide_appeal'), ('system', 'settle_appeals');
