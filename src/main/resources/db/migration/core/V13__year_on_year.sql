-- What a year is compared with: breaks that a file declares, the digits it is written with, what was published then.

-- A sender's note that a year and the one before it cannot be compared.
create table series_break (
  id            bigint        not null auto_increment primary key,
  submission_id bigint        not null,
  period        int           not null,       -- this year and the one before it
  line          int           not null,       -- of the file, where the note stands
  note          varchar(1000) not null,
  constraint series_break_once unique (submission_id, period)
) default charset=utf8mb4 collate=utf8mb4_bin;

-- JSON: what the last digit written is worth, by field, period and stage, as a power of ten.
alter table submission add column last_digits mediumtext;

-- How far the figures may be off by rounding: half of the last digit, in the unit of the figure; 0 is exact.
alter table indicator_value add column above_half decimal(38,10) not null default 0;
alter table indicator_value add column below_half decimal(38,10) not null default 0;
alter table indicator_value add column prior_half decimal(38,10) not null default 0;
alter table indicator_value add column growth_half decimal(38,10) not null default 0;
-- The series_break between this year and the one before, and between this year and the next.
alter table indicator_value add column break_before bigint;
alter table indicator_value add column break_after bigint;

alter table verdict add column series_break bigint;           -- where that is the cause
alter table verdict add column areas varchar(255);            -- codes of the regions that passed into this one
-- The prior year as it was published when this year first was, where another is in force now.
alter table verdict add column then_published decimal(38,10);
alter table verdict add column then_submission bigint;
alter table verdict add column than_then_published decimal(38,10);
alter table verdict add column than_then_submission bigint;

-- What was in force in some region and year before.
create index publication_place on publication (region, period);
