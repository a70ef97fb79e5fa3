-- Two persons adopt a scheme: one proposes it, another confirms it. No half-year is opened or scheduled with a scheme
-- that nobody has confirmed. A proposal holds a simulation of its effect on the newest publication.
update registry.role_permission set permission = 'propose_scheme' where permission = 'adopt_scheme';
insert into registry.role_permission (role, permission) values ('headquarters', 'confirm_scheme');

-- The greatest share of the ranked offices that may have another rank by the next scheme, in whole percent.
alter table registry.scheme add column most_moved smallint,
    add constraint most_moved_is_a_share check (most_moved between 0 and 100);

-- The person who proposed a scheme.
create table registry.scheme_proposal (
    scheme_id integer primary key references registry.scheme,
    proposed_by integer not null references registry.person,
    proposed_at timestamptz not null,
    constraint proposal_is_of_its_person unique (scheme_id, proposed_by),
    constraint instants_are_of_the_calendar check
        (proposed_at >= '1821-03-21 00:00+00' and proposed_at < '2222-03-21 00:00+00')
);
create index scheme_proposal_proposed_by_idx on registry.scheme_proposal (proposed_by);
create trigger scheme_proposal_is_append_only before update or delete or truncate on registry.scheme_proposal
    for each statement execute function registry.refuse_change();
grant select on registry.scheme_proposal to pishkhan_views, pishkhan_commands;
grant insert on registry.scheme_proposal to pishkhan_commands;

-- The ranks that the offices of a publication would have by a scheme. The rows and the text are of one transaction.
create table registry.scheme_simulation (
    id integer generated always as identity primary key,
    scheme_id integer not null references registry.scheme_proposal,
    publication_id integer not null references registry.publication,
    -- Offices of the census; those of them with a published rank; those of these with another rank or none; those that
    -- would get a rank and have none.
    offices integer not null,
    ranked integer not null,
    moved integer not null,
    entered integer not null,
    -- Criteria of the scheme for which the frozen facts have no value.
    missing text[] not null,
    -- The lines in which offices with another rank have other points: a criterion, or `-` for the penalty; the number of
    -- these offices; the sum of the points that they gain, and of those that they lose.
    line_code text[] not null,
    line_offices integer[] not null,
    line_gained bigint[] not null,
    line_lost bigint[] not null,
    -- SHA-256 of the text, in hexadecimal.
    digest text not null,
    text bytea not null,
    simulated_by integer not null references registry.person,
    simulated_at timestamptz not null,
    made_in xid8 not null default pg_current_xact_id(),
    constraint scheme_is_simulated_once_on_a_publication unique (scheme_id, publication_id),
    constraint simulation_text_has_its_digest check (digest = encode(sha256(text), 'hex')),
    constraint simulation_counts_fit_each_other check
        (0 <= moved and moved <= ranked and 0 <= entered and entered <= offices - ranked),
    constraint simulated_lines_have_equal_lengths check
        (cardinality(line_offices) = cardinality(line_code) and cardinality(line_gained) = cardinality(line_code)
         and cardinality(line_lost) = cardinality(line_code)),
    constraint instants_are_of_the_calendar check
        (simulated_at >= '1821-03-21 00:00+00' and simulated_at < '2222-03-21 00:00+00')
);
create index scheme_simulation_publication_id_idx on registry.scheme_simulation (publication_id);
create index scheme_simulation_simulated_by_idx on registry.scheme_simulation (simulated_by);
create trigger scheme_simulation_is_append_only before update or delete or truncate on registry.scheme_simulation
    for each statement execute function registry.refuse_change();
create constraint trigger simulation_counts_its_moves after insert on registry.scheme_simulation
    deferrable initially deferred for each row execute function registry.guard_scheme_simulation();
alter table registry.scheme_simulation enable row level security;
create policy scheme_simulation_is_read_by_readers_of_unpublished_results on registry.scheme_simulation
    for select to pishkhan_views, pishkhan_commands using ((select registry.actor_may('read_unpublished')));
create policy scheme_simulation_is_written_by_commands on registry.scheme_simulation
    for insert to pishkhan_commands with check (true);
