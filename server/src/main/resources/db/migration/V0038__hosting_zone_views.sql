-- What is answered in the DNS, in the words of PowerDNS (generic PostgreSQL backend), by every node for every domain
-- of the panel. Suspended domains are here unchanged: resolvers remember answers, so the DNS can go dark neither at
-- once nor back; the servers behind it do. Removed ones are not, and their names are refused. Nothing newer than
-- PostgreSQL 15: hosting nodes run Debian's, and begin with this file.
create or replace view pdns.domains as
select z.site_id as id, z.host as name, null::text as master, null::integer as last_check,
       null::bigint as notified_serial, 'NATIVE'::text as type, ''::text as options, ''::text as catalog,
       ''::text as account, n.name_server, n.address,
       case when position(':' in n.address) > 0 then 'AAAA' else 'A' end as address_type,
       case when z.moving then 60 else 3600 end as ttl
from wirt.zone z
join node.account c on c.id = z.customer_id
join wirt.node n on n.id = z.node_id
where not z.gone and n.name_server is not null;

-- What every domain has. The first name server is that of the domain's own node, and every other node answers as
-- well. The serial says nothing, because no server copies zones from here. Each name stands in a part of its own, so
-- that an index finds it.
create or replace view pdns.derived as
select z.id as domain_id, z.name, d.type, d.content, z.ttl, d.prio
from pdns.domains z
cross join lateral (values
    ('SOA', z.name_server || ' hostmaster.' || z.name || ' 1 10800 3600 604800 300', 0),
    (z.address_type, z.address, 0),
    ('MX', 'mail.' || z.name, 10),
    ('TXT', '"v=spf1 a mx ~all"', 0)) d (type, content, prio)
union all
select z.id, z.name, 'NS', n.name_server, z.ttl, 0
from pdns.domains z
cross join (select distinct name_server from wirt.node where name_server is not null) n
union all
select z.id, 'www.' || z.name, z.address_type, z.address, z.ttl, 0 from pdns.domains z
union all
select z.id, 'mail.' || z.name, z.address_type, z.address, z.ttl, 0 from pdns.domains z;

-- An own record takes the place of what is derived for its name and type; beside a CNAME nothing may stand (RFC
-- 1034 3.6.2), and where a name is another server's business this one has nothing to say. The derived text says who
-- sends mail (RFC 7208): another of that kind takes its place, any other text stands beside it.
create or replace view pdns.records as
select r.id, r.site_id as domain_id, r.fqdn as name, r.type,
       case r.type when 'TXT' then '"' || replace(replace(r.value, '\', '\\'), '"', '\"') || '"'
                   else r.value end as content,
       r.ttl, r.priority as prio, false as disabled, null::text as ordername, r.type <> 'NS' as auth
from wirt.dns_record r
join pdns.domains z on z.id = r.site_id
union all
select null, d.domain_id, d.name, d.type, d.content, d.ttl, d.prio, false, null, true
from pdns.derived d
where not exists (select from wirt.dns_record r
                  where r.site_id = d.domain_id and r.fqdn = d.name
                    and (r.type = d.type and (d.type <> 'TXT' or r.value like 'v=spf1%')
                         or r.type in ('CNAME', 'NS')));

grant usage on schema pdns to wirt_node;
grant select on pdns.derived, pdns.records to wirt_node;
