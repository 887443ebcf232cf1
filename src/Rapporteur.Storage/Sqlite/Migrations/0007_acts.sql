-- What a speaker does by his words. What was recorded before is an assertion until it is read again.

ALTER TABLE appearances ADD COLUMN act TEXT NOT NULL DEFAULT 'assert';
ALTER TABLE appearances ADD COLUMN negated INTEGER NOT NULL DEFAULT 0;
ALTER TABLE appearances ADD COLUMN modality TEXT NOT NULL DEFAULT 'plain';
ALTER TABLE statements ADD COLUMN act TEXT NOT NULL DEFAULT 'assert';   -- of the appearance shown
ALTER TABLE statements ADD COLUMN acts INTEGER NOT NULL DEFAULT 1;      -- sum of 2^act over current appearances
