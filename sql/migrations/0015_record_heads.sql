-- Published heads of the record, and the tree of hashes that proves that a head covers an act without the other acts.
-- The tree is that of RFC 6962, section 2.1.

-- The complete subtrees: level 0 has one node for each act, and node n of level l covers the acts n·2^l + 1 to
-- (n + 1)·2^l.
create table registry.act_node (
    level smallint not null,
    number bigint not null,
    hash bytea not null,
    primary key (level, number),
    constraint act_node_level_is_known check (level between 0 and 62),
    constraint act_nodes_are_numbered_from_zero check (number >= 0),
    constraint act_node_is_sha256 check (length(hash) = 32)
);
create trigger act_node_is_of_its_acts after insert on registry.act_node
    for each row execute function registry.guard_act_node();
create trigger act_node_is_append_only before update or delete or truncate on registry.act_node
    for each statement execute function registry.refuse_change();

create table registry.record_head (
    -- The acts that the head covers.
    act_count bigint primary key references registry.act,
    -- The hash of the last of them.
    hash bytea not null,
    root bytea not null,
    published_at timestamptz not null,
    constraint record_head_is_sha256 check (length(hash) = 32 and length(root) = 32),
    constraint record_head_instant_is_finite check (isfinite(published_at))
);
create trigger record_head_is_of_the_record after insert on registry.record_head
    for each row execute function registry.guard_record_head();
create trigger record_head_is_append_only before update or delete or truncate on registry.record_head
    for each statement execute function registry.refuse_change();
grant select on registry.record_head to pishkhan_views;

insert into registry.role_permission (role, permission) values
    ('headquarters', 'publish_head'), ('system', 'publish_head');
