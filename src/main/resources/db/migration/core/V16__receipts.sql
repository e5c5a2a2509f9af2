-- What a run touched and what a file brought about is found without reading the whole history.

create index submission_run on submission (run_id);
create index submission_event_time on submission_event (happened_at);
create index finding_event_submission on finding_event (submission_id);
