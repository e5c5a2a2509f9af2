-- Numbers for those who watch the program: they only ever grow, whoever asks for them and however often it is started.

-- How often the lease was taken from a holder that had not given it back.
alter table lease add column takeovers bigint not null default 0;

-- What each run that has ended came to. Names of one kind: feeds for ROWS and FILES, sensors for SENSOR.
create table run_tally (
  run_id   bigint       not null,
  kind     varchar(8)   not null,
  name     varchar(64)  not null,            -- empty for a file of no feed
  outcome  varchar(16)  not null,            -- ACCEPTED, REJECTED, IGNORED; a state; FIRED
  amount   bigint       not null,
  primary key (run_id, kind, name, outcome)
) default charset=utf8mb4 collate=utf8mb4_bin;

-- The runs before this table, as far as it is known.
insert into run_tally select run_id, 'ROWS', coalesce(feed, ''), 'ACCEPTED', sum(rows_accepted) from submission
where state in ('HELD', 'REJECTED', 'PUBLISHED', 'SUPERSEDED', 'WITHDRAWN') group by run_id, coalesce(feed, '');
insert into run_tally select run_id, 'ROWS', coalesce(feed, ''), 'REJECTED', sum(rows_rejected) from submission
where state in ('HELD', 'REJECTED', 'PUBLISHED', 'SUPERSEDED', 'WITHDRAWN') group by run_id, coalesce(feed, '');
insert into run_tally select run_id, 'ROWS', coalesce(feed, ''), 'IGNORED', sum(rows_ignored) from submission
where state in ('HELD', 'REJECTED', 'PUBLISHED', 'SUPERSEDED', 'WITHDRAWN') group by run_id, coalesce(feed, '');
insert into run_tally select run_id, 'FILES', coalesce(feed, ''), state, count(*) from submission
where state in ('HELD', 'REJECTED', 'FAILED', 'PUBLISHED', 'SUPERSEDED', 'WITHDRAWN')
group by run_id, coalesce(feed, ''), state;
insert into run_tally select s.run_id, 'SENSOR', r.code, 'FIRED', count(distinct s.id)
from submission_reason r join submission s on s.id = r.submission_id where r.code like 'sensor.%'
group by s.run_id, r.code;

-- How many files are in which state is asked for all the time.
create index submission_state on submission (state);
