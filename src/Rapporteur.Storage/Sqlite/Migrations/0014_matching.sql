-- On which weekday words were said where the article tells no day (0 is Sunday), and whether it looks back on an earlier month or year.
ALTER TABLE wording_facts ADD COLUMN weekday INTEGER;
ALTER TABLE wording_facts ADD COLUMN looks_back INTEGER NOT NULL DEFAULT 0;
-- The day of the article most about the same, for a wording of an article without a day.
ALTER TABLE wording_facts ADD COLUMN likely TEXT;

-- component is the first level of blocks; on the others wordings hang together that are more alike. A block too large to be put into statements as a whole is by its parts.
ALTER TABLE wording_facts ADD COLUMN block_1 INTEGER NOT NULL DEFAULT 0;
ALTER TABLE wording_facts ADD COLUMN block_2 INTEGER NOT NULL DEFAULT 0;
UPDATE wording_facts SET block_1 = component, block_2 = component;
CREATE INDEX wording_facts_of_block_1 ON wording_facts (block_1);
CREATE INDEX wording_facts_of_block_2 ON wording_facts (block_2);

-- The likely day of versions without one.
CREATE TABLE likely_days (
    version  INTEGER PRIMARY KEY REFERENCES article_versions (row),
    day      TEXT NOT NULL,
    told_by  TEXT NOT NULL,     -- digest of the version that tells it
    likeness REAL NOT NULL
);
