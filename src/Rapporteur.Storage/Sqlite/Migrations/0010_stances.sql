-- The stances that the words of an appearance take. Issues and positions are drawn from all of them when asked.
CREATE TABLE stance_marks (
    version INTEGER NOT NULL REFERENCES article_versions (row),
    place   INTEGER NOT NULL,      -- of the appearance
    marks   TEXT NOT NULL,         -- JSON: [{stance, target, words, strength, condition, side}], in text order
    PRIMARY KEY (version, place)
) WITHOUT ROWID;
