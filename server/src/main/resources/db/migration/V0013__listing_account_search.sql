-- What search looks into, apart from the account: a change of status must not touch a trigram index.
create table wirt.account_search (
    account_id  bigint primary key,
    reseller_id bigint not null,
    kind        text not null,
    name        text not null,
    text        text not null,
    foreign key (account_id, reseller_id) references wirt.account (id, reseller_id) on update cascade on delete cascade
);
create index account_search_text on wirt.account_search using gin (text wirt.gin_trgm_ops);
-- With the text: a common word is found by reading along the names, and never needs the rows.
create index account_search_name on wirt.account_search (kind, name, account_id) include (text);
create index account_search_reseller_name on wirt.account_search (reseller_id, kind, name, account_id) include (text);
alter table wirt.account_search enable row level security;
create policy admin on wirt.account_search for select to wirt_admin, wirt_system using (true);
create policy reseller on wirt.account_search for select to wirt_reseller using (reseller_id = wirt.reseller_scope());
grant select on wirt.account_search to wirt_admin, wirt_system, wirt_reseller;

create function wirt.search_text(p_account bigint) returns void
    language sql security definer set search_path = wirt, pg_temp
begin atomic
    insert into wirt.account_search (account_id, reseller_id, kind, name, text)
    select a.id, a.reseller_id, a.kind, a.sort_name,
           wirt.plain(concat_ws(' ', a.contact_name, a.company, a.email, l.username, a.external_id, n.text))
    from wirt.account a
    left join wirt.login l on l.account_id = a.id and l.owner
    left join wirt.note n on n.account_id = a.id
    where a.id = p_account
    on conflict (account_id) do update set kind = excluded.kind, name = excluded.name, text = excluded.text;
end;

create function wirt.keep_search() returns trigger
    language plpgsql security definer set search_path = wirt, pg_temp as $$
begin
    if tg_table_name = 'account' then
        perform wirt.search_text(new.id);
        update wirt.account_dark set kind = new.kind, name = new.sort_name where account_id = new.id;
    elsif tg_op = 'DELETE' then perform wirt.search_text(old.account_id);
    else perform wirt.search_text(new.account_id);
    end if;
    return null;
end
$$;
create trigger search_account after insert or update of kind, contact_name, company, email, external_id on wirt.account
    for each row execute function wirt.keep_search();
create trigger search_login after insert or update of username on wirt.login
    for each row when (new.owner) execute function wirt.keep_search();
create trigger search_note after insert or update of text or delete on wirt.note
    for each row execute function wirt.keep_search();

-- LIKE is not leakproof, so below a policy the trigram index would not be used: the scope stands inside instead.
-- The pattern is plain text; hits come sorted by name. A null limit returns all of them.
-- One page of hits leaves out who is in the recycle bin; all hits do not, because the recycle bin is searched too. A rare
-- word wants the trigram index, a common one the index by name, so the plan must know the pattern.
create function wirt.account_hits(p_kind text, p_text text, p_after_name text, p_after_id bigint, p_limit integer)
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
revoke execute on function wirt.account_hits from public;
grant execute on function wirt.account_hits to wirt_admin, wirt_system, wirt_reseller;
revoke execute on function wirt.search_text from public;

-- How many a search hits, counted no further than asked: without an order it may stop early.
create function wirt.account_hit_count(p_kind text, p_text text, p_limit integer) returns integer
    language plpgsql stable security definer set search_path = wirt, pg_temp set plan_cache_mode = 'force_custom_plan' as $$
declare
    pattern text := '%' || replace(replace(replace(wirt.plain(p_text), '\', '\\'), '%', '\%'), '_', '\_') || '%';
    scope text := current_setting('role');
    -- With a reseller his customers are gone too.
    removed bigint[] := array(select id from wirt.account where kind = 'RESELLER' and removed);
begin
    if scope in ('wirt_admin', 'wirt_system') then
        return (select count(*) from (select from wirt.account_search s
            where s.kind = p_kind and s.text like pattern
              and not exists (select from wirt.account a where a.id = s.account_id and a.removed)
              and s.reseller_id <> all (removed)
            limit p_limit) hit);
    elsif scope = 'wirt_reseller' then
        return (select count(*) from (select from wirt.account_search s
            where s.reseller_id = wirt.reseller_scope() and s.kind = p_kind and s.text like pattern
              and not exists (select from wirt.account a where a.id = s.account_id and a.removed)
              and s.reseller_id <> all (removed)
            limit p_limit) hit);
    else
        raise insufficient_privilege using message = 'no scope is set';
    end if;
end
$$;
revoke execute on function wirt.account_hit_count from public;
grant execute on function wirt.account_hit_count to wirt_admin, wirt_system, wirt_reseller;
