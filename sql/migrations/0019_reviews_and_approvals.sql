-- The review of items by form, and the working group's approval of a province's facts.

insert into registry.role_permission (role, permission)
select granted.role, permission
from (values
    -- An item that was rejected or corrected and is said again is judged by the working group.
    ('group_member', array['review_again', 'approve_province']),
    ('headquarters', array['approve_province'])
) granted (role, permissions), unnest(granted.permissions) permission;

-- Whether a half-year may close without the approval of every province.
alter table registry.scheme add column approval text not null default 'none',
    add constraint scheme_approval_is_known check (approval in ('none', 'required'));

-- How far, in percent, a value may lie from the one confirmed last and still count as unchanged; null means equal.
alter table registry.source add column unchanged_within smallint,
    add constraint unchanged_is_a_share check (unchanged_within between 1 and 100);

-- The facts of a province in a half-year, as something to lock: writers of facts share it, an approval has it alone.
create table registry.province_set (
    period_id integer not null references registry.evaluation_period,
    province_id integer not null references registry.province,
    primary key (period_id, province_id)
);
create index province_set_province_id_idx on registry.province_set (province_id);
create trigger province_set_is_append_only before update or delete or truncate on registry.province_set
    for each statement execute function registry.refuse_change();
alter table registry.province_set enable row level security;
create policy province_set_is_read_in_scope on registry.province_set for select to pishkhan_views, pishkhan_commands
    using (province_id = any ((select registry.actor_provinces())::integer[]));
grant select on registry.province_set to pishkhan_views, pishkhan_commands;
create trigger period_has_its_province_sets after insert on registry.evaluation_period
    for each row execute function registry.make_province_sets();
insert into registry.province_set (period_id, province_id)
select e.id, p.id from registry.evaluation_period e cross join registry.province p;

-- The working group's word for the facts of a province: two persons of two bodies, over the same digest. The second
-- approval completes the first. It covers the facts up to the revision of the first; a later fact voids it.
create table registry.approval (
    period_id integer not null,
    province_id integer not null,
    -- Newer than every fact that it covers.
    revision bigint not null,
    body text not null,
    member integer not null references registry.person,
    actor_id integer not null references registry.account,
    -- SHA-256 of the text of the province's facts.
    digest text not null,
    approved_at timestamptz not null default clock_timestamp(),
    -- The approval that this one completes; null if this is the first of two.
    first_revision bigint,
    first_body text,
    first_member integer,
    primary key (period_id, province_id, revision),
    constraint approval_is_of_a_province_set foreign key (period_id, province_id)
        references registry.province_set (period_id, province_id),
    constraint approval_is_of_its_member unique (period_id, province_id, revision, body, member, digest),
    constraint approval_body_is_known check (body in ('region', 'headquarters')),
    constraint approval_digest_is_sha256 check (digest ~ '^[0-9a-f]{64}$'),
    constraint instants_are_of_the_calendar check
        (approved_at >= '1821-03-21 00:00+00' and approved_at < '2222-03-21 00:00+00'),
    -- A foreign key that is null in part is not checked.
    constraint completed_approval_is_named_whole check (num_nulls(first_revision, first_body, first_member) in (0, 3)),
    constraint two_persons_approve check (member <> first_member),
    constraint two_bodies_approve check (body <> first_body),
    constraint approval_completes_an_earlier_one check (first_revision < revision),
    constraint approval_completes_another
        foreign key (period_id, province_id, first_revision, first_body, first_member, digest)
        references registry.approval (period_id, province_id, revision, body, member, digest),
    constraint approval_is_completed_once unique (period_id, province_id, first_revision)
);
create index approval_completes_another_idx
    on registry.approval (period_id, province_id, first_revision, first_body, first_member, digest);
create index approval_member_idx on registry.approval (member);
create index approval_actor_id_idx on registry.approval (actor_id);
create trigger approval_is_lawful after insert on registry.approval
    for each row execute function registry.guard_approval();
create trigger approval_is_append_only before update or delete or truncate on registry.approval
    for each statement execute function registry.refuse_change();
alter table registry.approval enable row level security;
create policy approval_is_read_in_scope on registry.approval for select to pishkhan_views
    using (province_id = any ((select registry.actor_fact_provinces())::integer[]));
create policy approval_is_given_in_scope on registry.approval for all to pishkhan_commands
    using (province_id = any ((select registry.actor_provinces())::integer[]))
    with check (province_id = any ((select registry.actor_provinces())::integer[]));
grant select on registry.approval to pishkhan_views;
grant select, insert on registry.approval to pishkhan_commands;

-- A decision is a fact of its province too.
create trigger decision_meets_no_approval after insert on registry.violation
    referencing new table as added for each statement execute function registry.guard_decisions_of_sets();
