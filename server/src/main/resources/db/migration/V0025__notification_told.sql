-- Who is told what by letters, where somebody wants it otherwise than usual: the administrator for all, a reseller for
-- himself and his customers.
create table wirt.told (
    account_id  bigint not null,
    reseller_id bigint not null,
    event       text not null,
    reader      text not null check (reader in ('ADMINISTRATOR', 'RESELLER', 'CUSTOMER')),
    told        boolean not null,
    primary key (account_id, event, reader),
    foreign key (account_id, reseller_id) references wirt.account (id, reseller_id) on update cascade on delete cascade
);
comment on column wirt.told.account_id is 'the provider who wants it so';
alter table wirt.told enable row level security;
create policy admin on wirt.told to wirt_admin, wirt_system using (true);
create policy reseller on wirt.told to wirt_reseller using (account_id = wirt.reseller_scope());
grant select, insert, update, delete on wirt.told to wirt_admin, wirt_reseller, wirt_system;

-- What holds for a provider: his own wish before the administrator's. It tells nothing but on and off.
create function wirt.told_by(p_provider bigint) returns table (event text, reader text, told boolean)
    language sql stable security definer set search_path = wirt, pg_temp
begin atomic
    select distinct on (t.event, t.reader) t.event, t.reader, t.told from wirt.told t
    where t.account_id in (p_provider, 1) order by t.event, t.reader, t.account_id desc;
end;

-- Those of these accounts that are told: a customer as his provider wants it, everybody else as he himself wants it.
create function wirt.are_told(p_accounts bigint[], p_event text, p_reader text, p_usual boolean) returns setof bigint
    language sql stable security definer set search_path = wirt, pg_temp
begin atomic
    select a.id from wirt.account a
    where a.id = any(p_accounts) and coalesce(
        (select t.told from wirt.told t where t.event = p_event and t.reader = p_reader
         and t.account_id in (1, case p_reader when 'CUSTOMER' then a.provider_id else a.id end)
         order by t.account_id desc limit 1), p_usual);
end;

revoke execute on function wirt.told_by from public;
revoke execute on function wirt.are_told from public;
grant execute on function wirt.told_by to wirt_admin, wirt_reseller, wirt_customer, wirt_system;
grant execute on function wirt.are_told to wirt_admin, wirt_reseller, wirt_customer, wirt_system;

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
-- the one more address he has named.
create function wirt.providers_told(p_providers bigint[], p_doer bigint, p_event text, p_administrator boolean, p_reseller boolean)
    returns table (account_id bigint, kind text, provider_id bigint, login_id bigint, username text, contact_name text, email text, locale text)
    language plpgsql stable security definer set search_path = wirt, pg_temp as $$
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
          and wirt.may_address(a.id, a.reseller_id)
        order by a.id, places.address;
end
$$;
revoke execute on function wirt.providers_told from public;
grant execute on function wirt.providers_told to wirt_admin, wirt_reseller, wirt_customer, wirt_system;
