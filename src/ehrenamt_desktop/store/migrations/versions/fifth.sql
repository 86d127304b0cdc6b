CREATE TABLE letter_text (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    name VARCHAR(40) NOT NULL,
    title VARCHAR(120) NOT NULL,
    purpose VARCHAR(32) NOT NULL,
    subject VARCHAR(200) NOT NULL,
    closing VARCHAR(200) NOT NULL,
    body VARCHAR(20000) NOT NULL,
    "on" DATE NOT NULL,
    CONSTRAINT uq_letter_text_source UNIQUE (source, source_key)
);

CREATE INDEX ix_letter_text_name ON letter_text (name, id);

CREATE TABLE letterhead (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    logo VARCHAR(400000) NOT NULL,
    accent VARCHAR(7) NOT NULL,
    lines VARCHAR(1000) NOT NULL,
    foot VARCHAR(1000) NOT NULL,
    controller VARCHAR(2000) NOT NULL,
    CONSTRAINT uq_letterhead_source UNIQUE (source, source_key)
);

CREATE TABLE board (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    name VARCHAR(120) NOT NULL,
    place_id INTEGER,
    note VARCHAR(500) NOT NULL,
    large BOOLEAN NOT NULL,
    active BOOLEAN NOT NULL,
    CONSTRAINT uq_board_source UNIQUE (source, source_key),
    FOREIGN KEY(place_id) REFERENCES place (id)
);

CREATE INDEX ix_board_place_id ON board (place_id);

CREATE TABLE cost (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    "on" DATE NOT NULL,
    kind VARCHAR(32) NOT NULL,
    cents INTEGER NOT NULL,
    municipality VARCHAR(80) NOT NULL,
    note VARCHAR(300) NOT NULL,
    CONSTRAINT uq_cost_source UNIQUE (source, source_key)
);

CREATE INDEX ix_cost_on ON cost ("on");

CREATE TABLE target (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    year INTEGER NOT NULL,
    figure VARCHAR(40) NOT NULL,
    municipality VARCHAR(80) NOT NULL,
    value FLOAT NOT NULL,
    CONSTRAINT uq_target_source UNIQUE (source, source_key),
    CONSTRAINT uq_target_figure UNIQUE (year, figure, municipality)
);

CREATE TABLE edition (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    number INTEGER NOT NULL,
    kind VARCHAR(32) NOT NULL,
    title VARCHAR(200) NOT NULL,
    start_on DATE NOT NULL,
    end_on DATE NOT NULL,
    "on" DATE NOT NULL,
    hash VARCHAR(64) NOT NULL,
    definitions VARCHAR(200000) NOT NULL,
    figures VARCHAR(1000000) NOT NULL,
    words VARCHAR(20000) NOT NULL,
    CONSTRAINT uq_edition_source UNIQUE (source, source_key),
    UNIQUE (number)
);

CREATE TABLE edition_case (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    edition_id INTEGER NOT NULL,
    figure VARCHAR(40) NOT NULL,
    kind VARCHAR(32) NOT NULL,
    record INTEGER NOT NULL,
    municipality VARCHAR(80) NOT NULL,
    age_group VARCHAR(16) NOT NULL,
    area VARCHAR(80) NOT NULL,
    quarter VARCHAR(7) NOT NULL,
    CONSTRAINT uq_edition_case_source UNIQUE (source, source_key),
    FOREIGN KEY(edition_id) REFERENCES edition (id)
);

CREATE INDEX ix_edition_case_figure ON edition_case (edition_id, figure);

ALTER TABLE posting ADD COLUMN board_id INTEGER REFERENCES board (id);

ALTER TABLE posting ADD COLUMN initiative_id INTEGER REFERENCES initiative (id);

ALTER TABLE posting ADD COLUMN letter_text_id INTEGER REFERENCES letter_text (id);

ALTER TABLE posting ADD COLUMN words VARCHAR(20000) NOT NULL DEFAULT '';

ALTER TABLE posting ADD COLUMN part VARCHAR(120) NOT NULL DEFAULT '';

ALTER TABLE posting ADD COLUMN purpose VARCHAR(300) NOT NULL DEFAULT '';

ALTER TABLE posting ADD COLUMN delete_on DATE;

ALTER TABLE posting ADD COLUMN deleted_on DATE;

CREATE INDEX ix_posting_board_id ON posting (board_id);

CREATE INDEX ix_posting_initiative_id ON posting (initiative_id);

CREATE INDEX ix_posting_letter_text_id ON posting (letter_text_id);

ALTER TABLE interaction ADD COLUMN posting_id INTEGER REFERENCES posting (id);

CREATE INDEX ix_interaction_posting_id ON interaction (posting_id);
