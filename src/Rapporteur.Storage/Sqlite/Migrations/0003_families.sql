-- Statements of several wordings. A wording is what one actor is reported to have said, word for word, with its days.

CREATE TABLE wording_facts (
    row       INTEGER PRIMARY KEY,
    id        TEXT NOT NULL UNIQUE,
    actor     TEXT NOT NULL,            -- folded name of the one whose words they are
    said_on   TEXT,
    published TEXT,
    words     TEXT NOT NULL,            -- JSON: {"stem":weight}
    negated   INTEGER NOT NULL,
    numbers   TEXT NOT NULL,            -- JSON: ["12"]
    component INTEGER NOT NULL,         -- smallest row among the wordings that are alike through others
    statement INTEGER NOT NULL REFERENCES statements (row)
);
CREATE INDEX wording_facts_of_component ON wording_facts (component);

-- Where to look for wordings that may be the same statement: actor, stem, day said or else published ('' when unknown).
CREATE TABLE wording_words (
    actor   TEXT NOT NULL,
    word    TEXT NOT NULL,
    day     TEXT NOT NULL,
    wording INTEGER NOT NULL REFERENCES wording_facts (row),
    PRIMARY KEY (actor, word, day, wording)
) WITHOUT ROWID;

-- Null for appearances recorded before this table was, and for those that are not matched.
ALTER TABLE appearances ADD COLUMN wording INTEGER REFERENCES wording_facts (row);
CREATE INDEX appearances_of_wording ON appearances (wording) WHERE wording IS NOT NULL;
