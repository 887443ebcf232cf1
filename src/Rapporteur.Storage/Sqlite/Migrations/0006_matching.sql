-- Wordings are judged by their words, not by stems: the words are kept, and for whom the actor speaks.
ALTER TABLE wording_facts ADD COLUMN speaks_for TEXT;               -- folded name, or null
ALTER TABLE wording_facts ADD COLUMN content TEXT NOT NULL DEFAULT '';
ALTER TABLE wording_facts ADD COLUMN context TEXT NOT NULL DEFAULT ''; -- sentences around words that say little by themselves
UPDATE wording_facts SET content = ifnull((SELECT a.content FROM appearances a WHERE a.wording = wording_facts.row LIMIT 1), '');
ALTER TABLE wording_facts DROP COLUMN words;
ALTER TABLE wording_facts DROP COLUMN negated;
ALTER TABLE wording_facts DROP COLUMN numbers;

-- Where to look for wordings that may be the same statement. Filled by the program, which alone knows the keys.
DROP TABLE wording_words;
CREATE TABLE wording_keys (
    key     INTEGER NOT NULL,   -- hash of actor and stem
    day     INTEGER NOT NULL,   -- twice the number of the day said; twice that of the day published and 1 when it is not known; -1 without any day
    wording INTEGER NOT NULL REFERENCES wording_facts (row),
    PRIMARY KEY (key, day, wording)
) WITHOUT ROWID;

-- What people decided. Rows are never taken out: who takes a judgement back dates it.
CREATE TABLE judgements (
    row         INTEGER PRIMARY KEY,
    kind        TEXT NOT NULL CHECK (kind IN ('join', 'split', 'not-a-quotation', 'same-actor')),
    one         TEXT NOT NULL,  -- identity of a wording, for not-a-quotation of an appearance, for same-actor a folded name
    other       TEXT,
    asked       TEXT NOT NULL,  -- JSON: ["identities or names as given"]
    author      TEXT,
    made_at     TEXT NOT NULL,
    undone_at   TEXT
);
