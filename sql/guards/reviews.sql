-- Rules for reviews of items that were said again, which hold even for plain SQL.

-- Of the items that these numbers say, as a mask, those whose last verdict about an earlier saying was adverse: they
-- are judged by the working group.
create or replace function registry.items_for_the_group(
    office_id bigint, period_id integer, source smallint, said_in integer[]
) returns bigint
language sql stable security definer set search_path = registry, pg_temp as $$
    select coalesce(bit_or(1::bigint << (item.index - 1)), 0)
    from (
        select distinct on (index, r.of_number) index, r.verdict[index] as verdict
        from registry.review r
        cross join generate_subscripts(items_for_the_group.said_in, 1) index
        where r.office_id = items_for_the_group.office_id and r.period_id = items_for_the_group.period_id
            and r.source = items_for_the_group.source and r.judged & (1::bigint << (index - 1)) <> 0
            and r.of_number < items_for_the_group.said_in[index]
        order by index, r.of_number, r.number desc
    ) item
    where item.verdict in (2, 3)
$$;
grant execute on function registry.items_for_the_group(bigint, integer, smallint, integer[]) to pishkhan_commands;

-- Of the items that these numbers say, as a mask, those of which a person has judged an earlier saying.
create or replace function registry.items_judged_before(
    office_id bigint, period_id integer, source smallint, said_in integer[], person integer
) returns bigint
language sql stable security definer set search_path = registry, pg_temp as $$
    select coalesce(bit_or(1::bigint << (index - 1)), 0)
    from registry.review r
    cross join generate_subscripts(items_judged_before.said_in, 1) index
    where r.office_id = items_judged_before.office_id and r.period_id = items_judged_before.period_id
        and r.source = items_judged_before.source and r.reviewer_id = items_judged_before.person
        and r.judged & (1::bigint << (index - 1)) <> 0 and r.of_number < items_judged_before.said_in[index]
$$;
grant execute on function registry.items_judged_before(bigint, integer, smallint, integer[], integer)
    to pishkhan_commands;

-- The codes of the criteria of a mask, in their order.
create or replace function registry.criteria_of_mask(scheme_id integer, mask bigint) returns text
language sql stable security definer set search_path = registry, pg_temp as $$
    select string_agg(c.code, ' ' order by c.position) from registry.criterion c
    where c.scheme_id = criteria_of_mask.scheme_id and criteria_of_mask.mask & (1::bigint << c.position::integer) <> 0
$$;
grant execute on function registry.criteria_of_mask(integer, bigint) to pishkhan_commands;

create or replace function registry.refuse_item_of_the_group(scheme_id integer, mask bigint) returns void
language plpgsql stable security definer set search_path = registry, pg_temp as $$
begin
    raise exception using errcode = 'RK205', message = 'item_needs_the_group',
        detail = registry.criteria_of_mask(refuse_item_of_the_group.scheme_id, refuse_item_of_the_group.mask);
end
$$;
grant execute on function registry.refuse_item_of_the_group(integer, bigint) to pishkhan_commands;

-- Refuses a review whose level is not that of its items, and one of the working group by a person who has judged the
-- items before. A first saying and a first review have nothing before them.
create or replace function registry.prove_level_of_review(written record, scheme_id integer) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    said_in integer[] := array_fill(written.of_number, array[cardinality(written.verdict)]);
    needed bigint := written.judged & registry.items_for_the_group(
        written.office_id, written.period_id, written.source, said_in);
    known bigint;
begin
    if written.level = 1 and needed <> 0 then
        perform registry.refuse_item_of_the_group(prove_level_of_review.scheme_id, needed);
    end if;
    if written.level = 2 then
        if needed <> written.judged then
            perform registry.refuse_constraint('only_an_item_said_again_is_of_level_two');
        end if;
        known := written.judged & registry.items_judged_before(
            written.office_id, written.period_id, written.source, said_in, written.reviewer_id);
        if known <> 0 then
            perform registry.refuse_item_of_the_group(prove_level_of_review.scheme_id, known);
        end if;
    end if;
end
$$;

-- A whole declaration is rejected with every item that it has said, up to its newest submission.
create or replace function registry.prove_whole_rejection(written record) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    newest registry.submission;
begin
    select * into newest from registry.submission s
    where s.office_id = written.office_id and s.period_id = written.period_id and s.source = written.source
    order by s.number desc limit 1;
    if written.of_number <> newest.number or exists (
        select from generate_subscripts(newest.said_in, 1) index
        where newest.said_in[index] is not null
            and (written.verdict[index] is distinct from 3
                 or written.of_numbers[index] is distinct from newest.said_in[index])) then
        perform registry.refuse_constraint('whole_rejection_rejects_every_item');
    end if;
end
$$;
