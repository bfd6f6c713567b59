-- A job without its receipt is found by a mark of its own: the look for one costs the same after ten deeds and after
-- ten thousand.
alter table wirt.job add column receipt_at timestamptz;
comment on column wirt.job.receipt_at is 'when its receipt was written; only suspensions and removals get one';
update wirt.job j set receipt_at = (select max(e.verified_at) from wirt.enforcement e where e.job_id = j.id);
drop index wirt.job_receipt;
create index job_without_receipt on wirt.job (finished_at)
    where state in ('DONE', 'CANCELLED') and undoes is null and receipt_at is null and verb in
        ('customer.suspend', 'reseller.suspend', 'customer.remove', 'reseller.remove', 'subscription.suspend', 'subscription.remove');
