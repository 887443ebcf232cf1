-- Terms that articles hold at arm's length, with who uses them: "what Norland calls a 'rescue'".
CREATE TABLE contested_terms (
    version  INTEGER NOT NULL REFERENCES article_versions (row),
    place    INTEGER NOT NULL,          -- its number in the text's order, from 0
    term     TEXT NOT NULL,             -- as written
    user     TEXT,                      -- the actor who uses it
    source   TEXT,                      -- who uses it, as written
    spans    TEXT NOT NULL,             -- JSON: [[term],[cue],[source]], UTF-16; the last list is empty when the text does not say
    points   TEXT NOT NULL,             -- JSON: [[term]], code points
    passage  TEXT NOT NULL,             -- the line of the text around it
    PRIMARY KEY (version, place)
) WITHOUT ROWID;
