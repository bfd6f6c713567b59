-- What a token is for, from where it may be shown, and that somebody made it or took it away.
alter table wirt.api_token
    add column scopes text[] not null default '{}',
    add column addresses inet[];
update wirt.api_token set scopes = array[case when writes then '*:write' else '*:read' end];
alter table wirt.api_token drop column writes;
comment on column wirt.api_token.scopes is '`<object>:read` or `<object>:write`, `*` for all objects; changing includes looking';
comment on column wirt.api_token.addresses is 'addresses and networks from which it may be shown; null: any';
-- As people write them: an address alone without the number of its bits.
create function wirt.written(p_addresses inet[]) returns text[]
    language sql immutable set search_path = wirt, pg_temp
begin atomic
    select array(select case when masklen(a) = case family(a) when 4 then 32 else 128 end then host(a) else text(a) end
                 from unnest(p_addresses) with ordinality x (a, n) order by n);
end;
-- A token that nobody is told of in the audit log cannot be made or taken away.
revoke insert, delete on wirt.api_token from wirt_app;
create function wirt.note_token(p_login bigint, p_actor bigint, p_actor_name text, p_door text, p_address text, p_request text,
                                p_verb text, p_name text, p_after jsonb) returns void
    language sql security definer set search_path = wirt, pg_temp
begin atomic
    insert into wirt.audit (actor_id, actor, door, address, request_id, verb, object, object_id, object_name, account_id, reseller_id,
                            outcome, after)
    select p_actor, p_actor_name, p_door, p_address, p_request, p_verb, 'token', l.id, p_name, l.account_id, l.reseller_id, 'DONE', p_after
    from wirt.login l where l.id = p_login;
end;
revoke execute on function wirt.note_token from public;

create function wirt.make_token(p_login bigint, p_hash bytea, p_name text, p_scopes text[], p_addresses inet[], p_at timestamptz,
                                p_expires timestamptz, p_actor bigint, p_actor_name text, p_door text, p_address text, p_request text)
    returns uuid
    language plpgsql security definer set search_path = wirt, pg_temp
as $$
declare
    made uuid;
begin
    insert into wirt.api_token (token_hash, login_id, name, scopes, addresses, created_at, expires_at)
    values (p_hash, p_login, p_name, p_scopes, p_addresses, p_at, p_expires) returning id into made;
    perform wirt.note_token(p_login, p_actor, p_actor_name, p_door, p_address, p_request, 'token.make', p_name,
        jsonb_strip_nulls(jsonb_build_object('scopes', array_to_string(p_scopes, ' '), 'addresses', nullif(array_to_string(wirt.written(p_addresses), ' '), ''),
                                             'expires', p_expires)));
    return made;
end
$$;
revoke execute on function wirt.make_token from public;
grant execute on function wirt.make_token to wirt_app;

-- Takes one of a login's away; somebody else's stays.
create function wirt.revoke_token(p_login bigint, p_id uuid, p_actor bigint, p_actor_name text, p_door text, p_address text,
                                  p_request text)
    returns boolean
    language plpgsql security definer set search_path = wirt, pg_temp
as $$
declare
    gone text;
begin
    delete from wirt.api_token where login_id = p_login and id = p_id returning name into gone;
    if gone is null then return false; end if;
    perform wirt.note_token(p_login, p_actor, p_actor_name, p_door, p_address, p_request, 'token.revoke', gone, null);
    return true;
end
$$;
revoke execute on function wirt.revoke_token from public;
grant execute on function wirt.revoke_token to wirt_app;

-- What a deed has made, for whoever asked for it; and what a request asked for, so that another one with its id is told from
-- its repetition.
alter table wirt.job_target add column made_id bigint;
comment on column wirt.job_target.made_id is 'number of what was made of this target';
alter table wirt.job add column fingerprint text not null default '';
comment on column wirt.job.fingerprint is 'SHA-256 of verb, targets and input without secrets';
