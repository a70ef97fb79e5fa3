create table registry.source (
    scheme_id integer not null references registry.scheme, position smallint not null, code text not null,
    title_fa text not null, title_en text not null, kind text not null, is_declaration boolean not null,
    review text not null, reply_days smallint, criteria bigint not null, primary key (scheme_id, position));
create table registry.source_writer (
    scheme_id integer not null, source smallint not null, role text not null, is_on_behalf boolean not null,
    primary key (scheme_id, source, role));
grant select, insert on registry.source, registry.source_writer to pishkhan_commands; grant select on registry.source, registry.source_writer to pishkhan_views;