grant select on registry.scheme_simulation to pishkhan_views, pishkhan_commands;
grant insert on registry.scheme_simulation to pishkhan_commands;

-- An office that would have another rank. Its trigger checks once for a statement that the ranks before are those of
-- the publication.
create table registry.simulated_move (
    simulation_id integer not null,
    office_id bigint not null,
    province_id integer not null,
    code text not null,
    kind text not null,
    rank_before smallint,
    rank_after smallint,
    total_before registry.millipoints,
    total_after registry.millipoints,
    primary key (simulation_id, office_id),
    constraint simulated_rank_is_another_one check (rank_before is distinct from rank_after)
);
create index simulated_move_simulation_id_code_idx on registry.simulated_move (simulation_id, code collate "C");
create trigger simulated_move_starts_from_the_publication after insert on registry.simulated_move
    referencing new table as added for each statement execute function registry.guard_simulated_moves();
create trigger simulated_move_is_append_only before update or delete or truncate on registry.simulated_move
    for each statement execute function registry.refuse_change();
alter table registry.simulated_move enable row level security;
create policy simulated_move_is_read_in_scope on registry.simulated_move for select to pishkhan_views, pishkhan_commands
    using (province_id = any ((select registry.actor_provinces())::integer[])
           and (select registry.actor_may('read_unpublished')));
create policy simulated_move_is_written_by_commands on registry.simulated_move
    for insert to pishkhan_commands with check (true);
grant select on registry.simulated_move to pishkhan_views, pishkhan_commands;
grant insert on registry.simulated_move to pishkhan_commands;

-- The confirmation of a proposed scheme by another person. Only for schemes that were adopted before two persons were
-- needed is there no such person.
create table registry.scheme_confirmation (
    scheme_id integer primary key,
    proposed_by integer not null,
    confirmed_by integer references registry.person,
    confirmed_at timestamptz not null,
    -- The bound of the scheme before, if more offices move than it allows, and the reason why it is overruled.
    exceeded smallint,
    overrule text,
    constraint confirmation_is_of_a_proposal foreign key (scheme_id, proposed_by)
        references registry.scheme_proposal (scheme_id, proposed_by),
    constraint two_persons_adopt check (confirmed_by <> proposed_by),
    constraint instants_are_of_the_calendar check
        (confirmed_at >= '1821-03-21 00:00+00' and confirmed_at < '2222-03-21 00:00+00')
);
create index scheme_confirmation_scheme_id_proposed_by_idx on registry.scheme_confirmation (scheme_id, proposed_by);
create index scheme_confirmation_confirmed_by_idx on registry.scheme_confirmation (confirmed_by);
create trigger scheme_confirmation_is_append_only before update or delete or truncate on registry.scheme_confirmation
    for each statement execute function registry.refuse_change();
grant select on registry.scheme_confirmation to pishkhan_views, pishkhan_commands;
grant insert on registry.scheme_confirmation to pishkhan_commands;

insert into registry.scheme_proposal (scheme_id, proposed_by, proposed_at)
select s.id, a.person_id, coalesce(act.recorded_at, clock_timestamp())
from registry.scheme s
left join registry.act on act.kind = 'adopt_scheme' and act.detail ->> 'hash' = s.hash
join registry.account a on a.id = coalesce(act.actor_id, (select id from registry.account where name = 'operator'));
insert into registry.scheme_confirmation (scheme_id, proposed_by, confirmed_at)
select scheme_id, proposed_by, proposed_at from registry.scheme_proposal;

create trigger proposal_is_made_by_the_actor before insert on registry.scheme_proposal
    for each row execute function registry.guard_scheme_proposal();
create trigger confirmation_is_made_by_the_actor before insert on registry.scheme_confirmation
    for each row execute function registry.guard_scheme_confirmation();

alter table registry.evaluation_period add constraint period_has_a_confirmed_scheme foreign key (scheme_id)
    references registry.scheme_confirmation;
alter table registry.period_schedule add constraint scheduled_scheme_is_confirmed foreign key (scheme_id)
    references registry.scheme_confirmation;
