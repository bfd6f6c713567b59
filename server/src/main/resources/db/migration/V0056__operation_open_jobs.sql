-- How many jobs of an account are not over: asked at every page, so in one round trip without a transaction. The
-- panel asks for the account of the reader's own session; the answer tells nothing but the number.
create index job_open_account on wirt.job (account_id) where not single and state in ('WAITING', 'RUNNING');
create function wirt.open_jobs(p_account bigint) returns integer
    language sql stable security definer set search_path = wirt, pg_temp
begin atomic
    select count(*)::integer from wirt.job where account_id = p_account and not single and state in ('WAITING', 'RUNNING');
end;
revoke execute on function wirt.open_jobs from public;
grant execute on function wirt.open_jobs to wirt_app;
