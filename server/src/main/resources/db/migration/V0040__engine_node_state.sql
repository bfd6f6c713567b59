-- What the administrator should know of a node: whether its clock is wrong, which of its disks are nearly full, and whether what
-- changes still arrives.
alter table wirt.node
    add clock_ahead integer not null default 0,
    add full_disks text[] not null default '{}',
    add asked_mark bigint not null default 0,
    add late boolean not null default false;
comment on column wirt.node.clock_ahead is 'seconds before the panel''s clock, as it has told last; negative: it is behind';
comment on column wirt.node.full_disks is 'folders on disks of which less than a twentieth is free';
comment on column wirt.node.asked_mark is 'what it should know of when it tells how it is the next time';
comment on column wirt.node.late is 'it reaches the panel, but what changes there does not arrive';

-- Half a minute lies between two words of one node. It does not wait for a deed that has the mark: that one moves it anyway.
create function wirt.node_state(clock timestamptz, full_disks text[], known bigint, out ahead integer, out late boolean)
language sql security definer set search_path = wirt, pg_temp as $$
    with free as (select node_id from wirt.node_mark where node_id = wirt.calling_node() for no key update skip locked),
    next as (update wirt.node_mark m set mark = m.mark + 1 from free where m.node_id = free.node_id returning m.mark)
    update wirt.node n set clock_ahead = round(extract(epoch from node_state.clock - clock_timestamp())),
        full_disks = node_state.full_disks, late = known < n.asked_mark,
        asked_mark = coalesce((select mark from next), n.asked_mark)
    where n.id = wirt.calling_node() returning n.clock_ahead, n.late
$$;
revoke execute on function wirt.node_state(timestamptz, text[], bigint) from public;

-- One to which nothing comes is like one that is not heard of.
create or replace function wirt.node_confirmed(mark bigint) returns void language sql security definer set search_path = wirt, pg_temp as $$
    update wirt.node n set seen_at = case when n.late then n.seen_at else clock_timestamp() end,
        confirmed = greatest(n.confirmed, mark) where n.id = wirt.calling_node()
$$;

-- A receipt asks for what has ended since the suspension, by the panel's clock: the node's is set right where it is wrong by
-- more than the way between them takes.
create or replace function wirt.node_ended(origins bigint[], at timestamptz[], services text[], who text[], subscriptions bigint[])
returns void language sql security definer set search_path = wirt, pg_temp as $$
    insert into wirt.session_end (at, service, node_id, who, customer_id, reseller_id, origin)
    select e.at - case when abs(n.clock_ahead) > 1 then make_interval(secs => n.clock_ahead) else interval '0' end,
           e.service, n.id, e.who, s.customer_id, s.reseller_id, e.origin
    from unnest(origins, at, services, who, subscriptions) e (origin, at, service, who, id)
    join wirt.node n on n.id = wirt.calling_node()
    join wirt.subscription s on s.id = e.id and s.node_id = n.id
    on conflict do nothing
$$;
