-- Quick navigation: a few hits of each kind, by index, within the scope. As with account_hits the scope stands inside,
-- because LIKE below a policy would not use an index. Each call is planned for its own text: a rare word wants the
-- trigrams, a frequent one the order of names.
create function wirt.quick_accounts(p_kind text, p_text text, p_limit integer)
    returns table (account_id bigint)
    language plpgsql stable security definer set search_path = wirt, pg_temp set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
    scope text := current_setting('role');
    realm bigint := case scope when 'wirt_reseller' then wirt.reseller_scope() end;
    pattern text := replace(replace(replace(wirt.plain(p_text), '\', '\\'), '%', '\%'), '_', '\_') || '%';
begin
    if scope not in ('wirt_admin', 'wirt_system', 'wirt_reseller') then return; end if;
    if length(p_text) >= 3 then
        return query select h.account_id from wirt.account_hits(p_kind, p_text, null, null, p_limit * 4) h
            join wirt.account a on a.id = h.account_id and not a.removed
            order by (a.sort_name not like pattern), a.sort_name, a.id limit p_limit;
    else
        return query select a.id from wirt.account a
            where a.kind = p_kind and not a.removed and a.sort_name like pattern
              and (realm is null or a.reseller_id = realm)
            order by a.sort_name, a.id limit p_limit;
    end if;
end
$$;

create function wirt.quick(p_text text, p_limit integer)
    returns table (kind text, id bigint, name text, subscription_id bigint,
                   account_id bigint, account_kind text, account text, provider_id bigint, provider text)
    language plpgsql stable security definer set search_path = wirt, pg_temp set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
    scope text := current_setting('role');
    realm bigint := case scope when 'wirt_reseller' then wirt.reseller_scope() end;
    own bigint := case scope when 'wirt_customer' then wirt.account_scope() end;
    one bigint := case scope when 'wirt_customer' then wirt.subscription_scope() end;
    hides boolean := scope = 'wirt_customer' and not wirt.hidden_scope();
    typed text := lower(p_text);
    escaped text := replace(replace(replace(typed, '\', '\\'), '%', '\%'), '_', '\_');
    pattern text := case when length(typed) >= 3 then '%' else '' end || escaped || '%';
    box text := split_part(escaped, '@', 1) || '%';
    box_host text := split_part(escaped, '@', 2) || '%';
begin
    if scope not in ('wirt_admin', 'wirt_system', 'wirt_reseller', 'wirt_customer') then
        raise insufficient_privilege using message = 'no scope is set';
    end if;
    return query
    with hits as (
        (select 'customer' kind, a.id, a.contact_name name, null::bigint subscription_id, a.id account_id
         from wirt.quick_accounts('CUSTOMER', p_text, p_limit) q join wirt.account a on a.id = q.account_id)
        union all
        (select 'reseller', a.id, a.contact_name, null, a.id
         from wirt.quick_accounts('RESELLER', p_text, p_limit) q join wirt.account a on a.id = q.account_id
         where scope <> 'wirt_reseller')
        union all
        (select 'subscription', s.id, s.name, s.id, s.customer_id
         from wirt.subscription s
         where s.name like pattern and s.reasons & 2048 = 0
           and (realm is null or s.reseller_id = realm) and (own is null or s.customer_id = own) and (one is null or s.id = one)
           and (not hides or wirt.opens_panel(s.permissions))
         order by s.name, s.id limit p_limit)
        union all
        (select 'domain', w.id, w.host, w.subscription_id, w.customer_id
         from wirt.site w
         where w.host like pattern and not w.released
           and (realm is null or w.reseller_id = realm) and (own is null or w.customer_id = own) and (one is null or w.subscription_id = one)
           and (not hides or exists (select from wirt.subscription s where s.id = w.subscription_id and wirt.opens_panel(s.permissions)))
         order by w.host, w.id limit p_limit)
        union all
        (select 'mailbox', m.id, m.local || '@' || w.host, m.subscription_id, m.customer_id
         from wirt.mailbox m join wirt.site w on w.id = m.site_id and not w.released
         where m.local like box and w.host like box_host
           and (realm is null or m.reseller_id = realm) and (own is null or m.customer_id = own) and (one is null or m.subscription_id = one)
           and (not hides or exists (select from wirt.subscription s where s.id = m.subscription_id and wirt.opens_panel(s.permissions)))
         order by m.local, m.site_id limit p_limit)
        union all
        (select 'user', l.id, l.username, null, l.account_id
         from wirt.login l
         where lower(l.username) like escaped || '%' and not l.owner and not l.released
           and (realm is null or l.reseller_id = realm) and (own is null or l.account_id = own) and one is null
         order by lower(l.username), l.id limit p_limit)
    )
    select h.kind, h.id, h.name, h.subscription_id, a.id, a.kind, a.contact_name, p.id, p.contact_name
    from hits h join wirt.account a on a.id = h.account_id join wirt.account p on p.id = a.provider_id
    join wirt.account r on r.id = a.reseller_id
    where (a.reasons | r.reasons) & 2048 = 0;
end
$$;
revoke execute on function wirt.quick_accounts, wirt.quick from public;
grant execute on function wirt.quick to wirt_admin, wirt_reseller, wirt_customer, wirt_system;
