-- A subdomain knows the domain above it by its number, which stays when that is renamed. What an older release kept as
-- properties of hosting was the packet's own words.
update wirt.kept k set value = w.id::text
from wirt.site w
where k.subject = 'site' and k.name = 'subdomain-of' and w.host = k.value and not w.released;
delete from wirt.kept k
where k.subject = 'site' and k.name in ('hosting.parent', 'hosting.name', 'hosting.home')
  and exists (select from wirt.kept o where o.subject = 'site' and o.subject_id = k.subject_id and o.name = 'subdomain-of');
create index kept_subdomain on wirt.kept (value, subject_id) where subject = 'site' and name = 'subdomain-of';
