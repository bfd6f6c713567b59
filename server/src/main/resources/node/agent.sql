-- What the agent of a node needs beside the views: what it has to do, and what it has to tell the panel.
create table wirt.node_mark (
    node_id bigint primary key,
    mark    bigint not null
);

-- When a password was changed here, so that older sessions end.
alter table wirt.ftp_login add renewed timestamptz not null default '-infinity';
alter table wirt.mailbox add renewed timestamptz not null default '-infinity';
create function wirt.renew() returns trigger language plpgsql as $$
begin
    new.renewed := clock_timestamp();
    return new;
end
$$;
create trigger renew_ftp before update on wirt.ftp_login for each row when (old.changed <> new.changed) execute function wirt.renew();
create trigger renew_mailbox before update on wirt.mailbox for each row when (old.changed <> new.changed) execute function wirt.renew();
alter table wirt.ftp_login enable always trigger renew_ftp;
alter table wirt.mailbox enable always trigger renew_mailbox;

-- Sessions that were ended here and are not told to the panel yet.
create table wirt.ended (
    id              bigint generated always as identity primary key,
    at              timestamptz not null default clock_timestamp(),
    service         text not null,
    who             text not null,
    subscription_id bigint not null
);

-- Numbers that no database of this node had before: by them the panel knows what it was told already.
do $$
begin
    execute format('alter table wirt.ended alter id restart with %s', (extract(epoch from clock_timestamp()) * 1000000)::bigint);
end
$$;

-- Subscriptions whose files or processes are to be looked at.
create table wirt.work (
    id              bigint generated always as identity primary key,
    subscription_id bigint not null,
    not_before      timestamptz not null default '-infinity'
);

-- Files of what is no more.
create table wirt.leftover (
    id   bigint generated always as identity primary key,
    home text not null,
    path text not null,
    not_before timestamptz not null default '-infinity'
);
comment on column wirt.leftover.path is 'relative to the home; empty: the home itself';

-- Somebody came back: mail that waits for him is tried again. 1908 as in the views.
create table wirt.lifted (
    id bigint generated always as identity primary key
);
create function wirt.lift() returns trigger language plpgsql as $$
begin
    insert into wirt.lifted default values;
    perform pg_notify('wirt_wake', '');
    return null;
end
$$;
create trigger lift_account after update on wirt.account for each row
    when (old.reasons & 1908 <> 0 and new.reasons & 1908 = 0 or old.expires_at < coalesce(new.expires_at, 'infinity'))
    execute function wirt.lift();
create trigger lift_subscription after update on wirt.subscription for each row
    when (old.reasons & 1908 <> 0 and new.reasons & 1908 = 0 or old.expires_at < coalesce(new.expires_at, 'infinity'))
    execute function wirt.lift();
alter table wirt.account enable always trigger lift_account;
alter table wirt.subscription enable always trigger lift_subscription;

create function wirt.wake() returns trigger language plpgsql as $$
begin
    perform pg_notify('wirt_wake', '');
    return null;
end
$$;
create function wirt.to_prepare() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'subscription' then
        insert into wirt.work (subscription_id) values (new.id);
    else
        insert into wirt.work (subscription_id) values (new.subscription_id);
    end if;
    perform pg_notify('wirt_wake', '');
    return null;
end
$$;
create function wirt.to_erase() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'subscription' then
        insert into wirt.leftover (home, path) values (old.home, '');
        delete from wirt.disk where subscription_id = old.id;
        insert into wirt.work (subscription_id) values (old.id);
    else
        -- Folders of its own; they go with the home where the subscription goes too.
        insert into wirt.leftover (home, path)
        select s.home, p.path from wirt.subscription s
        cross join unnest(array[nullif(old.docroot, 'httpdocs'), 'mail/' || coalesce(old.mail_folder, old.host)]) p (path)
        where s.id = old.subscription_id and p.path is not null;
    end if;
    perform pg_notify('wirt_wake', '');
    return null;
end
$$;
-- Where the site goes too, the folder of its mail does.
create function wirt.to_erase_mail() returns trigger language plpgsql as $$
begin
    insert into wirt.leftover (home, path)
    select s.home, 'mail/' || coalesce(w.mail_folder, w.host) || '/' || coalesce(old.folder, old.local)
    from wirt.site w join wirt.subscription s on s.id = w.subscription_id where w.id = old.site_id;
    perform pg_notify('wirt_wake', '');
    return null;
end
$$;
create trigger erase after delete on wirt.mailbox for each row execute function wirt.to_erase_mail();
alter table wirt.mailbox enable always trigger erase;

do $$
declare
    t text;
