-- As before, and where the mail of a mailbox lies in the folder of its site. Nothing newer than PostgreSQL 15: hosting
-- nodes run Debian's.
create or replace view node.mail_user as
select m.local || '@' || d.domain as address, m.local, d.domain, m.password_hash as password, d.unix_uid as uid,
       d.unix_uid as gid, d.home, m.quota as quota_bytes, d.live, d.mail, m.id as mailbox_id, m.changed, d.sub_id, m.node_id,
       d.folder, coalesce(m.folder, m.local) as mailbox_folder
from wirt.mailbox m
join node.mail_domain d on d.site_id = m.site_id;
