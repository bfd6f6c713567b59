create table wirt.job (
    id          bigint generated always as identity primary key,
    request_id  text not null,
    verb        text not null,
    input       jsonb not null,
    caller      jsonb not null,
    account_id  bigint not null,
    reseller_id bigint not null,
    actor       text not null,
    state       text not null default 'WAITING' check (state in ('WAITING', 'RUNNING', 'DONE', 'CANCELLED')),
    single      boolean not null default false,
    cancel      boolean not null default false,
    undoes      bigint references wirt.job (id),
    total       integer not null default 0,
    created_at  timestamptz not null default clock_timestamp(),
    started_at  timestamptz,
    finished_at timestamptz,
    receipt_at  timestamptz,
    unique (account_id, request_id)
);
comment on column wirt.job.account_id is 'whose job it is: the account of the caller''s scope';
comment on column wirt.job.single is 'one target, done in the caller''s request; not shown among the jobs';
comment on column wirt.job.receipt_at is 'when its receipt was written; only suspensions and removals get one';
create index job_open on wirt.job (id) where state in ('WAITING', 'RUNNING');
create index job_undoes on wirt.job (undoes) where undoes is not null;
create index job_list on wirt.job (account_id, id desc) where not single;
-- A job without its receipt is found by a mark of its own: the look for one costs the same after ten deeds and after
-- ten thousand.
create index job_without_receipt on wirt.job (finished_at)
    where state in ('DONE', 'CANCELLED') and undoes is null and receipt_at is null and verb in
        ('customer.suspend', 'reseller.suspend', 'customer.remove', 'reseller.remove', 'subscription.suspend', 'subscription.remove');

create table wirt.job_target (
    job_id          bigint not null references wirt.job (id) on delete cascade,
    target_id       bigint not null,
    account_id      bigint not null,
    reseller_id     bigint not null,
    subscription_id bigint,
    name            text not null default '',
    outcome         text not null default 'PENDING' check (outcome in ('PENDING', 'DONE', 'UNCHANGED', 'REFUSED', 'FAILED', 'CANCELLED')),
    code            text,
    arguments       jsonb,
    primary key (job_id, target_id)
);
comment on column wirt.job_target.subscription_id is 'the subscription that the target is or lies in; absent: an account, a plan, or not handled yet';
create index job_target_pending on wirt.job_target (job_id, target_id) where outcome = 'PENDING';

do $$
declare
    t text;
begin
    foreach t in array array['job', 'job_target'] loop
        execute format('alter table wirt.%I enable row level security', t);
        execute format('create policy admin on wirt.%I to wirt_admin, wirt_system using (true)', t);
        execute format('create policy reseller on wirt.%I to wirt_reseller using (reseller_id = wirt.reseller_scope())', t);
        execute format('grant select, insert, update on wirt.%I to wirt_admin, wirt_reseller, wirt_customer, wirt_system', t);
    end loop;
end
$$;
create policy customer on wirt.job to wirt_customer using (account_id = wirt.account_scope());
-- What a contract hides from a customer it hides with the receipts about it: of a subscription that is not in sight he
-- sees no line of a job, and a job of which he sees none does not exist for him.
create policy customer on wirt.job_target to wirt_customer
    using (account_id = wirt.account_scope()
           and (subscription_id is null or wirt.hidden_scope()
                or exists (select from wirt.subscription s where s.id = subscription_id)));

create table wirt.scheduled_tasks (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on wirt.scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on wirt.scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on wirt.scheduled_tasks (priority desc, execution_time);
grant select, insert, update, delete on wirt.scheduled_tasks to wirt_app;

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
