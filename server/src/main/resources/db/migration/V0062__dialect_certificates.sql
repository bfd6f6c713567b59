-- Certificates that clients have given a name were known by two words beside their site. They are objects now, of which a site may
-- have many; the key is the one that the site has, encrypted as it lies there.
insert into wirt.kept_object (kind, subject, subject_id, name, data)
select 'certificate', 'site', n.subject_id, left(n.value, 200),
       jsonb_build_object('pvt', c.key, 'cert', c.chain, 'used', f.value)
from wirt.kept n
    join wirt.kept f on f.subject = 'site' and f.subject_id = n.subject_id and f.name = 'certificate-sha256'
    join wirt.certificate c on c.site_id = n.subject_id
where n.subject = 'site' and n.name = 'certificate' and n.value <> ''
    and f.value = encode(sha256(convert_to(c.chain, 'UTF8')), 'hex');

delete from wirt.kept where subject = 'site' and name in ('certificate', 'certificate-sha256');
