-- What was computed, what the rules say of it, and which findings follow.
-- "live" is 1 while a row is in force and null after: no two rows of one key can be in force at once.

create table indicator_value (
  id                     bigint       not null auto_increment primary key,
  indicator              varchar(64)  not null,
  region                 varchar(32)  not null,
  period                 int          not null,
  stage                  varchar(32)  not null,   -- empty when it is not kept by stage
  basis                  varchar(64)  not null,   -- empty when the feed has none
  figure                 decimal(38,10),          -- the value, in the unit of the indicator
  numerator              decimal(38,10),
  denominator            decimal(38,10),
  restated_prior         decimal(38,10),
  stated_growth          decimal(38,10),          -- percent
  origin                 varchar(16)  not null,   -- REPORTED or AGGREGATED
  gap                    varchar(32),             -- why there is no value, or not the whole
  stages                 varchar(255) not null,   -- summed up, sorted; empty by stage
  covered                int          not null,   -- regions below that are in it whole
  expected               int          not null,   -- regions below in that year
  covered_regions        varchar(64)  not null,   -- fingerprint of their codes
  numerator_submission   bigint,
  denominator_submission bigint,
  stated_submission      bigint,
  recorded_at            datetime(6)  not null,
  superseded_at          datetime(6),
  live                   tinyint,
  constraint indicator_value_live unique (region, period, indicator, stage, basis, live)
) default charset=utf8mb4 collate=utf8mb4_bin;

create table verdict (
  id                bigint       not null auto_increment primary key,
  rule              varchar(64)  not null,
  indicator         varchar(64)  not null,
  region            varchar(32)  not null,
  period            int          not null,
  stage             varchar(32)  not null,
  basis             varchar(64)  not null,
  outcome           varchar(16)  not null,        -- HOLDS, BREACH, NOT_EVALUABLE
  cause             varchar(32),
  cause_indicator   varchar(64),
  classification    varchar(32),                  -- REAL, HIDDEN_BY_RESTATING, MADE_BY_RESTATING
  threshold         decimal(38,10),
  value_id          bigint,                       -- indicator_value of this year
  figure            decimal(38,10),
  published_id      bigint,                       -- indicator_value of the year before
  published         decimal(38,10),
  prior             decimal(38,10),               -- what was compared with
  growth            decimal(38,10),               -- percent
  source            varchar(16),                  -- RESTATED, PUBLISHED, STATED
  than_value_id     bigint,                       -- the same of the indicator compared with
  than_figure       decimal(38,10),
  than_published_id bigint,
  than_published    decimal(38,10),
  than_prior        decimal(38,10),
  than_growth       decimal(38,10),
  than_source       varchar(16),
  recorded_at       datetime(6)  not null,
  superseded_at     datetime(6),
  live              tinyint,
  constraint verdict_live unique (region, period, rule, stage, basis, live)
) default charset=utf8mb4 collate=utf8mb4_bin;

create table finding (
  id             bigint       not null auto_increment primary key,
  rule           varchar(64)  not null,
  region         varchar(32)  not null,
  period         int          not null,
  stage          varchar(32)  not null,
  basis          varchar(64)  not null,
  severity       varchar(16)  not null,
  state          varchar(16)  not null,           -- OPEN or CLOSED
  opened_at      datetime(6)  not null,           -- last
  opened_by      bigint,                          -- the submission
  closed_at      datetime(6),
  closed_by      bigint,
  closed_because varchar(16),                     -- HOLDS, NOT_EVALUABLE, NO_VERDICT
  verdict_id     bigint,                          -- in force; null when there is none any more
  constraint finding_key unique (region, period, rule, stage, basis)
) default charset=utf8mb4 collate=utf8mb4_bin;

-- The life of a finding, one row a turn.
create table finding_event (
  id            bigint       not null auto_increment primary key,
  finding_id    bigint       not null,
  event         varchar(16)  not null,            -- OPENED, CLOSED, REOPENED
  happened_at   datetime(6)  not null,
  submission_id bigint,
  because       varchar(16),
  verdict_id    bigint,
  index finding_event_finding (finding_id)
) default charset=utf8mb4 collate=utf8mb4_bin;

-- One county's slots among those of a whole country.
create index slot_place on slot (region, period, feed);
