-- Another name of a mailbox: a forward to one address of the same domain that was made as such, and not one that somebody
-- made to a neighbour. Servers forward both alike and are not told.
alter table wirt.forward add alias boolean not null default false,
    add constraint forward_alias_one check (not alias or cardinality(targets) = 1 and not keep);
comment on column wirt.forward.alias is 'told to other systems as another name of its target';

-- It stays one when the domain gets another name.
create function wirt.follow_host() returns trigger language plpgsql as $$
begin
    update wirt.forward set targets = array[split_part(targets[1], '@', 1) || '@' || new.host]
    where alias and site_id = new.id;
    return null;
end
$$;
create trigger follow_host after update of host on wirt.site for each row when (old.host <> new.host)
    execute function wirt.follow_host();
