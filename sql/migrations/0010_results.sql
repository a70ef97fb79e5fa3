-- The frozen census of a period with its facts, runs, assessments and publications: append-only, and checked when
-- written. A period, its run and its publication must match: the scheme, the period and the digest are compared, not
-- only looked up.
create table registry.census (
    -- The revision up to which a run reads the period's facts.
    id bigint primary key,
    period_id integer not null references registry.evaluation_period,
    census_on date not null,
    office_count integer not null,
    taken_at timestamptz not null,
    constraint census_is_of_its_period unique (id, period_id)
);
create index census_period_id_idx on registry.census (period_id);
create trigger census_is_append_only before update or delete or truncate on registry.census
    for each statement execute function registry.refuse_change();
grant select on registry.census to pishkhan_views, pishkhan_commands;
alter table registry.evaluation_period add constraint period_census_is_its_own foreign key (census_id, id)
    references registry.census (id, period_id);

-- The statement's trigger checks once for all offices that the census exists, and that they stand as a version of the
-- office has them: its province, its places and its holder exist then.
create table registry.census_office (
    census_id bigint not null,
    office_id bigint not null,
    code text not null,
    province_id integer not null,
    county_id integer not null,
    locality_id integer not null,
    kind text not null,
    holder_id bigint not null,
    licence_state text not null,
    licensed_on date not null,
    expires_on date,
    -- Published with the ranks, unlike the declaration.
    took_part boolean not null default false,
    primary key (census_id, office_id)
);
create index census_office_census_id_code_idx on registry.census_office (census_id, code collate "C");
create index census_office_county_id_idx on registry.census_office (county_id);
create index census_office_locality_id_idx on registry.census_office (locality_id);
create trigger census_lists_offices_as_registered after insert on registry.census_office
    referencing new table as added for each statement execute function registry.guard_census_office();
create trigger census_office_is_append_only before update or delete or truncate on registry.census_office
    for each statement execute function registry.refuse_change();
alter table registry.census_office enable row level security;
create policy census_office_is_read_in_scope on registry.census_office for select to pishkhan_views, pishkhan_commands
    using (province_id = any ((select registry.actor_provinces())::integer[])
           and census_id = any ((select registry.unpublished_censuses())::bigint[]));
create policy published_census_office_is_read_by_everybody on registry.census_office
    for select to pishkhan_views, pishkhan_commands
    using (census_id = any ((select registry.published_censuses())::bigint[]));
grant select on registry.census_office to pishkhan_views, pishkhan_commands;

