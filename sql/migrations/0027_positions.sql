-- The position of an office within its province is stored with its result, and lists are read in their order by an index.

-- The order of lists, ascending: offices with a rank first, then the total, descending. Equal keys share a position; in a
-- list they follow each other by code. This is the one place where the order is said.
create function registry.list_key(rank smallint, total integer) returns bigint
language sql immutable parallel safe
begin atomic
    select case when list_key.rank is null then 4294967296 else 0 end - coalesce(list_key.total, -2147483648)::bigint;
end;
grant execute on function registry.list_key(smallint, integer) to pishkhan_views, pishkhan_commands;

alter table registry.assessment
    -- As the census lists it: the order of a list needs it beside the total.
    add column code text,
    add column position integer,
    add column list_key bigint not null generated always as (registry.list_key(rank, total)) stored;

alter table registry.assessment disable trigger assessment_is_append_only;
update registry.assessment a set code = c.code, position = placed.position
from registry.census_office c, (
    select run_id, office_id,
        case when rank is not null then rank() over (partition by run_id, province_id order by list_key) end as position
    from registry.assessment
) placed
where c.census_id = a.census_id and c.office_id = a.office_id
    and placed.run_id = a.run_id and placed.office_id = a.office_id;
alter table registry.assessment enable trigger assessment_is_append_only;
alter table registry.assessment alter column code set not null;
alter table registry.assessment
    add constraint only_ranked_offices_have_a_position check ((rank is null) = (position is null));

alter table registry.census_office add constraint census_office_code_is_its_own unique (census_id, office_id, code);
create index census_office_census_id_code_idx on registry.census_office (census_id, code collate "C");

alter table registry.assessment
    drop constraint assessment_is_of_the_census,
    add constraint assessment_is_of_the_census foreign key (census_id, office_id, code)
        references registry.census_office (census_id, office_id, code);
drop index registry.assessment_census_id_office_id_idx, registry.assessment_run_id_census_id_idx,
    registry.assessment_run_id_province_id_rank_idx;
-- Nobody asks for an office without its run, and each index costs a ranking its time.
drop index registry.assessment_office_id_idx;
create index assessment_census_id_office_id_code_idx on registry.assessment (census_id, office_id, code);
-- Lists of the country and of a province.
create index assessment_run_id_census_id_list_key_code_idx
    on registry.assessment (run_id, census_id, list_key, code collate "C");
create index assessment_run_id_province_id_list_key_code_idx
    on registry.assessment (run_id, province_id, list_key, code collate "C");

-- Every position of a run that has got results is the number of its province's offices before it, and one. The whole run
-- is looked at, so that results that come in several statements prove it as well.
create function registry.guard_assessment_position() returns trigger
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    touched bigint;
begin
    for touched in select distinct run_id from added loop
        if exists (
            select from (
                select a.position, case when a.rank is not null then
                    rank() over (partition by a.run_id, a.province_id order by a.list_key) end as place
                from registry.assessment a where a.run_id = touched
            ) placed where placed.position is distinct from placed.place
        ) then
            raise exception using errcode = '23514', constraint = 'position_follows_the_total',
                message = 'position_follows_the_total';
        end if;
    end loop;
    return null;
end
$$;
create trigger assessment_position_follows_the_total after insert on registry.assessment
    referencing new table as added for each statement execute function registry.guard_assessment_position();
