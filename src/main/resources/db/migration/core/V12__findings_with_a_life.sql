-- What persons say of findings, and the state of a finding after each turn it took.

-- Never changed but for when and why it no longer counts. One that is not ended and whose fingerprint is
-- that of the figures in force counts: the newest of several.
create table finding_statement (
  id            bigint        not null auto_increment primary key,
  finding_id    bigint        not null,
  state         varchar(16)   not null,           -- EXPLAINED (a waiver), RECTIFYING, VERIFIED, CLOSED
  fingerprint   char(64),                         -- of the figures it is about; null when it is about any
  reason_code   varchar(64),                      -- of a waiver, by jobs/waivers.yaml
  said          varchar(2000) not null,
  until_date    date,                             -- the last day of a waiver, or the deadline
  author        varchar(255)  not null,
  made_at       datetime(6)   not null,
  ended_at      datetime(6),
  ended_because varchar(16),                      -- TIME, PERSON, REPLACED
  index finding_statement_finding (finding_id)
) default charset=utf8mb4 collate=utf8mb4_bin;

alter table finding add column statement_id bigint;                  -- what makes its state, null when the data do
create index finding_statement_in_force on finding (statement_id);

alter table finding_event add column state varchar(16) not null default 'OPEN';   -- after it
update finding_event set state = 'CLOSED' where event = 'CLOSED';
alter table finding_event add column author varchar(255);            -- null when the data did it
alter table finding_event add column said varchar(2000);
alter table finding_event add column reason_code varchar(64);
alter table finding_event add column until_date date;

alter table run add column reopened int not null default 0;          -- of those opened, closed before
alter table run add column lapsed int not null default 0;            -- statements whose figures changed or whose time ran out
