-- Whether whoever asks sees an object, by the policies of its own table. Customers have no right to read plans at all, so each kind
-- is a statement of its own.
create function wirt.sees(p_subject text, p_id bigint) returns boolean
    language plpgsql stable set search_path = wirt, pg_temp as $$
begin
    case p_subject
        when 'account' then return exists (select from wirt.account where id = p_id);
        when 'subscription' then return exists (select from wirt.subscription where id = p_id);
        when 'site' then return exists (select from wirt.site where id = p_id);
        when 'plan' then return exists (select from wirt.plan where id = p_id);
    end case;
end
$$;

-- What billing systems say of an object in words that Wirt has no meaning for, kept as it came and told as it was kept. Whoever
-- sees the object sees this.
create table wirt.kept (
    subject    text not null check (subject in ('account', 'subscription', 'site', 'plan')),
    subject_id bigint not null,
    name       text not null check (length(name) <= 200),
    value      text not null check (length(value) <= 1000000),
    primary key (subject, subject_id, name)
);
create index kept_external on wirt.kept (subject, value) where name = 'external-id';
alter table wirt.kept enable row level security;
create policy admin on wirt.kept to wirt_admin, wirt_system using (true);
create policy subject on wirt.kept to wirt_reseller using (wirt.sees(subject, subject_id));
create policy customer on wirt.kept to wirt_customer
    using (subject in ('subscription', 'site') and wirt.sees(subject, subject_id));
grant select, insert, update, delete on wirt.kept to wirt_admin, wirt_reseller, wirt_customer, wirt_system;

-- Customers use the programs' doors where one of their subscriptions grants it, and nothing above forbids it.
create or replace function wirt.may_use_api(p_login bigint) returns boolean
    language sql stable security definer set search_path = wirt, pg_temp
begin atomic
    select case a.kind when 'ADMINISTRATOR' then true
        when 'RESELLER' then exists (select from wirt.reseller r where r.account_id = a.id and (r.permissions ->> 'remote_api')::boolean)
        else exists (select from wirt.subscription s where s.customer_id = a.id and s.reasons & 2048 = 0
                     and (wirt.within_realm(s.permissions, s.reseller_id) ->> 'remote_api')::boolean)
        end
    from wirt.login l join wirt.account a on a.id = l.account_id where l.id = p_login;
end;

-- Objects that Wirt has no such thing of yet: aliases, databases, protected folders, buttons. They are kept for whoever asks for
-- them again, and no server knows them.
create table wirt.kept_object (
    id         bigint generated always as identity primary key,
    kind       text not null check (length(kind) <= 60),
    subject    text not null check (subject in ('account', 'subscription', 'site', 'plan')),
    subject_id bigint not null,
    name       text not null check (length(name) <= 1000),
    data       jsonb not null default '{}',
    unique (kind, subject, subject_id, name)
);
create index kept_object_name on wirt.kept_object (kind, lower(name));
create index kept_object_subject on wirt.kept_object (kind, subject_id);
alter table wirt.kept_object enable row level security;
create policy admin on wirt.kept_object to wirt_admin, wirt_system using (true);
create policy subject on wirt.kept_object to wirt_reseller using (wirt.sees(subject, subject_id));
create policy customer on wirt.kept_object to wirt_customer
    using (subject in ('subscription', 'site') and wirt.sees(subject, subject_id));
grant select, insert, update, delete on wirt.kept_object to wirt_admin, wirt_reseller, wirt_customer, wirt_system;

-- What is erased leaves nothing behind that another object could be taken for.
create function wirt.forget_kept() returns trigger
    language plpgsql security definer set search_path = wirt, pg_temp as $$
begin
    delete from wirt.kept where subject = tg_argv[0] and subject_id = old.id;
    delete from wirt.kept_object where subject = tg_argv[0] and subject_id = old.id;
    return null;
end
$$;
revoke execute on function wirt.forget_kept from public;
create trigger forget_kept after delete on wirt.account for each row execute function wirt.forget_kept('account');
create trigger forget_kept after delete on wirt.subscription for each row execute function wirt.forget_kept('subscription');
create trigger forget_kept after delete on wirt.site for each row execute function wirt.forget_kept('site');
create trigger forget_kept after delete on wirt.plan for each row execute function wirt.forget_kept('plan');
create index kept_object_owner on wirt.kept_object (subject, subject_id);
