-- The one place that keeps the reasons column of accounts, subscriptions and sites - the OR of their own codes -, with it
-- what becomes of incoming mail, and the list of the accounts that carry any.
create function wirt.keep_reasons() returns trigger
    language plpgsql security definer set search_path = wirt, pg_temp as $$
begin
    if exists (select from touched where subject = 'account') then
        with kept as (
            update wirt.account a set reasons = n.reasons, dark_mail = n.mail
            from (select t.subject_id, coalesce(bit_or(r.code), 0) reasons, coalesce(bit_or(r.mail), 0) mail
                  from (select distinct subject_id from touched where subject = 'account') t
                  left join wirt.reason r on r.subject = 'account' and r.subject_id = t.subject_id
                  group by t.subject_id) n
            where a.id = n.subject_id and (a.reasons, a.dark_mail) <> (n.reasons, n.mail)
            returning a.id, a.reseller_id, a.kind, a.sort_name, a.reasons <> 0 and not a.removed as dark),
        light as (delete from wirt.account_dark d using kept k where d.account_id = k.id and not k.dark)
        insert into wirt.account_dark (account_id, reseller_id, kind, name)
        select id, reseller_id, kind, sort_name from kept where dark
        on conflict (account_id) do nothing;
    end if;
    if exists (select from touched where subject = 'subscription') then
        update wirt.subscription a set reasons = n.reasons, dark_mail = n.mail
        from (select t.subject_id, coalesce(bit_or(r.code), 0) reasons, coalesce(bit_or(r.mail), 0) mail
              from (select distinct subject_id from touched where subject = 'subscription') t
              left join wirt.reason r on r.subject = 'subscription' and r.subject_id = t.subject_id
              group by t.subject_id) n
        where a.id = n.subject_id and (a.reasons, a.dark_mail) <> (n.reasons, n.mail);
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

-- A reseller's term. He holds it with everything else he holds; the account carries it too, because that is what every
-- server knows of him. From the second at which it has passed he and everything below him is dark: derived, never stored.
create function wirt.keep_expiry() returns trigger
    language plpgsql security definer set search_path = wirt, pg_temp as $$
begin
    if tg_op = 'DELETE' then
        update wirt.account set expires_at = null where id = old.account_id and expires_at is not null;
    else
        update wirt.account set expires_at = new.expires_at where id = new.account_id and expires_at is distinct from new.expires_at;
    end if;
    return null;
end
$$;
create trigger expiry_kept after insert or delete or update of expires_at on wirt.reseller
    for each row execute function wirt.keep_expiry();
