-- What a letter may name about its readers, for all readers of a batch together, and within the same bounds as their
-- addresses: a letter may go to somebody whom the one who causes it does not see.
create function wirt.reader_accounts(p_accounts bigint[])
    returns table (account_id bigint, company text, phone text, address text, postal_code text, city text, state text,
                   country text, time_zone text, created_at timestamptz, provider text)
    language plpgsql stable security definer set search_path = wirt, pg_temp as $$
declare
    scope text := current_setting('role');
begin
    return query
        select a.id, a.company, a.phone, a.address, a.postal_code, a.city, a.state, a.country, a.time_zone, a.created_at,
               p.contact_name
        from wirt.account a
        join wirt.account p on p.id = a.provider_id
        where a.id = any(p_accounts)
          and (scope in ('wirt_admin', 'wirt_system') or a.id = 1
               or scope = 'wirt_reseller' and a.reseller_id = wirt.reseller_scope()
               or scope = 'wirt_customer' and a.id in (wirt.account_scope(), wirt.reseller_scope()));
end
$$;

create function wirt.reader_subscriptions(p_accounts bigint[])
    returns table (account_id bigint, name text, plan text, expires_at timestamptz, limits jsonb)
    language plpgsql stable security definer set search_path = wirt, pg_temp as $$
declare
    scope text := current_setting('role');
begin
    return query
        select s.customer_id, s.name, p.name, s.expires_at, s.limits
        from wirt.subscription s
        left join wirt.plan p on p.id = s.plan_id
        where s.customer_id = any(p_accounts) and s.reasons & 2048 = 0
          and (scope in ('wirt_admin', 'wirt_system')
               or scope = 'wirt_reseller' and s.reseller_id = wirt.reseller_scope()
               or scope = 'wirt_customer' and s.customer_id = wirt.account_scope())
        order by s.customer_id, s.name, s.id;
end
$$;

revoke execute on function wirt.reader_accounts from public;
revoke execute on function wirt.reader_subscriptions from public;
grant execute on function wirt.reader_accounts to wirt_admin, wirt_reseller, wirt_customer, wirt_system;
grant execute on function wirt.reader_subscriptions to wirt_admin, wirt_reseller, wirt_customer, wirt_system;
