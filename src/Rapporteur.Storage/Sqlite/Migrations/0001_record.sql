-- The record: outlets, articles with versions, actors, statements and their appearances.
--
-- Every table has a small number (row) for joins inside the database and, where others refer to it, an identity (id) that is
-- derived from what it identifies. Rows are given in order of arrival and never leave the store; nothing that is shown depends on them.
-- A day is 'yyyy-MM-dd' and '' when unknown, so that unknown days come last when the newest come first.
-- An instant counts ticks of 100 ns in UTC since the year 1.

CREATE TABLE outlets (
    row  INTEGER PRIMARY KEY,
    id   TEXT NOT NULL UNIQUE,
    key  TEXT NOT NULL,             -- folded name
    name TEXT NOT NULL              -- its most frequent spelling
);

-- How often each spelling of a name was met, in all versions of all articles.
CREATE TABLE outlet_names (
    outlet INTEGER NOT NULL REFERENCES outlets (row),
    name   TEXT NOT NULL,
    uses   INTEGER NOT NULL,
    PRIMARY KEY (outlet, name)
) WITHOUT ROWID;

CREATE TABLE actors (
    row  INTEGER PRIMARY KEY,
    id   TEXT NOT NULL UNIQUE,
    key  TEXT NOT NULL,
    name TEXT NOT NULL
);

CREATE TABLE actor_names (
    actor INTEGER NOT NULL REFERENCES actors (row),
    name  TEXT NOT NULL,
    uses  INTEGER NOT NULL,
    PRIMARY KEY (actor, name)
) WITHOUT ROWID;

CREATE TABLE articles (
    row         INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    url         TEXT,
    location    TEXT NOT NULL,      -- the ordinal smallest of those seen
    versions    INTEGER NOT NULL,
    -- What follows repeats the current version, for lists and filters.
    current     INTEGER REFERENCES article_versions (row),
    outlet      INTEGER REFERENCES outlets (row),
    day         TEXT NOT NULL,
    instant     INTEGER NOT NULL,   -- 0 when unknown
    appearances INTEGER NOT NULL
);
CREATE INDEX articles_newest ON articles (instant DESC, id DESC);
CREATE INDEX articles_of_outlet ON articles (outlet, instant DESC, id DESC, day, appearances);

CREATE TABLE article_versions (
    row         INTEGER PRIMARY KEY,    -- order of arrival
    article     INTEGER NOT NULL REFERENCES articles (row),
    number      INTEGER NOT NULL,       -- from 1, by ordered, then by arrival
    digest      TEXT NOT NULL UNIQUE,   -- of the text and every fact but the location
    identity    TEXT NOT NULL,          -- of the article, had this version come first
    read_at     TEXT NOT NULL,
    ordered     INTEGER NOT NULL,       -- instant of modified, else published, else 0
    outlet      INTEGER REFERENCES outlets (row),
    outlet_name TEXT,
    title       TEXT,
    byline      TEXT,
    published   TEXT,
    modified    TEXT,
    day         TEXT NOT NULL,          -- of published
    instant     INTEGER,                -- of published
    language    TEXT,
    analysed    INTEGER NOT NULL,
    credits     TEXT NOT NULL,          -- JSON: ["Agency"]
    captions    TEXT NOT NULL,          -- JSON: ["Caption"]
    blocks      TEXT NOT NULL,          -- JSON: [[kind,start,end]], UTF-16
    text        TEXT NOT NULL           -- last, so that reading the facts does not page through it
);
CREATE INDEX article_versions_of_article ON article_versions (article, number);
CREATE INDEX article_versions_by_identity ON article_versions (identity);

-- Where an article was read, in order of arrival.
CREATE TABLE article_locations (
    row      INTEGER PRIMARY KEY,
    location TEXT NOT NULL,
    article  INTEGER NOT NULL REFERENCES articles (row),
    UNIQUE (location, article)
);

-- Whose work the current version of an article says it contains.
CREATE TABLE article_credits (
    article INTEGER NOT NULL REFERENCES articles (row),
    outlet  INTEGER NOT NULL REFERENCES outlets (row),
    PRIMARY KEY (article, outlet)
) WITHOUT ROWID;

-- Everything but row and id is drawn from the appearances and written again whenever they change.
CREATE TABLE statements (
    row           INTEGER PRIMARY KEY,
    id            TEXT NOT NULL UNIQUE,
    actor         INTEGER REFERENCES actors (row),
    form          TEXT NOT NULL,        -- of the appearance shown
    said_on       TEXT,
    day           TEXT NOT NULL,        -- said, else first reported
    instant       INTEGER NOT NULL,     -- of the first report, 0 when unknown
    first_version INTEGER REFERENCES article_versions (row),
    appearances   INTEGER NOT NULL,     -- in current versions; 0 when all of them were withdrawn
    outlets       INTEGER NOT NULL,
    forms         INTEGER NOT NULL,     -- sum of 1 (direct), 2 (indirect), 4 (mixed) over current appearances
    content       TEXT NOT NULL         -- of the appearance shown
);
CREATE INDEX statements_newest ON statements (day DESC, instant DESC, id DESC, forms) WHERE appearances > 0;
CREATE INDEX statements_of_actor ON statements (actor, day DESC, instant DESC, id DESC, forms) WHERE appearances > 0;

-- The row of an appearance is its statement's row × 2^20 plus a number: appearances of one statement lie side by side, and a hit
-- of the full-text index tells its statement without a look into this table.
CREATE TABLE appearances (
    row          INTEGER PRIMARY KEY,
    id           TEXT NOT NULL UNIQUE,
    statement    INTEGER NOT NULL REFERENCES statements (row),
    article      INTEGER NOT NULL REFERENCES articles (row),
    version      INTEGER NOT NULL REFERENCES article_versions (row),
    place        INTEGER NOT NULL,      -- its number in the text's order, from 0
    current      INTEGER NOT NULL,      -- 1 when its version is the current one
    outlet       INTEGER REFERENCES outlets (row),
    actor        INTEGER REFERENCES actors (row),
    form         TEXT NOT NULL CHECK (form IN ('direct', 'indirect', 'mixed')),
    said_on      TEXT,
    speaker      TEXT,                  -- as this article names him
    addressee    TEXT,
    on_behalf_of TEXT,
    via          TEXT,
    confidence   REAL NOT NULL,
    found_by     TEXT NOT NULL,
    spans        TEXT NOT NULL,         -- JSON: [source, cue, content], each [[start,end]], UTF-16
    code_points  TEXT,                  -- the same in code points; null when they are equal
    source       TEXT NOT NULL,
    cue          TEXT NOT NULL,
    content      TEXT NOT NULL
);
CREATE INDEX appearances_of_statement ON appearances (statement);
CREATE INDEX appearances_of_version ON appearances (version, place);
CREATE INDEX appearances_of_actor ON appearances (actor, article) WHERE current = 1;
CREATE INDEX appearances_of_outlet ON appearances (outlet, statement) WHERE current = 1;

-- Full text of current versions. The words are kept in the tables above; these hold the index only.
CREATE VIRTUAL TABLE article_words USING fts5 (
    title, text, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE wordings USING fts5 (
    content, content = '', contentless_delete = 1, detail = full, tokenize = "unicode61 remove_diacritics 2");

CREATE TABLE fetch_states (
    url           TEXT PRIMARY KEY,
    etag          TEXT,
    last_modified TEXT,
    not_before    TEXT
) WITHOUT ROWID;
