ALTER TABLE person ADD COLUMN trashed_at DATETIME;

ALTER TABLE initiative ADD COLUMN trashed_at DATETIME;

ALTER TABLE offer ADD COLUMN trashed_at DATETIME;

CREATE TABLE saved_view (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    noun VARCHAR(40) NOT NULL,
    name VARCHAR(80) NOT NULL,
    content VARCHAR(10000) NOT NULL,
    CONSTRAINT uq_saved_view_name UNIQUE (noun, name),
    CONSTRAINT uq_saved_view_source UNIQUE (source, source_key)
);

CREATE TABLE person_line (
    id INTEGER PRIMARY KEY,
    extent INTEGER NOT NULL,
    name VARCHAR(200) NOT NULL,
    place VARCHAR(200) NOT NULL,
    municipality VARCHAR(80) NOT NULL,
    place_id INTEGER NOT NULL,
    stage INTEGER NOT NULL,
    last_contact INTEGER NOT NULL,
    created INTEGER NOT NULL,
    phone VARCHAR(40) NOT NULL,
    email VARCHAR(120) NOT NULL
);

CREATE INDEX ix_person_line_name ON person_line (extent, name, id, stage, place_id);

CREATE INDEX ix_person_line_number ON person_line (extent, id, stage, place_id);

CREATE INDEX ix_person_line_place ON person_line (extent, place, name, id, stage, place_id);

CREATE INDEX ix_person_line_municipality ON person_line (extent, municipality, name, id, stage, place_id);

CREATE INDEX ix_person_line_stage ON person_line (extent, stage, name, id, place_id);

CREATE INDEX ix_person_line_last_contact ON person_line (extent, last_contact, name, id, stage, place_id);

CREATE INDEX ix_person_line_created ON person_line (extent, created, id, stage, place_id);

CREATE INDEX ix_person_line_phone ON person_line (extent, phone, id, stage, place_id);

CREATE INDEX ix_person_line_email ON person_line (extent, email, id, stage, place_id);

DROP INDEX ix_person_sort;

DROP INDEX ix_person_term_term_id;

CREATE INDEX ix_person_term_term_id ON person_term (term_id, relation, person_id);

DROP TABLE person_search;

DROP TABLE initiative_search;

DROP TABLE offer_search;

CREATE VIRTUAL TABLE person_search USING fts5(words, content='', contentless_delete=1, prefix='1 2 3 4 5', detail=none, tokenize='ascii');

CREATE VIRTUAL TABLE initiative_search USING fts5(words, content='', contentless_delete=1, prefix='1 2 3 4 5', detail=none, tokenize='ascii');

CREATE VIRTUAL TABLE offer_search USING fts5(words, content='', contentless_delete=1, prefix='1 2 3 4 5', detail=none, tokenize='ascii');
