-- "told reporters" is kept apart from the press conferences that are called one.
ALTER TABLE encounter_mentions ADD COLUMN told INTEGER NOT NULL DEFAULT 0;
