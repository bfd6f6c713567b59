-- A node whose services Debian's servers give, with an agent of its own: the panel makes no files for it.
alter table wirt.node
    add agent boolean not null default false,
    add homes text,
    add address text not null default '127.0.0.1',
    add web_port integer not null default 80,
    add ftp_port integer not null default 21,
    add sftp_port integer not null default 2022,
    add smtp_port integer not null default 25,
    add submission_port integer not null default 587,
    add imap_port integer not null default 143,
    add seen_at timestamptz,
    add confirmed bigint not null default 0;
comment on column wirt.node.homes is 'the folder of its subscriptions'' homes';
comment on column wirt.node.seen_at is 'when its agent was last heard of';
comment on column wirt.node.confirmed is 'the last mark up to which its agent has ended everything that is not live';
create policy servers on wirt.node for select to wirt_node using (true);
grant usage on schema wirt to wirt_node;
grant select on wirt.node to wirt_node;

-- What the panel writes behind a suspension: it arrives at the node after it, and the agent answers it.
create table wirt.node_mark (
    node_id bigint primary key references wirt.node (id) on delete cascade,
    mark    bigint not null default 0
);
alter table wirt.node_mark enable row level security;
create policy everyone on wirt.node_mark to wirt_system using (true);
grant select, insert, update on wirt.node_mark to wirt_system;

-- Sessions that a node's agent has ended, once each: the node's own number tells whether one is there already.
alter table wirt.session_end add origin bigint;
create unique index session_end_origin on wirt.session_end (node_id, origin) where origin is not null;

-- Which node asks: each has a login of its own, named by its number.
create function wirt.calling_node() returns bigint language sql stable as $$
    select substring(session_user from '^wirt_node_(\d+)$')::bigint
$$;

create function wirt.node_ended(origins bigint[], at timestamptz[], services text[], who text[], subscriptions bigint[])
returns void language sql security definer set search_path = wirt, pg_temp as $$
    insert into wirt.session_end (at, service, node_id, who, customer_id, reseller_id, origin)
    select e.at, e.service, wirt.calling_node(), e.who, s.customer_id, s.reseller_id, e.origin
    from unnest(origins, at, services, who, subscriptions) e (origin, at, service, who, id)
    join wirt.subscription s on s.id = e.id and s.node_id = wirt.calling_node()
    on conflict do nothing
$$;

create function wirt.node_confirmed(mark bigint) returns void language sql security definer set search_path = wirt, pg_temp as $$
    update wirt.node n set seen_at = clock_timestamp(), confirmed = greatest(n.confirmed, mark) where n.id = wirt.calling_node()
$$;
-- What its subscriptions have sent since it was told last, counted for the month it is told in.
create function wirt.node_traffic(subscriptions bigint[], bytes bigint[]) returns void
language sql security definer set search_path = wirt, pg_temp as $$
    update wirt.subscription s set traffic_month = m.month, used_at = clock_timestamp(),
        traffic_used = t.bytes + case when s.traffic_month = m.month then s.traffic_used else 0 end
    from unnest(subscriptions, bytes) t (id, bytes), (select date_trunc('month', now() at time zone 'UTC')::date) m (month)
    where s.id = t.id and s.node_id = wirt.calling_node()
$$;

create function wirt.node_disk(subscriptions bigint[], bytes bigint[]) returns void
language sql security definer set search_path = wirt, pg_temp as $$
    update wirt.subscription s set disk_used = d.bytes, used_at = clock_timestamp()
    from unnest(subscriptions, bytes) d (id, bytes) where s.id = d.id and s.node_id = wirt.calling_node()
$$;
revoke execute on function wirt.node_traffic(bigint[], bigint[]), wirt.node_disk(bigint[], bigint[]) from public;
revoke execute on function wirt.node_ended(bigint[], timestamptz[], text[], text[], bigint[]), wirt.node_confirmed(bigint) from public;
