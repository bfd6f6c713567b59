-- A letter may go to somebody whom the one who causes it does not see: a reseller's deed tells the administrator. So
-- the addresses of letters, what they name of their readers, and their writing pass through functions, which give away
-- nothing else. This is their bound.
create function wirt.may_address(p_account bigint, p_reseller bigint) returns boolean language sql stable
    return case current_setting('role')
        when 'wirt_admin' then true
        when 'wirt_system' then true
        when 'wirt_reseller' then p_account = 1 or p_reseller = wirt.reseller_scope()
        when 'wirt_customer' then p_account in (1, wirt.account_scope(), wirt.reseller_scope())
        else p_account = 1
        end;
revoke execute on function wirt.may_address from public;

create function wirt.addressees(p_accounts bigint[])
    returns table (account_id bigint, kind text, provider_id bigint, login_id bigint, username text, contact_name text, email text, locale text)
    language plpgsql stable security definer set search_path = wirt, pg_temp as $$
begin
    return query
        select a.id, a.kind, a.provider_id, l.id, l.username, a.contact_name, a.email, coalesce(l.locale, a.locale)
        from wirt.account a
        join wirt.login l on l.account_id = a.id and l.owner
        where a.id = any(p_accounts)
          and wirt.may_address(a.id, a.reseller_id);
end
$$;
revoke execute on function wirt.addressees from public;
grant execute on function wirt.addressees to wirt_admin, wirt_reseller, wirt_customer, wirt_system;

-- What a letter may name about its readers, for all readers of a batch together.
create function wirt.reader_accounts(p_accounts bigint[])
    returns table (account_id bigint, company text, phone text, address text, postal_code text, city text, state text,
                   country text, time_zone text, created_at timestamptz, provider text)
    language plpgsql stable security definer set search_path = wirt, pg_temp as $$
begin
    return query
        select a.id, a.company, a.phone, a.address, a.postal_code, a.city, a.state, a.country, a.time_zone, a.created_at,
               p.contact_name
        from wirt.account a
        join wirt.account p on p.id = a.provider_id
        where a.id = any(p_accounts)
          and wirt.may_address(a.id, a.reseller_id);
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

-- The letters of one deed are written together, however many there are. Secrets come as hexadecimal words; null where a
-- letter has no link.
create function wirt.write_letters(p_event text, p_accounts bigint[], p_logins bigint[], p_recipients text[], p_locales text[],
                                   p_subjects text[], p_bodies text[], p_secrets text[], p_link_hashes text[]) returns void
    language sql security definer set search_path = wirt, pg_temp
begin atomic
    insert into wirt.letter (account_id, reseller_id, login_id, event, recipient, locale, subject, body, secret, link_hash)
    select a.id, a.reseller_id, l.login, p_event, l.recipient, l.locale, l.subject, l.body, decode(l.secret, 'hex'), decode(l.hash, 'hex')
    from unnest(p_accounts, p_logins, p_recipients, p_locales, p_subjects, p_bodies, p_secrets, p_link_hashes)
        with ordinality l (account, login, recipient, locale, subject, body, secret, hash, place)
    join wirt.account a on a.id = l.account
    order by l.place;
end;
revoke execute on function wirt.write_letters from public;
grant execute on function wirt.write_letters to wirt_admin, wirt_reseller, wirt_customer, wirt_system;
