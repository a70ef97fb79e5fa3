-- Changes of the official division after it was taken in: places that were added, renamed, or split off another county,
-- each with the day from which it holds. A place keeps its row and its published name; by a later name it is known as well.

-- The Statistical Centre gives a code to a new county later than the country uses it.
alter table registry.county alter column code drop not null;

create table registry.place_change (
    id bigint generated always as identity primary key,
    kind text not null,
    level text not null,
    county_id integer not null references registry.county,
    -- Null of a county.
    locality_id integer,
    -- Of a split: the county in which the place was before.
    from_county_id integer references registry.county,
    name_before text,
    name_after text not null,
    name_key text not null generated always as (registry.name_key(name_after)) stored,
    effective_on date not null,
    reason text not null,
    constraint place_change_is_known check (kind in ('added', 'renamed', 'split')),
    constraint place_level_is_known check (level in ('county', 'city', 'village')),
    constraint only_a_county_has_no_locality check ((level = 'county') = (locality_id is null)),
    constraint only_a_rename_has_a_name_before check ((kind = 'renamed') = (name_before is not null)),
    constraint only_a_split_has_another_county check ((kind = 'split') = (from_county_id is not null)),
    constraint place_name_is_given check (name_key <> ''),
    constraint place_change_has_a_reason check (trim(reason) <> ''),
    constraint changed_locality_is_known foreign key (locality_id, county_id)
        references registry.locality (id, county_id)
);
create index place_change_county_id_idx on registry.place_change (county_id);
create index place_change_locality_id_county_id_idx on registry.place_change (locality_id, county_id);
create index place_change_from_county_id_idx on registry.place_change (from_county_id);
create trigger place_change_is_append_only before update or delete or truncate on registry.place_change
    for each statement execute function registry.refuse_change();
grant select on registry.place_change to pishkhan_commands, pishkhan_views;
grant insert on registry.place_change, registry.county, registry.city_name to pishkhan_commands;

insert into registry.role_deed (role, deed)
values ('headquarters', 'add_place'), ('headquarters', 'rename_place'), ('headquarters', 'split_county');
