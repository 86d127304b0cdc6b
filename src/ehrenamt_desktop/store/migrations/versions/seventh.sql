CREATE TABLE grant_programme (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    name VARCHAR(160) NOT NULL,
    funder VARCHAR(160) NOT NULL,
    purpose VARCHAR(2000) NOT NULL,
    for_nonprofits BOOLEAN NOT NULL,
    for_groups BOOLEAN NOT NULL,
    for_public BOOLEAN NOT NULL,
    for_agencies BOOLEAN NOT NULL,
    limits VARCHAR(1000) NOT NULL,
    rural_only BOOLEAN NOT NULL,
    least_cents INTEGER,
    most_cents INTEGER,
    own_share FLOAT,
    rolling BOOLEAN NOT NULL,
    opens_on DATE,
    closes_on DATE,
    lead_days INTEGER NOT NULL,
    portal VARCHAR(300) NOT NULL,
    evidence VARCHAR(1000) NOT NULL,
    checked_on DATE,
    mark VARCHAR(32) NOT NULL,
    note VARCHAR(2000) NOT NULL,
    active BOOLEAN NOT NULL,
    CONSTRAINT uq_grant_programme_source UNIQUE (source, source_key)
);

CREATE TABLE grant_application (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    programme_id INTEGER NOT NULL,
    initiative_id INTEGER,
    title VARCHAR(160) NOT NULL,
    state VARCHAR(32) NOT NULL,
    applied_on DATE,
    applied_cents INTEGER,
    decided_on DATE,
    granted_cents INTEGER,
    evidence_due DATE,
    evidence_on DATE,
    note VARCHAR(2000) NOT NULL,
    CONSTRAINT uq_grant_application_source UNIQUE (source, source_key),
    FOREIGN KEY(programme_id) REFERENCES grant_programme (id),
    FOREIGN KEY(initiative_id) REFERENCES initiative (id)
);

CREATE INDEX ix_grant_application_programme_id ON grant_application (programme_id);

CREATE INDEX ix_grant_application_initiative_id ON grant_application (initiative_id);

ALTER TABLE follow_up ADD COLUMN programme_id INTEGER REFERENCES grant_programme (id);

ALTER TABLE follow_up ADD COLUMN application_id INTEGER REFERENCES grant_application (id);

CREATE INDEX ix_follow_up_programme_id ON follow_up (programme_id);

CREATE INDEX ix_follow_up_application_id ON follow_up (application_id);
