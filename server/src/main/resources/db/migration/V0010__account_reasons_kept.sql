-- The one place that keeps the reasons column of accounts, subscriptions and sites - the OR of their own codes - and the
-- list of the accounts that carry any.
create function wirt.keep_reasons() returns trigger
    language plpgsql security definer set search_path = wirt, pg_temp as $$
begin
    if exists (select from touched where subject = 'account') then
        with kept as (
            update wirt.account a set reasons = n.reasons
            from (select t.subject_id, coalesce(bit_or(r.code), 0) reasons
                  from (select distinct subject_id from touched where subject = 'account') t
                  left join wirt.reason r on r.subject = 'account' and r.subject_id = t.subject_id
                  group by t.subject_id) n
            where a.id = n.subject_id and a.reasons <> n.reasons
            returning a.id, a.reseller_id, a.kind, a.sort_name, a.reasons <> 0 and not a.removed as dark),
        light as (delete from wirt.account_dark d using kept k where d.account_id = k.id and not k.dark)
        insert into wirt.account_dark (account_id, reseller_id, kind, name)
        select id, reseller_id, kind, sort_name from kept where dark
        on conflict (account_id) do nothing;
    end if;
    if exists (select from touched where subject = 'subscription') then
        update wirt.subscription a set reasons = n.reasons
        from (select t.subject_id, coalesce(bit_or(r.code), 0) reasons
              from (select distinct subject_id from touched where subject = 'subscription') t
              left join wirt.reason r on r.subject = 'subscription' and r.subject_id = t.subject_id
              group by t.subject_id) n
        where a.id = n.subject_id and a.reasons <> n.reasons;
    end if;
    if exists (select from touched where subject = 'site') then
        update wirt.site a set reasons = n.reasons
        from (select t.subject_id, coalesce(bit_or(r.code), 0) reasons
              from (select distinct subject_id from touched where subject = 'site') t
              left join wirt.reason r on r.subject = 'site' and r.subject_id = t.subject_id
              group by t.subject_id) n
        where a.id = n.subject_id and a.reasons <> n.reasons;
    end if;
    return null;
end
$$;
create trigger reasons_added after insert on wirt.reason
    referencing new table as touched for each statement execute function wirt.keep_reasons();
create trigger reasons_lifted after delete on wirt.reason
    referencing old table as touched for each statement execute function wirt.keep_reasons();
