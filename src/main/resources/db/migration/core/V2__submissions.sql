-- Files, what became of them, and which of them is in force where.
-- One text for H2 (in MySQL mode), MySQL and MariaDB. Times are UTC.

create table lease (
  name       varchar(32)  not null primary key,
  token      bigint       not null,          -- grows with every holder: the fence
  holder     varchar(255),                   -- host, process and its start; null when free
  expires_at datetime(6)  not null           -- by the clock of the database
) default charset=utf8mb4 collate=utf8mb4_bin;

create table run (
  id              bigint       not null auto_increment primary key,
  job             varchar(32)  not null,
  started_at      datetime(6)  not null,
  ended_at        datetime(6),
  outcome         varchar(16),               -- DONE, FAILED, ABANDONED
  catalog_version char(64)     not null,
  judged          tinyint      not null default 0,  -- 1: indicators and findings are by its catalogue
  computed        int          not null default 0,  -- indicator values looked at
  changed         int          not null default 0,  -- and those that changed
  opened          int          not null default 0,  -- findings
  closed          int          not null default 0
) default charset=utf8mb4 collate=utf8mb4_bin;

create table submission (
  id              bigint        not null auto_increment primary key,
  sha256          char(64)      not null,
  sender          varchar(32)   not null,    -- code of the sending region, empty when unknown
  file_name       varchar(255)  not null,
  size_bytes      bigint        not null,
  state           varchar(16)   not null,
  received_at     datetime(6)   not null,
  decided_at      datetime(6),
  run_id          bigint        not null,    -- of the last attempt
  attempt         int           not null,
  catalog_version char(64)      not null,
  hint_feed       varchar(64),
  hint_period     int,
  feed            varchar(64),
  layout          varchar(64),
  charset_name    varchar(32),
  delimiter_char  char(1),
  header_line     int,
  header_cells    mediumtext,                 -- JSON: the header as it is written
  column_map      mediumtext,                -- JSON: item, field, index, header, scale
  rows_read       int           not null default 0,
  rows_accepted   int           not null default 0,
  rows_rejected   int           not null default 0,
  rows_ignored    int           not null default 0,
  facts           int           not null default 0,
  accepted_reason varchar(2000),             -- why an officer let a held file through
  accepted_by   varchar(255),                -- and who that was
  constraint submission_bytes unique (sha256)
) default charset=utf8mb4 collate=utf8mb4_bin;

create table submission_reason (
  submission_id bigint       not null,
  seq           int          not null,
  code          varchar(64)  not null,
  args          text         not null,       -- JSON array of strings
  primary key (submission_id, seq)
) default charset=utf8mb4 collate=utf8mb4_bin;

create table rejected_row (
  submission_id bigint      not null,
  line          int         not null,
  raw           mediumtext  not null,
  primary key (submission_id, line)
) default charset=utf8mb4 collate=utf8mb4_bin;

create table row_issue (
  submission_id bigint        not null,
  line          int           not null,
  seq           int           not null,
  severity      varchar(8)    not null,      -- REJECT or NOTE
  column_no     int           not null,      -- from 1; 0 is the row
  header        varchar(255)  not null,
  cell          varchar(255)  not null,
  code          varchar(64)   not null,
  args          text          not null,
  primary key (submission_id, line, seq)
) default charset=utf8mb4 collate=utf8mb4_bin;

create table publication (
  id            bigint       not null auto_increment primary key,
  feed          varchar(64)  not null,
  part          varchar(64)  not null,
  region        varchar(32)  not null,
  period        int          not null,
  submission_id bigint       not null,
  facts         int          not null,
  recorded_at   datetime(6)  not null,
  superseded_at datetime(6),
  superseded_by bigint,                      -- the submission
  index publication_slot (feed, part, region, period),
  index publication_submission (submission_id)
) default charset=utf8mb4 collate=utf8mb4_bin;

-- The publication in force, one a slot: the key is what makes "two in force" impossible.
create table slot (
  feed           varchar(64)  not null,
  part           varchar(64)  not null,
  region         varchar(32)  not null,
  period         int          not null,
  submission_id  bigint       not null,
  facts          int          not null,
  primary key (feed, part, region, period),
  index slot_submission (submission_id)
) default charset=utf8mb4 collate=utf8mb4_bin;

-- What was published and not yet judged. Written with the publication, removed with the verdicts.
create table stale_slot (
  feed          varchar(64)  not null,
  region        varchar(32)  not null,
  period        int          not null,
  submission_id bigint       not null,
  primary key (feed, region, period)
) default charset=utf8mb4 collate=utf8mb4_bin;

-- The files of a run, frozen before the first is read.
create table planned_file (
  run_id        bigint        not null,
  seq           int           not null,
  path          text          not null,
  submission_id bigint,                      -- null when the file could not be taken in
  outcome       varchar(16)   not null,      -- NEW, AGAIN, KNOWN, LEFT
  code          varchar(64),
  args          text,
  primary key (run_id, seq)
) default charset=utf8mb4 collate=utf8mb4_bin;

insert into lease (name, token, holder, expires_at) values ('run', 0, null, current_timestamp(6));
