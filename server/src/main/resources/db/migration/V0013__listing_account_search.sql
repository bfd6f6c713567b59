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
create function wirt.account_hits(p_kind text, p_text text, p_after_name text, p_after_id bigint, p_limit integer)
    returns table (account_id bigint)
    language plpgsql stable security definer set search_path = wirt, pg_temp as $$
declare
    pattern text := '%' || replace(replace(replace(wirt.plain(p_text), '\', '\\'), '%', '\%'), '_', '\_') || '%';
    scope text := current_setting('role');
begin
    if scope in ('wirt_admin', 'wirt_system') then
        return query select s.account_id from wirt.account_search s
            where s.kind = p_kind and s.text like pattern
              and (p_after_name is null or (s.name, s.account_id) > (p_after_name, p_after_id))
            order by s.name, s.account_id limit p_limit;
    elsif scope = 'wirt_reseller' then
        return query select s.account_id from wirt.account_search s
            where s.reseller_id = wirt.reseller_scope() and s.kind = p_kind and s.text like pattern
              and (p_after_name is null or (s.name, s.account_id) > (p_after_name, p_after_id))
            order by s.name, s.account_id limit p_limit;
    else
        raise insufficient_privilege using message = 'no scope is set';
    end if;
end
$$;
revoke execute on function wirt.account_hits from public;
grant execute on function wirt.account_hits to wirt_admin, wirt_system, wirt_reseller;
revoke execute on function wirt.search_text from public;

-- Counters that lists show and sort by.
create table wirt.account_counter (
    account_id    bigint primary key,
    reseller_id   bigint not null,
    subscriptions integer not null default 0,
    domains       integer not null default 0,
    foreign key (account_id, reseller_id) references wirt.account (id, reseller_id) on update cascade on delete cascade
);
create index account_counter_subscriptions on wirt.account_counter (subscriptions, account_id);
create index account_counter_domains on wirt.account_counter (domains, account_id);
create index account_counter_reseller_subscriptions on wirt.account_counter (reseller_id, subscriptions, account_id);
create index account_counter_reseller_domains on wirt.account_counter (reseller_id, domains, account_id);
alter table wirt.account_counter enable row level security;
create policy admin on wirt.account_counter for select to wirt_admin, wirt_system using (true);
create policy reseller on wirt.account_counter for select to wirt_reseller using (reseller_id = wirt.reseller_scope());
create policy customer on wirt.account_counter for select to wirt_customer using (account_id = wirt.account_scope());
grant select on wirt.account_counter to wirt_admin, wirt_reseller, wirt_customer, wirt_system;

create function wirt.count_account() returns trigger
    language plpgsql security definer set search_path = wirt, pg_temp as $$
begin
    insert into wirt.account_counter (account_id, reseller_id) select id, reseller_id from added;
    return null;
end
$$;
create trigger count_account after insert on wirt.account
    referencing new table as added for each statement execute function wirt.count_account();
insert into wirt.account_counter (account_id, reseller_id) values (1, 1);

create function wirt.count_hosting() returns trigger
    language plpgsql security definer set search_path = wirt, pg_temp as $$
declare
    step integer := case tg_op when 'INSERT' then 1 else -1 end;
begin
    if tg_table_name = 'subscription' then
        update wirt.account_counter c set subscriptions = subscriptions + step * n.n
        from (select customer_id, count(*) n from touched group by customer_id) n where c.account_id = n.customer_id;
    else
        update wirt.account_counter c set domains = domains + step * n.n
        from (select customer_id, count(*) n from touched group by customer_id) n where c.account_id = n.customer_id;
    end if;
    return null;
end
$$;
create trigger count_subscription_added after insert on wirt.subscription
    referencing new table as touched for each statement execute function wirt.count_hosting();
create trigger count_subscription_gone after delete on wirt.subscription
    referencing old table as touched for each statement execute function wirt.count_hosting();
create trigger count_site_added after insert on wirt.site
    referencing new table as touched for each statement execute function wirt.count_hosting();
create trigger count_site_gone after delete on wirt.site
    referencing old table as touched for each statement execute function wirt.count_hosting();
