-- As before, and where the mail lies below mail/ in the home. Nothing newer than PostgreSQL 15: hosting nodes run
-- Debian's.
create or replace view node.mail_domain as
select w.host as domain, s.live and not w.disabled as live,
       case when s.live and not w.disabled then 'accept' when s.dark_mail & 4 <> 0 then 'reject'
            when s.dark_mail = 1 then 'hold' else 'defer' end as mail,
       s.id as sub_id, w.id as site_id, w.node_id, s.unix_uid, s.home, coalesce(w.mail_folder, w.host) as folder
from wirt.site w
join node.sub s on s.id = w.subscription_id
where not w.released and w.reasons & 2048 = 0;

create or replace view node.mail_user as
select m.local || '@' || d.domain as address, m.local, d.domain, m.password_hash as password, d.unix_uid as uid,
       d.unix_uid as gid, d.home, m.quota as quota_bytes, d.live, d.mail, m.id as mailbox_id, m.changed, d.sub_id, m.node_id,
       d.folder
from wirt.mailbox m
join node.mail_domain d on d.site_id = m.site_id;
