-- What people call an actor and where they put a statement; what could not be read; which statements a change touched.

-- Judgements of more kinds. SQLite changes no CHECK, so the table is made again.
CREATE TABLE judgements_of_more_kinds (
    row         INTEGER PRIMARY KEY,
    kind        TEXT NOT NULL CHECK (kind IN ('join', 'split', 'not-a-quotation', 'same-actor', 'confirmed', 'speaker', 'said-on', 'rename', 'issue')),
    one         TEXT NOT NULL,  -- identity of a wording, of an appearance for those about one appearance, for same-actor and rename a folded name
    other       TEXT,           -- the other wording or name; the speaker's name ('' for nobody named), the day ('' for unknown), the name shown, the issue's name ('' for none)
    asked       TEXT NOT NULL,  -- JSON: ["identities, names or days as given"]
    author      TEXT,
    made_at     TEXT NOT NULL,
    undone_at   TEXT
);
INSERT INTO judgements_of_more_kinds SELECT row, kind, one, other, asked, author, made_at, undone_at FROM judgements;
DROP TABLE judgements;
ALTER TABLE judgements_of_more_kinds RENAME TO judgements;
CREATE INDEX judgements_about ON judgements (one) WHERE undone_at IS NULL;

-- Key of the name that people gave an actor, NULL for all others: who looks for that name finds the actor.
ALTER TABLE actors ADD COLUMN renamed TEXT;
CREATE INDEX actors_renamed ON actors (renamed) WHERE renamed IS NOT NULL;

-- What was asked for and is not in the record, with the reason of the last try.
CREATE TABLE unread (
    location TEXT PRIMARY KEY,
    reason   TEXT NOT NULL,
    failed   INTEGER NOT NULL,  -- 1 when it could not be done, 0 when it was passed over
    tried_at TEXT NOT NULL
) WITHOUT ROWID;

-- The number of record_state.changes with which a statement was last drawn: what was changed since is looked up without the rest.
ALTER TABLE statements ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
CREATE INDEX statements_changed ON statements (changed);

-- The same of an encounter.
ALTER TABLE encounters ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
