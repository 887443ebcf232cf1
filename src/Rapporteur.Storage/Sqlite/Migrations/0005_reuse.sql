-- What articles that share text are found by, and the stories they belong to. Articles recorded before these tables are in neither.

-- Fingerprints of the text of every version.
CREATE TABLE fingerprints (
    fingerprint INTEGER NOT NULL,
    version     INTEGER NOT NULL REFERENCES article_versions (row),
    PRIMARY KEY (fingerprint, version)
) WITHOUT ROWID;

CREATE TABLE article_fingerprints (
    version INTEGER PRIMARY KEY REFERENCES article_versions (row),
    count   INTEGER NOT NULL,       -- of all its fingerprints
    own     BLOB NOT NULL           -- those outside quotation marks: 8 bytes each, little-endian, ascending
);

-- Everything but row and id is drawn from the articles and written again whenever they change.
CREATE TABLE stories (
    row       INTEGER PRIMARY KEY,
    id        TEXT NOT NULL UNIQUE,
    articles  INTEGER NOT NULL,     -- whose current version belongs to it; 0 when none is left
    outlets   INTEGER NOT NULL,
    first_day TEXT NOT NULL,
    day       TEXT NOT NULL,        -- of the latest article
    shown     INTEGER REFERENCES article_versions (row)     -- of the earliest article: its headline is shown
);
CREATE INDEX stories_newest ON stories (day DESC, id DESC) WHERE articles > 0;

-- The terms of every version, superseded ones included: so likeness and stories are the same for every order of arrival.
CREATE TABLE story_texts (
    version INTEGER PRIMARY KEY REFERENCES article_versions (row),
    terms   BLOB NOT NULL,          -- term and weight, 4 bytes each, little-endian, by term
    block_0 INTEGER NOT NULL,       -- smallest version among those that hang together through others; the higher the level, the more alike
    block_1 INTEGER NOT NULL,
    block_2 INTEGER NOT NULL,
    first   TEXT NOT NULL,          -- digest of the first version of its story, after which the story is named
    story   INTEGER NOT NULL REFERENCES stories (row)
);
CREATE INDEX story_texts_of_block_0 ON story_texts (block_0);
CREATE INDEX story_texts_of_block_1 ON story_texts (block_1);
CREATE INDEX story_texts_of_block_2 ON story_texts (block_2);
CREATE INDEX story_texts_of_story ON story_texts (story);

-- Where to look for articles about the same: one of the weightiest terms, and the day published ('' when unknown).
CREATE TABLE story_keys (
    term    INTEGER NOT NULL,
    day     TEXT NOT NULL,
    version INTEGER NOT NULL REFERENCES story_texts (version),
    PRIMARY KEY (term, day, version)
) WITHOUT ROWID;
