-- What PowerDNS looks for beside its records and never finds here: zones are neither signed nor copied.
create table pdns.domainmetadata (id integer, domain_id bigint, kind text, content text);
create table pdns.cryptokeys (id integer, domain_id bigint, flags integer, active boolean, published boolean, content text);
create table pdns.tsigkeys (id integer, name text, algorithm text, secret text);
create table pdns.supermasters (ip text, nameserver text, account text);
create table pdns.comments (id integer, domain_id bigint, name text, type text, modified_at integer, account text, comment text);
