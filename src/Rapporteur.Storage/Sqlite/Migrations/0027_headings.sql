-- Of a wording in an article without a day: whether it stands in a heading, and where the words that report it begin; 0 and null where the wording is older than that.
ALTER TABLE wording_facts ADD COLUMN in_heading INTEGER NOT NULL DEFAULT 0;
ALTER TABLE wording_facts ADD COLUMN cue INTEGER;
