-- Drafts: values that a source has not submitted yet. What counts cannot change, and what can change does not count: a
-- census never reads a draft, and submitting it writes the next submission.

-- One row for an office, a source and a way of speaking for it, so that nobody who speaks on its behalf sees or changes
-- the source's own draft. A submission empties its draft.
create table registry.draft (
    office_id bigint not null,
    period_id integer not null references registry.evaluation_period,
    -- The position of the source in the period's scheme.
    source smallint not null,
    is_on_behalf boolean not null,
    province_id integer not null,
    -- The criteria of the draft; the others stay as they are submitted.
    said bigint not null default 0,
    value bigint[] not null,
    -- Set by the trigger: the number of changes, the newest one's instant and its account.
    version integer not null default 0,
    updated_at timestamptz not null default clock_timestamp(),
    actor_id integer not null references registry.account,
    primary key (office_id, period_id, source, is_on_behalf),
    constraint draft_is_of_an_office foreign key (office_id, province_id) references registry.office (id, province_id),
    constraint drafted_criteria_are_a_mask check (said >= 0),
    constraint instants_are_of_the_calendar check
        (updated_at >= '1821-03-21 00:00+00' and updated_at < '2222-03-21 00:00+00')
);
create index draft_office_id_province_id_idx on registry.draft (office_id, province_id);
create index draft_period_id_idx on registry.draft (period_id);
create index draft_actor_id_idx on registry.draft (actor_id);
create trigger draft_is_of_its_speaker before insert or update on registry.draft
    for each row execute function registry.guard_draft();
create trigger draft_is_never_deleted before delete or truncate on registry.draft
    for each statement execute function registry.refuse_change();
alter table registry.draft enable row level security;
create policy draft_is_seen_by_its_speakers on registry.draft for all to pishkhan_views, pishkhan_commands
    using (province_id = any ((select registry.actor_provinces())::integer[])
           and registry.speaking(period_id, source, is_on_behalf) = any ((select registry.actor_speaking())::bigint[]))
    with check (province_id = any ((select registry.actor_provinces())::integer[])
           and registry.speaking(period_id, source, is_on_behalf) = any ((select registry.actor_speaking())::bigint[]));
create policy draft_is_bound_to_offices on registry.draft as restrictive for all to pishkhan_views, pishkhan_commands
    using ((select not registry.actor_is_bound_to_offices())
           or office_id = any ((select registry.actor_offices())::bigint[]));
grant select on registry.draft to pishkhan_views, pishkhan_commands;
grant insert, update on registry.draft to pishkhan_commands;

-- Whom a role speaks for is data of the scheme; these permissions only open the forms.
insert into registry.role_permission (role, permission)
select granted.role, permission
from unnest(array['office', 'association', 'reviewer', 'provincial', 'headquarters']) granted (role),
    unnest(array['save_draft', 'submit', 'withdraw', 'enter_score']) permission
on conflict do nothing;
