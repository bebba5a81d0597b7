-- When events were written: the journal grows by time, so a few ranges of blocks tell where the last hour lies.

create index event_journal_written_idx on event_journal using brin (write_timestamp) with (pages_per_range = 32, autosummarize = on);
