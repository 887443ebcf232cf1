-- Places in articles that name an encounter. Which of them speak of the same one is drawn from all of them when asked.
CREATE TABLE encounter_mentions (
    version      INTEGER NOT NULL REFERENCES article_versions (row),
    place        INTEGER NOT NULL,      -- its number in the text's order, from 0
    type         TEXT NOT NULL,
    participants TEXT NOT NULL,         -- JSON: ["Name"]
    date         TEXT,                  -- yyyy-MM-dd, yyyy-MM or yyyy
    location     TEXT,
    status       TEXT NOT NULL,
    ordinal      INTEGER,
    spans        TEXT NOT NULL,         -- JSON: [[word],[sentence]], UTF-16
    sentence     TEXT NOT NULL,
    PRIMARY KEY (version, place)
) WITHOUT ROWID;
