-- The administrative division: regions of the regulator, provinces, counties, cities and localities. Names of places
-- never change, because publications name them. A migration that corrects a name all the same must raise the number in
-- the tags of whole publications.
create table registry.region (
    id integer primary key,
    title text not null,
    constraint region_is_one_of_nine check (id between 1 and 9),
    constraint region_title_is_unique unique (title)
);
grant select on registry.region to pishkhan_views, pishkhan_commands;
grant insert, update on registry.region to pishkhan_commands;

create table registry.province (
    id integer primary key,
    code text not null,
    name_fa text not null,
    name_en text not null,
    name_key text not null generated always as (registry.name_key(name_fa)) stored,
    -- The map of provinces to regions is not public: the operator fills it in.
    region_id integer references registry.region,
    constraint province_code_is_two_digits check (code ~ '^[0-9]{2}$'),
    constraint province_code_is_unique unique (code),
    constraint province_name_is_unique unique (name_key)
);
create index province_region_id_idx on registry.province (region_id);
create trigger province_keeps_its_name before update on registry.province for each row
    when (row(old.code, old.name_fa, old.name_en) is distinct from row(new.code, new.name_fa, new.name_en))
    execute function registry.refuse_change();
grant select on registry.province to pishkhan_views, pishkhan_commands;
grant update (region_id) on registry.province to pishkhan_commands;

create table registry.association (
    province_id integer primary key references registry.province,
    title text not null
);
grant select on registry.association to pishkhan_views, pishkhan_commands;
grant insert, update on registry.association to pishkhan_commands;

create table registry.county (
    id integer primary key,
    -- Null for a new county: the Statistical Centre gives it a code only after the country has begun to use it.
    code text,
    name_fa text not null,
    name_key text not null generated always as (registry.name_key(name_fa)) stored,
    province_id integer not null references registry.province,
    constraint county_code_is_four_digits check (code ~ '^[0-9]{4}$'),
    constraint county_code_is_unique unique (code),
    constraint county_name_is_unique_in_province unique (province_id, name_key),
    constraint county_province_is_its_own unique (id, province_id)
);
create trigger county_keeps_its_name before update on registry.county for each row
    when (row(old.id, old.code, old.name_fa, old.province_id)
          is distinct from row(new.id, new.code, new.name_fa, new.province_id))
    execute function registry.refuse_change();
create trigger county_is_never_deleted before delete or truncate on registry.county
    for each statement execute function registry.refuse_change();
grant select on registry.county to pishkhan_views, pishkhan_commands;
grant insert on registry.county to pishkhan_commands;

-- A city (with its numbered municipal districts) or a village: the place for ceilings and distribution.
create table registry.locality (
    id integer generated always as identity primary key,
    county_id integer not null,
    province_id integer not null,
    kind text not null,
    name_fa text not null,
    name_key text not null generated always as (registry.name_key(name_fa)) stored,
    constraint locality_county_is_known foreign key (county_id, province_id) references registry.county (id, province_id),
    constraint locality_kind_is_known check (kind in ('city', 'village')),
    constraint locality_name_is_given check (name_key <> ''),
    constraint locality_name_is_unique_in_county unique (county_id, kind, name_key),
    constraint locality_county_is_its_own unique (id, county_id)
);
create index locality_county_id_province_id_idx on registry.locality (county_id, province_id);
create index locality_province_id_idx on registry.locality (province_id);
create trigger locality_keeps_its_name before update on registry.locality for each row
    when (row(old.name_fa, old.county_id, old.province_id)
          is distinct from row(new.name_fa, new.county_id, new.province_id))
    execute function registry.refuse_change();
create trigger locality_is_never_deleted before delete or truncate on registry.locality
    for each statement execute function registry.refuse_change();
grant select on registry.locality to pishkhan_views, pishkhan_commands;
grant insert on registry.locality to pishkhan_commands;

-- The names of a city in the official division, including its numbered districts.
create table registry.city_name (
    code text primary key,
    county_id integer not null references registry.county,
    name_fa text not null,
    name_key text not null generated always as (registry.name_key(name_fa)) stored,
    locality_id integer not null references registry.locality,
    constraint city_code_is_ten_digits check (code ~ '^[0-9]{10}$')
);
create index city_name_county_id_name_key_idx on registry.city_name (county_id, name_key);
create index city_name_locality_id_idx on registry.city_name (locality_id);
grant select on registry.city_name to pishkhan_views, pishkhan_commands;
grant insert on registry.city_name to pishkhan_commands;

-- Changes of the official division after it was adopted: places that were added, renamed, or split off another county,
-- each with the first day of the change. A place keeps its row and its published name, and is also known by a later
-- name.
create table registry.place_change (
    id bigint generated always as identity primary key,
    kind text not null,
    level text not null,
    county_id integer not null references registry.county,
    -- Null for a county.
    locality_id integer,
    -- For a split: the earlier county of the place.
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
grant select on registry.place_change to pishkhan_views, pishkhan_commands;
grant insert on registry.place_change to pishkhan_commands;

-- The provinces that an account may see and act in, if the scope of its role is provinces, each by itself or by the
-- region that it belongs to.
create table registry.account_province (
    account_id integer not null references registry.account,
    province_id integer not null references registry.province,
    primary key (account_id, province_id)
);
create index account_province_province_id_idx on registry.account_province (province_id);
grant select on registry.account_province to pishkhan_views, pishkhan_commands;
grant insert on registry.account_province to pishkhan_commands;

create table registry.account_region (
    account_id integer not null references registry.account,
    region_id integer not null references registry.region,
    primary key (account_id, region_id)
);
create index account_region_region_id_idx on registry.account_region (region_id);
grant select on registry.account_region to pishkhan_views;
