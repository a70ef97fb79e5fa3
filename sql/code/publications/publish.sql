-- Owner: pishkhan_owner
-- Publishes a run, and corrects a publication. The owner of the tables owns this, because it must see every province.

-- The run of a period's next publication: the current one, or after the first publication the newest later one of the
-- same census. Its number is null if there is none.
create function ranking.run_to_publish(period registry.evaluation_period) returns registry.run
language sql stable set search_path = registry, pg_temp as $$
    select r from registry.run r
    where r.period_id = run_to_publish.period.id
        and case when run_to_publish.period.state = 'published'
                 then r.id > run_to_publish.period.run_id and r.census_id = run_to_publish.period.census_id
                 else r.id = run_to_publish.period.run_id end
    order by r.id desc limit 1
$$;

-- Locks the period, and names the run whose text is to be published.
create function ranking.begin_publication(half_year text, is_correction boolean) returns bigint
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    period registry.evaluation_period;
    chosen registry.run;
begin
    perform ranking.require_national(
        case when begin_publication.is_correction then 'publish_correction' else 'publish' end);
    period := ranking.locked_period(begin_publication.half_year);
    if (period.state = 'published') <> begin_publication.is_correction
        or period.state not in ('ranked', 'preview', 'published') then
        raise exception using errcode = 'RK102', message = 'wrong_period_state', detail = period.state || ' → published';
    end if;
    perform ranking.settle_overdue(period);
    chosen := ranking.run_to_publish(period);
    if chosen.id is null or (period.state = 'published' and chosen.digest = (
        select current_run.digest from registry.run current_run where current_run.id = period.run_id)) then
        raise exception using errcode = 'RK312', message = 'correction_changes_nothing', detail = period.half_year;
    end if;
    if chosen.census_id <> period.census_id
        or chosen.facts_revision < ranking.facts_revision(period.census_id) then
        raise exception using errcode = 'RK402', message = 'run_reads_an_older_census', detail = period.half_year;
    end if;
    return chosen.id;
end
$$;
grant execute on function ranking.begin_publication(text, boolean) to pishkhan_app;

-- Counts census, results and the totals of the public summary once more, before they are frozen.
create function ranking.recount(counted registry.run) returns void
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    difference text := ranking.difference_of_totals(
        recount.counted.census_id,
        array(select a.office_id from registry.assessment a where a.run_id = recount.counted.id),
        coalesce((select jsonb_object_agg(shown.province_code, shown.offices)
                  from (select c.province_code, sum(c.offices) as offices from ranking.rank_count c
                        where c.run_id = recount.counted.id group by c.province_code) shown), '{}'));
begin
    if difference is not null then
        raise exception using errcode = 'RK401', message = 'totals_do_not_reconcile', detail = difference;
    end if;
end
$$;

create function ranking.store_publication(
    period registry.evaluation_period, published registry.run, reason text, results bytea
) returns integer
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    new_publication integer;
begin
    perform ranking.recount(store_publication.published);
    insert into registry.publication (period_id, number, census_id, run_id, digest, reason, published_at)
    select store_publication.period.id, coalesce(max(p.number), 0) + 1, store_publication.published.census_id,
        store_publication.published.id, store_publication.published.digest, store_publication.reason, clock_timestamp()
    from registry.publication p where p.period_id = store_publication.period.id
    returning id into new_publication;
    insert into registry.publication_text (publication_id, kind, digest, text)
    values (new_publication, 'results', encode(sha256(store_publication.results), 'hex'), store_publication.results);
    return new_publication;
end
$$;

-- Under a scheme without appeals publishing passes through the preview in the same act. `results` is the canonical text
-- of the run.
create function ranking.publish_period(half_year text, results bytea) returns integer
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    chosen bigint;
    published registry.run;
    period registry.evaluation_period;
    new_publication integer;
begin
    chosen := ranking.begin_publication(publish_period.half_year, false);
    select * into strict published from registry.run where id = chosen;
    period := ranking.locked_period(publish_period.half_year);
    new_publication := ranking.store_publication(period, published, null, publish_period.results);
    if period.state = 'ranked' then
        update registry.evaluation_period set state = 'preview' where id = period.id;
    end if;
    update registry.evaluation_period set state = 'published' where id = period.id;
    perform registry.record_act('publish', period.half_year, null,
        jsonb_build_object('run', published.id, 'digest', published.digest));
    return new_publication;
end
$$;
grant execute on function ranking.publish_period(text, bytea) to pishkhan_app;

-- Publishes the next number of a published period, with the newest run of its census. `changes` is the digest of the
-- list of changed offices that the person has seen, so that no other change is published unseen.
create function ranking.publish_correction(half_year text, reason text, changes text, results bytea) returns integer
language plpgsql security definer set search_path = registry, pg_temp as $$
declare
    chosen bigint;
    published registry.run;
    period registry.evaluation_period;
    new_publication integer;
    listed text;
begin
    chosen := ranking.begin_publication(publish_correction.half_year, true);
    select * into strict published from registry.run where id = chosen;
    period := ranking.locked_period(publish_correction.half_year);
    if coalesce(btrim(publish_correction.reason), '') = '' then
        raise exception using errcode = 'RK105', message = 'reason_is_required';
    end if;
    listed := ranking.changes_digest(period.run_id, published.id);
    if publish_correction.changes is distinct from listed then
        raise exception using errcode = 'RK311', message = 'other_offices_change', detail = listed;
    end if;
    new_publication := ranking.store_publication(
        period, published, btrim(publish_correction.reason), publish_correction.results);
    update registry.evaluation_period set run_id = published.id where id = period.id;
    perform registry.record_act('publish_correction', period.half_year, btrim(publish_correction.reason),
        jsonb_build_object('run', published.id, 'digest', published.digest, 'superseded_run', period.run_id,
            'changes', listed));
    return new_publication;
end
$$;
grant execute on function ranking.publish_correction(text, text, text, bytea) to pishkhan_app;
