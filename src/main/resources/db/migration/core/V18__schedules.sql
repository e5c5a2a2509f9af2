-- The moments at which the schedules of "serve" were due, and what became of them. The last one of
-- each schedule must be kept: without it the schedule counts as new.

create table schedule_run (
  schedule   varchar(64) not null,
  due_at     datetime(6) not null,
  token      bigint      not null default 0,  -- of the lease of whoever took it up last
  attempts   int         not null default 0,
  started_at datetime(6),                     -- the last attempt
  ended_at   datetime(6),                     -- null while it is still to be done
  outcome    varchar(16),                     -- DONE; NEW: due before the schedule was known; OVERTAKEN by the next moment
  run_id     bigint,                          -- the last run
  retry_at   datetime(6),                     -- not to be taken up before, since it failed
  fault      varchar(1000),                   -- why the last attempt failed
  primary key (schedule, due_at)
) default charset=utf8mb4 collate=utf8mb4_bin;