-- The facts of an office that a run reads, frozen with the census. No rule of a scheme is applied. Arrays have one
-- element for each criterion of the period's scheme; each criterion has one source. The statement's trigger checks once
-- for all facts that the census lists their offices and that the earlier schemes exist.
create table registry.census_fact (
    census_id bigint not null,
    office_id bigint not null,
    -- 0 in the census; 1, 2, … after amendments.
    number integer not null,
    revision bigint not null,
    province_id integer not null,
    took_part boolean not null,
    is_released boolean not null,
    declared_value bigint[] not null,
    -- The reviewed value in place of the declared one, if the item was reviewed and not submitted again.
    confirmed_value bigint[] not null,
    verdict smallint[] not null,
    respondents integer[] not null,
    -- The day in Tehran on which each value was submitted.
    said_on date[] not null,
    -- The criteria whose source another account spoke for.
    on_behalf bigint not null,
    -- From the last half-year in which the office, or the one that it continues, took part; null if there is none.
    earlier_scheme_id integer,
    earlier_value bigint[],
    was_carried_already boolean not null,
    -- Final decisions at this office, and those against the same holders elsewhere.
    decision_number text[] not null,
    decision_kind text[] not null,
    decision_day date[] not null,
    decision_was_here boolean[] not null,
    decision_is_late boolean[] not null,
    decision_holder bigint[] not null,
    -- The half-year whose census first knew the decision as final.
    decision_first_known text[] not null,
    -- Every person who submitted or reviewed values of this office.
    involved integer[] not null,
    primary key (census_id, office_id, number),
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
create trigger fact_is_of_a_listed_office after insert on registry.census_fact
    referencing new table as added for each statement execute function registry.prove_references_of_facts();
create trigger facts_change_by_their_cause after insert on registry.census_fact
    for each row when (new.number > 0) execute function registry.guard_amended_facts();
create trigger census_fact_is_append_only before update or delete or truncate on registry.census_fact
    for each statement execute function registry.refuse_change();
alter table registry.census_fact enable row level security;
create policy census_fact_is_read_in_scope on registry.census_fact for select to pishkhan_views, pishkhan_commands
    using (province_id = any ((select registry.actor_fact_provinces())::integer[]));
create policy census_fact_is_of_the_actors_offices on registry.census_fact as restrictive
    for all to pishkhan_views, pishkhan_commands
    using ((select not registry.actor_is_bound_to_offices())
           or office_id = any ((select registry.actor_offices())::bigint[]));
create policy census_fact_is_of_no_source on registry.census_fact as restrictive
    for all to pishkhan_views, pishkhan_commands using ((select not registry.actor_is_bound_to_sources()));
grant select on registry.census_fact to pishkhan_views, pishkhan_commands;

-- A later change of an office's frozen facts: one item, with a reason, proposed by one person and confirmed by another.
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
    -- The facts that the amendment made.
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
grant select on registry.amendment to pishkhan_views, pishkhan_commands;

create table registry.run (
    id bigint generated always as identity primary key,
    period_id integer not null,
    census_id bigint not null,
    scheme_id integer not null,
    -- SHA-256 of the canonical text of the results.
    digest text not null,
    actor_id integer not null references registry.account,
    ran_at timestamptz not null,
    made_in xid8 not null default pg_current_xact_id(),
    -- The revision up to which the run has read amendments.
    facts_revision bigint not null default 0,
    constraint run_has_the_scheme_of_its_period foreign key (period_id, scheme_id)
        references registry.evaluation_period (id, scheme_id),
    constraint run_reads_a_census_of_its_period foreign key (census_id, period_id)
        references registry.census (id, period_id),
    constraint run_digest_is_sha256 check (digest ~ '^[0-9a-f]{64}$'),
    constraint run_is_of_its_census unique (id, census_id),
    constraint run_is_of_its_period unique (id, period_id),
    constraint run_digest_is_of_its_period unique (id, period_id, digest)
);
create index run_period_id_scheme_id_idx on registry.run (period_id, scheme_id);
create index run_census_id_period_id_idx on registry.run (census_id, period_id);
create index run_actor_id_idx on registry.run (actor_id);
create trigger run_is_append_only before update or delete or truncate on registry.run
    for each statement execute function registry.refuse_change();
grant select on registry.run to pishkhan_views, pishkhan_commands;
alter table registry.evaluation_period add constraint period_run_is_its_own foreign key (run_id, id)
    references registry.run (id, period_id);

create function registry.sum_of(amounts integer[]) returns bigint
language sql immutable parallel safe
begin atomic
    select coalesce(sum(amount), 0) from unnest(sum_of.amounts) amount;
end;
grant execute on function registry.sum_of(integer[]) to pishkhan_views, pishkhan_commands;

-- It is exact: fractions whose parts are at most 2²⁰ differ by at least 2⁻⁴⁰, so times 2⁴¹ they have different whole
-- parts, and no share exceeds 1, so ranks, 2⁴⁴ apart, never meet. Where nothing could be reached, as by an office that
-- took no part, the share is 0: such an office stands behind all that were scored.
create function registry.list_key(rank smallint, total integer, available integer) returns bigint
language sql immutable parallel safe
begin atomic
    select case when list_key.rank is not null then list_key.rank when list_key.total is not null then 32768 else 65536
        end * 17592186044416
        - case when list_key.available > 0 and list_key.total is not null then
              -- The whole part below, also of a total below zero.
              (list_key.total * 2199023255552 - ((list_key.total * 2199023255552) % list_key.available
               + list_key.available) % list_key.available) / list_key.available
          else 0 end;
end;
grant execute on function registry.list_key(smallint, integer, integer) to pishkhan_views, pishkhan_commands;

-- The points that an office with its share would have of the full maximum: for people, who see the order by it. It is
-- rounded down and does not decide the order.
create function registry.adjusted_total(total integer, full_maximum integer, available integer) returns integer
language sql immutable parallel safe
begin atomic
    select case when adjusted_total.available > 0
        then (adjusted_total.total::bigint * adjusted_total.full_maximum / adjusted_total.available)::integer
        else adjusted_total.total end;
end;
-- The caller of a view also calls its functions.
grant execute on function registry.adjusted_total(integer, integer, integer)
    to pishkhan_views, pishkhan_commands, pishkhan_app;

-- A trigger checks once for all rows of a statement that run, census, office, province and code belong together.
create table registry.assessment (
    run_id bigint not null,
    census_id bigint not null,
    office_id bigint not null,
    province_id integer not null,
    standing text not null,
    rank_origin text,
    rank smallint,
    rank_before_caps smallint,
    total registry.millipoints,
    penalty registry.millipoints not null,
    minimum_total registry.millipoints not null,
    full_maximum registry.millipoints not null,
    available_maximum registry.millipoints not null,
    -- One element for each criterion, in the order of the scheme; empty if nothing was scored.
    value bigint[] not null,
    points integer[] not null,
    line_state smallint[] not null,
    group_points integer[] not null,
    -- One element for each decision that takes points.
    penalty_decision text[] not null,
    penalty_kind text[] not null,
    penalty_occurrence smallint[] not null,
    penalty_points integer[] not null,
    -- As the census lists it: the order of a list needs it beside the total.
    code text not null,
    -- The position within the province.
    position integer,
    list_key bigint not null generated always as (registry.list_key(rank, total, available_maximum)) stored,
    primary key (run_id, office_id),
    constraint standing_is_known check
        (standing in ('ranked', 'insufficient', 'not_available', 'awaiting', 'suspended', 'closed')),
    constraint origin_is_known check (rank_origin in ('earned', 'defaulted', 'carried_forward')),
    constraint only_ranked_offices_have_a_rank check
        ((standing = 'ranked') = (rank is not null) and (standing = 'ranked') = (rank_origin is not null)),
    constraint only_ranked_offices_have_a_position check ((rank is null) = (position is null)),
    constraint scored_offices_have_a_total check ((standing in ('ranked', 'insufficient')) = (total is not null)),
    constraint lines_have_equal_lengths check
        (cardinality(value) = cardinality(points) and cardinality(points) = cardinality(line_state)),
    constraint penalties_have_equal_lengths check
        (cardinality(penalty_decision) = cardinality(penalty_points)
         and cardinality(penalty_kind) = cardinality(penalty_points)
         and cardinality(penalty_occurrence) = cardinality(penalty_points)),
    constraint total_is_groups_less_penalty check
        (cardinality(points) = 0
         or total = greatest(registry.sum_of(group_points) - penalty, minimum_total)),
    constraint silence_gets_the_minimum check
        (rank_origin is distinct from 'defaulted'
         or (total = minimum_total and penalty = 0 and cardinality(points) = 0)),
    constraint penalty_is_not_negative check (penalty >= 0 and penalty <= registry.sum_of(penalty_points)),
    constraint cap_never_lifts_a_rank check (rank >= rank_before_caps),
    -- Beyond these bounds two different shares could have the same key.
    constraint order_of_lists_is_exact check
        (full_maximum between 0 and 1048576 and available_maximum between 0 and full_maximum
         and (total is null or total between 0 and 1048576))
);
-- Lists of the country and of a province. No query asks for an office without its run.
create index assessment_run_id_census_id_list_key_code_idx
    on registry.assessment (run_id, census_id, list_key, code collate "C");
create index assessment_run_id_province_id_list_key_code_idx
    on registry.assessment (run_id, province_id, list_key, code collate "C");
create trigger assessment_belongs_to_its_runs_transaction after insert on registry.assessment
    referencing new table as added for each statement execute function registry.guard_assessment_run();
create trigger assessment_is_within_its_scheme after insert on registry.assessment
    referencing new table as added for each statement execute function registry.guard_assessment_scheme();
create trigger assessment_position_follows_the_total after insert on registry.assessment
    referencing new table as added for each statement execute function registry.guard_assessment_position();
create trigger assessment_is_append_only before update or delete or truncate on registry.assessment
    for each statement execute function registry.refuse_change();
alter table registry.assessment enable row level security;
create policy assessment_is_read_in_scope on registry.assessment for select to pishkhan_views, pishkhan_commands
    using (province_id = any ((select registry.actor_provinces())::integer[])
           and run_id = any ((select registry.unpublished_runs())::bigint[]));
create policy published_assessment_is_read_by_everybody on registry.assessment
    for select to pishkhan_views, pishkhan_commands
    using (run_id = any ((select registry.published_runs())::bigint[]));
grant select on registry.assessment to pishkhan_views, pishkhan_commands;

-- Publications of one period: number 1, and corrections of the same census.
create table registry.publication (
    id integer generated always as identity primary key,
    period_id integer not null references registry.evaluation_period,
    number integer not null,
    run_id bigint not null,
    digest text not null,
    published_at timestamptz not null,
    revision bigint not null default registry.revision_of_publication(),
    census_id bigint not null,
    -- The reason of a correction.
    reason text,
    -- The number before this one.
    previous integer generated always as (nullif(number - 1, 0)) stored,
    text_kind text not null generated always as ('results') stored,
    constraint publication_number_is_unique unique (period_id, number),
    constraint publication_is_of_a_run_of_its_period foreign key (run_id, period_id, digest)
        references registry.run (id, period_id, digest),
    constraint publication_reads_the_census_of_its_period foreign key (period_id, census_id)
        references registry.evaluation_period (id, census_id),
    constraint publication_run_reads_its_census foreign key (run_id, census_id)
        references registry.run (id, census_id),
    constraint publications_are_numbered_without_gaps foreign key (period_id, previous)
        references registry.publication (period_id, number),
    constraint correction_has_a_reason check ((number > 1) = (coalesce(btrim(reason), '') <> '')),
    constraint run_is_published_once unique (run_id),
    constraint publication_digest_is_its_own unique (id, digest)
);
create index publication_run_id_period_id_digest_idx on registry.publication (run_id, period_id, digest);
create index publication_period_id_census_id_idx on registry.publication (period_id, census_id);
create index publication_run_id_census_id_idx on registry.publication (run_id, census_id);
create index publication_period_id_previous_idx on registry.publication (period_id, previous);
create index publication_id_text_kind_idx on registry.publication (id, text_kind);
create constraint trigger newest_publication_is_current after insert on registry.publication
    deferrable initially deferred for each row execute function registry.guard_newest_publication();
create trigger publication_is_append_only before update or delete or truncate on registry.publication
    for each statement execute function registry.refuse_change();
grant select on registry.publication to pishkhan_views, pishkhan_commands;

-- The very bytes of a publication: the canonical text of its results, and the facts that they were made from.
create table registry.publication_text (
    publication_id integer not null references registry.publication,
    kind text not null,
    digest text not null,
    text bytea not null,
    results_digest text generated always as (case when kind = 'results' then digest end) stored,
    primary key (publication_id, kind),
    constraint publication_text_kind_is_known check (kind in ('results', 'facts')),
    constraint publication_text_has_its_digest check (digest = encode(sha256(text), 'hex')),
    constraint results_text_is_that_of_the_publication foreign key (publication_id, results_digest)
        references registry.publication (id, digest)
);
create index publication_text_publication_id_results_digest_idx
    on registry.publication_text (publication_id, results_digest);
create trigger publication_text_is_append_only before update or delete or truncate on registry.publication_text
    for each statement execute function registry.refuse_change();
-- It names decisions about violations, so it is for whoever reads the facts of every province.
alter table registry.publication_text enable row level security;
create policy publication_text_is_read_by_readers_of_facts on registry.publication_text
    for select to pishkhan_views, pishkhan_commands
    using ((select registry.actor_is_national()) and (select registry.actor_may('read_facts')));
grant select on registry.publication_text to pishkhan_views, pishkhan_commands;
alter table registry.publication add constraint publication_has_its_text foreign key (id, text_kind)
    references registry.publication_text (publication_id, kind) deferrable initially deferred;
