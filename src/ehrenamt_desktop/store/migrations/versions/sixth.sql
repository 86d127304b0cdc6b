ALTER TABLE person ADD COLUMN restricted_on DATE;

ALTER TABLE person ADD COLUMN restriction VARCHAR(300) NOT NULL DEFAULT '';

ALTER TABLE person ADD COLUMN notice_on DATE;

ALTER TABLE person ADD COLUMN notice_version VARCHAR(40) NOT NULL DEFAULT '';

ALTER TABLE person ADD COLUMN first_engagement BOOLEAN;

ALTER TABLE contact_person ADD COLUMN notice_on DATE;

ALTER TABLE contact_person ADD COLUMN notice_version VARCHAR(40) NOT NULL DEFAULT '';

CREATE TABLE erasure (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    kind VARCHAR(32) NOT NULL,
    record_id INTEGER NOT NULL,
    reason VARCHAR(32) NOT NULL,
    rule VARCHAR(120) NOT NULL,
    requested_on DATE,
    proposed_on DATE,
    offered_on DATE,
    answer VARCHAR(32),
    answered_on DATE,
    file_number VARCHAR(80) NOT NULL,
    released_on DATE,
    done_on DATE,
    note VARCHAR(1000) NOT NULL,
    CONSTRAINT uq_erasure_source UNIQUE (source, source_key),
    CONSTRAINT uq_erasure_record UNIQUE (kind, record_id)
);

CREATE TABLE past_case (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    kind VARCHAR(32) NOT NULL,
    quarter VARCHAR(7) NOT NULL,
    until_quarter VARCHAR(7) NOT NULL,
    age_group VARCHAR(16) NOT NULL,
    municipality VARCHAR(80) NOT NULL,
    area_id INTEGER,
    mark VARCHAR(80) NOT NULL,
    amount FLOAT NOT NULL,
    first BOOLEAN NOT NULL,
    CONSTRAINT uq_past_case_source UNIQUE (source, source_key),
    FOREIGN KEY(area_id) REFERENCES term (id)
);

CREATE INDEX ix_past_case_kind ON past_case (kind, quarter);
