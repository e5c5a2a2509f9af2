-- What persons and runs did to a submission. Rows are only ever added.

create table submission_event (
  id               bigint        not null auto_increment primary key,
  submission_id    bigint        not null,
  event            varchar(16)   not null,   -- RECEIVED, AGAIN, ACCEPTED, HELD, REJECTED, FAILED, PUBLISHED, ...
  happened_at      datetime(6)   not null,
  author           varchar(255),             -- the person; null when a run did it by itself
  reason           varchar(2000),            -- in that person's words
  messages         mediumtext,               -- JSON: code and args of each reason that a run gave
  other_submission bigint,                   -- that took its place, whose place it took, that it corrects
  index submission_event_submission (submission_id)
) default charset=utf8mb4 collate=utf8mb4_bin;

-- The story of what came before this table, as far as it is known.
insert into submission_event (submission_id, event, happened_at)
select id, 'RECEIVED', received_at from submission order by id;

insert into submission_event (submission_id, event, happened_at, author, reason)
select id, 'ACCEPTED', coalesce(decided_at, received_at), accepted_by, accepted_reason
from submission where accepted_reason is not null order by id;

insert into submission_event (submission_id, event, happened_at)
select id, state, decided_at from submission
where decided_at is not null and state in ('HELD', 'REJECTED', 'FAILED', 'PUBLISHED', 'SUPERSEDED') order by id;
