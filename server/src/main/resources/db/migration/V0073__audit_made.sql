-- A line about something new names that, as it has done for accounts from the start: its number is that of what was made. What it
-- was called is not known any more; such lines go on saying where it was made.
update wirt.audit a set object_id = t.made_id
from wirt.job_target t
where t.job_id = a.job_id and t.target_id = a.object_id and t.made_id is not null and a.outcome = 'DONE'
  and (a.verb like '%.create' or a.verb = 'plan.clone');
