-- Whom a node holds off because he opens connections faster than its servers can refuse them.
alter table wirt.node add held_off text[] not null default '{}';
comment on column wirt.node.held_off is 'addresses, of IPv6 networks, that open connections too fast';

create function wirt.node_state(clock timestamptz, room bigint, full_disks text[], crowded text[], held_off text[], known bigint,
    out ahead integer, out late boolean)
language sql security definer set search_path = wirt, pg_temp as $$
    with free as (select node_id from wirt.node_mark where node_id = wirt.calling_node() for no key update skip locked),
    next as (update wirt.node_mark m set mark = m.mark + 1 from free where m.node_id = free.node_id returning m.mark)
    update wirt.node n set clock_ahead = round(extract(epoch from node_state.clock - clock_timestamp())),
        free_bytes = room, full_disks = node_state.full_disks, crowded = node_state.crowded, held_off = node_state.held_off,
        late = known < n.asked_mark, asked_mark = coalesce((select mark from next), n.asked_mark)
    where n.id = wirt.calling_node() returning n.clock_ahead, n.late
$$;
revoke execute on function wirt.node_state(timestamptz, bigint, text[], text[], text[], bigint) from public;

-- Of a node of an earlier release, until that is set up anew.
create or replace function wirt.node_state(clock timestamptz, room bigint, full_disks text[], crowded text[], known bigint,
    out ahead integer, out late boolean)
language sql security definer set search_path = wirt, pg_temp as $$
    select ahead, late from wirt.node_state(clock, room, full_disks, crowded, '{}', known)
$$;
