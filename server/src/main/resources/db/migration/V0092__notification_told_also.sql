-- One more address that is told of an event beside a provider himself, e.g. the accounts department.
create table wirt.told_also (
    account_id  bigint not null,
    reseller_id bigint not null,
    event       text not null,
    address     text not null check (length(address) between 1 and 255),
    told        boolean not null,
    primary key (account_id, event),
    foreign key (account_id, reseller_id) references wirt.account (id, reseller_id) on update cascade on delete cascade
);
comment on column wirt.told_also.account_id is 'the provider whose letters go there too';
alter table wirt.told_also enable row level security;
create policy admin on wirt.told_also to wirt_admin, wirt_system using (true);
create policy reseller on wirt.told_also to wirt_reseller using (account_id = wirt.reseller_scope());
grant select, insert, update, delete on wirt.told_also to wirt_admin, wirt_reseller, wirt_system;

-- Where a deed is told to providers: each at his own address, if he wants to know and has not done it himself, and at
-- the one more address he has named. Within the same bounds as all addresses of letters.
create function wirt.providers_told(p_providers bigint[], p_doer bigint, p_event text, p_administrator boolean, p_reseller boolean)
    returns table (account_id bigint, kind text, provider_id bigint, login_id bigint, username text, contact_name text, email text, locale text)
    language plpgsql stable security definer set search_path = wirt, pg_temp as $$
declare
    scope text := current_setting('role');
begin
    return query
        select a.id, a.kind, a.provider_id, l.id, l.username, a.contact_name, places.address, coalesce(l.locale, a.locale)
        from wirt.account a
        join wirt.login l on l.account_id = a.id and l.owner
        cross join lateral (
            select a.email address
            where a.id <> p_doer
              and coalesce((select t.told from wirt.told t
                            where t.event = p_event and t.reader = a.kind and t.account_id in (1, a.id)
                            order by t.account_id desc limit 1),
                           case a.kind when 'ADMINISTRATOR' then p_administrator else p_reseller end)
            union
            select t.address from wirt.told_also t where t.account_id = a.id and t.event = p_event and t.told) places
        where a.id = any(p_providers) and a.kind <> 'CUSTOMER'
          and (scope in ('wirt_admin', 'wirt_system') or a.id = 1
               or scope = 'wirt_reseller' and a.reseller_id = wirt.reseller_scope()
               or scope = 'wirt_customer' and a.id in (wirt.account_scope(), wirt.reseller_scope()))
        order by a.id, places.address;
end
$$;
revoke execute on function wirt.providers_told from public;
grant execute on function wirt.providers_told to wirt_admin, wirt_reseller, wirt_customer, wirt_system;
