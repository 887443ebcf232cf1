-- On which weekday words were said where the article tells no day (0 is Sunday), and whether it looks back on an earlier month or year.
ALTER TABLE wording_facts ADD COLUMN weekday INTEGER;
ALTER TABLE wording_facts ADD COLUMN looks_back INTEGER NOT NULL DEFAULT 0;
-- The day of the article most about the same, for a wording of an article without a day.
ALTER TABLE wording_facts ADD COLUMN likely TEXT;
-- Which article without a day it stands in, a hash.
ALTER TABLE wording_facts ADD COLUMN origin TEXT;

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

-- Mentions of one kind whose participants have the same surnames: only they can be of one encounter. Null until the program, which alone knows it, has filled it in.
ALTER TABLE encounter_mentions ADD COLUMN kin TEXT;
CREATE INDEX encounter_mentions_of_kin ON encounter_mentions (kin);

-- Names by which participants of a surname were met. A second person of one surname divides what a bare surname meant.
CREATE TABLE encounter_names (
    surname TEXT NOT NULL,
    name    TEXT NOT NULL,
    kin     TEXT NOT NULL,
    PRIMARY KEY (surname, name, kin)
) WITHOUT ROWID;

-- Drawn from the mentions of current versions, kin by kin, whenever one of them comes or goes.
CREATE TABLE encounters (
    row          INTEGER PRIMARY KEY,
    id           TEXT NOT NULL,
    kin          TEXT NOT NULL,
    type         TEXT NOT NULL,
    participants TEXT NOT NULL,         -- JSON: ["Name"]
    date         TEXT,                  -- yyyy-MM-dd, yyyy-MM or yyyy
    location     TEXT,
    status       TEXT NOT NULL,
    ordinal      INTEGER,
    history      TEXT NOT NULL          -- JSON: [["yyyy-MM-dd" or null, status, number of reports]], oldest first
);
CREATE INDEX encounters_of_id ON encounters (id);
CREATE INDEX encounters_of_kin ON encounters (kin);

CREATE TABLE encounter_reports (
    encounter INTEGER NOT NULL REFERENCES encounters (row),
    position  INTEGER NOT NULL,         -- earliest first, from 0
    version   INTEGER NOT NULL,
    place     INTEGER NOT NULL,
    PRIMARY KEY (encounter, position)
) WITHOUT ROWID;
