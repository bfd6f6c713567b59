-- As before, and by which keys. Nothing newer than PostgreSQL 15 here: hosting nodes have this view too.
create or replace view node.ftp_user as
select f.login as userid, lower(f.login) as login_key, f.password_hash as passwd, s.unix_uid as uid, s.unix_uid as gid,
       s.home, f.directory, f.id as ftp_id, f.changed, s.id as sub_id, f.node_id, f.keys
from wirt.ftp_login f
join node.sub s on s.id = f.subscription_id
where s.live and not f.released and f.password_hash is not null;

-- As ProFTPD wants them (RFC 4716 3): in lines of at most 72 characters.
create view node.ftp_key as
select u.login_key, '---- BEGIN SSH2 PUBLIC KEY ----' || chr(10)
       || rtrim(regexp_replace(split_part(k.key, ' ', 2), '(.{70})', '\1' || chr(10), 'g'), chr(10))
       || chr(10) || '---- END SSH2 PUBLIC KEY ----' as public_key, u.node_id
from node.ftp_user u cross join lateral unnest(u.keys) k (key);
grant select on node.ftp_key to wirt_node;
