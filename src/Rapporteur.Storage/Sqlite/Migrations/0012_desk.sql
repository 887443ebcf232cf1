-- What the desk needs: searches by both sides of a statement, facets, saved searches, and corrections of speaker and day.

CREATE INDEX appearances_of_addressee ON appearances (addressee, statement) WHERE current = 1;
CREATE INDEX appearances_of_principal ON appearances (on_behalf_of, statement) WHERE current = 1;
-- All that facets count of a statement's reports, so that counting does not page through their words.
CREATE INDEX appearances_sides ON appearances (statement, outlet, addressee, on_behalf_of) WHERE current = 1;
CREATE INDEX appearances_doubtful ON appearances (confidence, id) WHERE current = 1;

CREATE TABLE saved_searches (
    row     INTEGER PRIMARY KEY,
    id      TEXT NOT NULL UNIQUE,       -- of the folded name
    name    TEXT NOT NULL,
    asked   TEXT NOT NULL,              -- as in the address of the page: about=levy&speaker=tolland
    made_at TEXT NOT NULL
);

-- Grows with every change, so that what is drawn from the whole record is drawn anew only then.
CREATE TABLE record_state (
    one     INTEGER PRIMARY KEY CHECK (one = 1),
    changes INTEGER NOT NULL
);
INSERT INTO record_state (one, changes) VALUES (1, 0);

-- Judgements of more kinds. SQLite changes no CHECK, so the table is made again.
CREATE TABLE judgements_of_more_kinds (
    row         INTEGER PRIMARY KEY,
    kind        TEXT NOT NULL CHECK (kind IN ('join', 'split', 'not-a-quotation', 'same-actor', 'confirmed', 'speaker', 'said-on')),
    one         TEXT NOT NULL,  -- identity of a wording, of an appearance for those about one appearance, for same-actor a folded name
    other       TEXT,           -- the other wording or name; the speaker's name ('' for nobody named), the day ('' for unknown)
    asked       TEXT NOT NULL,  -- JSON: ["identities, names or days as given"]
    author      TEXT,
    made_at     TEXT NOT NULL,
    undone_at   TEXT
);
INSERT INTO judgements_of_more_kinds SELECT row, kind, one, other, asked, author, made_at, undone_at FROM judgements;
DROP TABLE judgements;
ALTER TABLE judgements_of_more_kinds RENAME TO judgements;
CREATE INDEX judgements_about ON judgements (one) WHERE undone_at IS NULL;

-- What the program found of an appearance whose speaker or day a person has corrected.
CREATE TABLE corrected_appearances (
    id      TEXT PRIMARY KEY,
    speaker TEXT,
    said_on TEXT
) WITHOUT ROWID;
