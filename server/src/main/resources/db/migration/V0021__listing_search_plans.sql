-- One page of hits leaves out who is in the recycle bin; all hits do not, because the recycle bin is searched too. A rare
-- word wants the trigram index, a common one the index by name, so the plan must know the pattern.
create or replace function wirt.account_hits(p_kind text, p_text text, p_after_name text, p_after_id bigint, p_limit integer)
    returns table (account_id bigint)
    language plpgsql stable security definer set search_path = wirt, pg_temp set plan_cache_mode = 'force_custom_plan' as $$
declare
    pattern text := '%' || replace(replace(replace(wirt.plain(p_text), '\', '\\'), '%', '\%'), '_', '\_') || '%';
    scope text := current_setting('role');
    -- With a reseller his customers are gone too.
    gone bigint[] := array(select id from wirt.account where kind = 'RESELLER' and removed);
begin
    if scope in ('wirt_admin', 'wirt_system') then
        return query select s.account_id from wirt.account_search s
            where s.kind = p_kind and s.text like pattern
              and (p_after_name is null or (s.name, s.account_id) > (p_after_name, p_after_id))
              and (p_limit is null or s.reseller_id <> all (gone)
                                  and not exists (select from wirt.account a where a.id = s.account_id and a.removed))
            order by s.name, s.account_id limit p_limit;
    elsif scope = 'wirt_reseller' then
        return query select s.account_id from wirt.account_search s
            where s.reseller_id = wirt.reseller_scope() and s.kind = p_kind and s.text like pattern
              and (p_after_name is null or (s.name, s.account_id) > (p_after_name, p_after_id))
              and (p_limit is null or s.reseller_id <> all (gone)
                                  and not exists (select from wirt.account a where a.id = s.account_id and a.removed))
            order by s.name, s.account_id limit p_limit;
    else
        raise insufficient_privilege using message = 'no scope is set';
    end if;
end
$$;