begin
    foreach t in array array['account', 'subscription', 'site', 'ftp_login', 'mailbox'] loop
        execute format('create trigger wake after update or delete on wirt.%I for each row execute function wirt.wake()', t);
        execute format('alter table wirt.%I enable always trigger wake', t);
    end loop;
    foreach t in array array['subscription', 'site', 'ftp_login'] loop
        execute format('create trigger prepare after insert on wirt.%I for each row execute function wirt.to_prepare()', t);
        execute format('alter table wirt.%I enable always trigger prepare', t);
    end loop;
    foreach t in array array['subscription', 'site'] loop
        execute format('create trigger erase after delete on wirt.%I for each row execute function wirt.to_erase()', t);
        execute format('alter table wirt.%I enable always trigger erase', t);
    end loop;
end
$$;
create trigger prepare_moved after update on wirt.subscription for each row when (old.home <> new.home)
    execute function wirt.to_prepare();
alter table wirt.subscription enable always trigger prepare_moved;
create trigger wake after insert or update or delete on wirt.relocation for each row execute function wirt.wake();
alter table wirt.relocation enable always trigger wake;
create trigger mark after insert or update on wirt.node_mark for each row execute function wirt.wake();
alter table wirt.node_mark enable always trigger mark;

-- Who cuts an answer says so.
create function node.cut(host text) returns void language plpgsql security definer set search_path = '' as $$
begin
    insert into wirt.ended (service, who, subscription_id)
    select 'WEB', w.host, w.subscription_id from wirt.site w where w.host = cut.host and not w.released
        and not exists (select from node.web v where v.site_id = w.id and v.state = 'on');
    if found then
        perform pg_notify('wirt_wake', '');
    end if;
end
$$;
revoke execute on function node.cut(text) from public;

-- What went out and is not told to the panel yet.
create table wirt.traffic (
    subscription_id bigint primary key,
    bytes           bigint not null
);
create function node.used(counted text) returns void language sql security definer set search_path = '' as $$
    insert into wirt.traffic (subscription_id, bytes)
    select split_part(one, ':', 1)::bigint, split_part(one, ':', 2)::bigint
    from string_to_table(counted, ' ') one
    order by 1
    on conflict (subscription_id) do update set bytes = traffic.bytes + excluded.bytes
$$;
revoke execute on function node.used(text) from public;

-- How much of the disk a subscription has: as counted last, and what came by FTP since, which is all that stands between two
-- counts and a full disk.
create table wirt.disk (
    subscription_id bigint primary key,
    counted         bigint not null default 0,
    brought         bigint not null default 0
);

-- Up to where FTP may fill it: its hard quota, and what it is allotted where no overuse is allowed. -1 is without limit; to the
-- server that asks, 0 would be.
create view node.ftp_quota as
select lower(f.login) as login_key, greatest(q.bytes, 1) as bytes, coalesce(d.counted + d.brought, 0) as used
from wirt.ftp_login f
join wirt.subscription s on s.id = f.subscription_id
cross join lateral (
    select least(case when s.overuse = 'NOT_ALLOWED' then nullif((s.limits ->> 'disk_space')::bigint, -1) end,
                 nullif((s.limits ->> 'hard_quota')::bigint, -1)) as bytes) q
left join wirt.disk d on d.subscription_id = s.id
where not f.released and q.bytes is not null;

create function node.brought(login text, bytes numeric) returns void language sql security definer set search_path = '' as $$
    insert into wirt.disk (subscription_id, brought)
    select f.subscription_id, brought.bytes from wirt.ftp_login f
    where lower(f.login) = lower(brought.login) and not f.released
    on conflict (subscription_id) do update set brought = disk.brought + excluded.brought
$$;
revoke execute on function node.brought(text, numeric) from public;

-- Certificates that the agent makes for sites whose customer brings none, and the sites that have none yet.
create table wirt.made_certificate (
    site_id bigint primary key,
    host    text not null,
    chain   text not null,
    key     text not null
);
create table wirt.uncertified (
    site_id bigint primary key
);
create function wirt.to_certify() returns trigger language plpgsql as $$
begin
    insert into wirt.uncertified (site_id) values (new.id) on conflict do nothing;
    perform pg_notify('wirt_wake', '');
    return null;
end
$$;
create function wirt.uncertify() returns trigger language plpgsql as $$
begin
    delete from wirt.made_certificate where site_id = old.id;
    return null;
end
$$;
create trigger certify after insert on wirt.site for each row execute function wirt.to_certify();
create trigger certify_renamed after update on wirt.site for each row when (old.host <> new.host)
    execute function wirt.to_certify();
create trigger uncertify after delete on wirt.site for each row execute function wirt.uncertify();
alter table wirt.site enable always trigger certify;
alter table wirt.site enable always trigger certify_renamed;
alter table wirt.site enable always trigger uncertify;

-- What visitors of a host get, suspended or not: keys are encrypted.
create view node.certificate as
select w.host, coalesce(c.chain, m.chain) as chain, coalesce(c.key, m.key) as key
from node.web w
left join wirt.certificate c on c.site_id = w.site_id
left join wirt.made_certificate m on m.site_id = w.site_id and m.host = w.host
where w.state <> 'gone';
