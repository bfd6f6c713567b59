-- What programs sign in with on behalf of these logins, the hash left out. Whoever asks has found the logins within his scope.
create function wirt.keys_of(p_logins bigint[])
    returns table (id uuid, login_id bigint, name text, addresses text[], created_at timestamptz)
    language sql stable security definer set search_path = wirt, pg_temp
begin atomic
    select t.id, t.login_id, t.name, wirt.written(t.addresses), t.created_at from wirt.api_token t where t.login_id = any (p_logins);
end;
revoke execute on function wirt.keys_of from public;
grant execute on function wirt.keys_of to wirt_admin, wirt_reseller, wirt_customer;
