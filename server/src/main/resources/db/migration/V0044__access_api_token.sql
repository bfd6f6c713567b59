-- What a program signs in with on somebody's behalf. Read by the application before it knows a scope, like a session, so it has
-- no policy.
create table wirt.api_token (
    id         uuid primary key default gen_random_uuid(),
    token_hash bytea not null unique,
    login_id   bigint not null references wirt.login (id) on delete cascade,
    name       text not null check (length(name) between 1 and 100),
    writes     boolean not null,
    created_at timestamptz not null,
    expires_at timestamptz,
    last_used  timestamptz
);
comment on column wirt.api_token.writes is 'whether it may change anything; else it may look, and look ahead';
create index api_token_login on wirt.api_token (login_id);
grant select, insert, update, delete on wirt.api_token to wirt_app;

-- The administrator always; a reseller where his plan grants it. Nobody else has the programs' doors.
create function wirt.may_use_api(p_login bigint) returns boolean
    language sql stable security definer set search_path = wirt, pg_temp
begin atomic
    select case a.kind when 'ADMINISTRATOR' then true
        when 'RESELLER' then exists (select from wirt.reseller r where r.account_id = a.id and (r.permissions ->> 'remote_api')::boolean)
        else false end
    from wirt.login l join wirt.account a on a.id = l.account_id where l.id = p_login;
end;
revoke execute on function wirt.may_use_api from public;
grant execute on function wirt.may_use_api to wirt_app;
