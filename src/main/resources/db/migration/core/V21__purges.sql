-- What was removed since nobody asks for it any more, and what can therefore no longer be asked.

create table removal (
  id         bigint       not null auto_increment primary key,
  what       varchar(16)  not null,          -- FACTS, FILES, JOBS, PLANS, RECEIPTS
  before_at  datetime(6)  not null,          -- nothing of this moment or later is gone
  removed_at datetime(6)  not null,
  amount     bigint       not null,
  author     varchar(255) not null
) default charset=utf8mb4 collate=utf8mb4_bin;

-- When its facts were removed, and when the bytes of its file: in force nowhere, and long ago.
alter table submission add column facts_purged_at datetime(6);
alter table submission add column file_purged_at datetime(6);

-- Whether something else was in force when a year was first compared with, run by run.
create index run_end on run (ended_at);
