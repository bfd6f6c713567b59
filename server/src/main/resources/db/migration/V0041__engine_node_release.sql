-- What else the administrator should know of a node: whether it is of the panel's release, and which of its services have
-- hardly a connection left.
alter table wirt.node
    add release text,
    add rights text,
    add crowded text[] not null default '{}';
comment on column wirt.node.release is 'as it has told when it was set up; null: by one that did not tell';
comment on column wirt.node.rights is 'the release for which its ticket gives it rights';
comment on column wirt.node.crowded is 'services whose connections are nearly all taken';

-- Said first of all when a node is set up; without an answer it may not be what it is about to become.
create function wirt.node_release(release text) returns boolean language sql security definer set search_path = wirt, pg_temp as $$
    update wirt.node n set release = n.rights where n.id = wirt.calling_node() and n.rights = node_release.release returning true
$$;
revoke execute on function wirt.node_release(text) from public;

-- Half a minute lies between two words of one node. It does not wait for a deed that has the mark: that one moves it anyway.
drop function wirt.node_state(timestamptz, text[], bigint);
create function wirt.node_state(clock timestamptz, room bigint, full_disks text[], crowded text[], known bigint, out ahead integer, out late boolean)
language sql security definer set search_path = wirt, pg_temp as $$
    with free as (select node_id from wirt.node_mark where node_id = wirt.calling_node() for no key update skip locked),
    next as (update wirt.node_mark m set mark = m.mark + 1 from free where m.node_id = free.node_id returning m.mark)
    update wirt.node n set clock_ahead = round(extract(epoch from node_state.clock - clock_timestamp())),
        free_bytes = room, full_disks = node_state.full_disks, crowded = node_state.crowded, late = known < n.asked_mark,
        asked_mark = coalesce((select mark from next), n.asked_mark)
    where n.id = wirt.calling_node() returning n.clock_ahead, n.late
$$;
revoke execute on function wirt.node_state(timestamptz, bigint, text[], text[], bigint) from public;
comment on function wirt.node_room(bigint) is 'called by nodes of earlier releases alone';
