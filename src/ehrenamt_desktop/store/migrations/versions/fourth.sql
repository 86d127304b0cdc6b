CREATE TABLE weight_set (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    name VARCHAR(120) NOT NULL,
    "on" DATE NOT NULL,
    ranking VARCHAR(1000) NOT NULL,
    balance FLOAT NOT NULL,
    CONSTRAINT uq_weight_set_source UNIQUE (source, source_key)
);

ALTER TABLE placement ADD COLUMN weight_set_id INTEGER REFERENCES weight_set (id);

ALTER TABLE placement ADD COLUMN match_score FLOAT;

ALTER TABLE placement ADD COLUMN match_rank INTEGER;

CREATE INDEX ix_placement_state ON placement (state, proposed_on);

CREATE INDEX ix_placement_weight_set_id ON placement (weight_set_id);

CREATE TABLE passed_contact (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    placement_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    initiative_id INTEGER NOT NULL,
    contact_id INTEGER,
    recipient VARCHAR(200) NOT NULL,
    address VARCHAR(200) NOT NULL,
    way VARCHAR(32) NOT NULL,
    parts VARCHAR(300) NOT NULL,
    "on" DATE NOT NULL,
    CONSTRAINT uq_passed_contact_source UNIQUE (source, source_key),
    FOREIGN KEY(placement_id) REFERENCES placement (id),
    FOREIGN KEY(person_id) REFERENCES person (id),
    FOREIGN KEY(initiative_id) REFERENCES initiative (id),
    FOREIGN KEY(contact_id) REFERENCES contact_person (id)
);

CREATE INDEX ix_passed_contact_placement_id ON passed_contact (placement_id);

CREATE INDEX ix_passed_contact_person_id ON passed_contact (person_id);

CREATE INDEX ix_passed_contact_initiative_id ON passed_contact (initiative_id);

CREATE INDEX ix_passed_contact_contact_id ON passed_contact (contact_id);

ALTER TABLE follow_up ADD COLUMN code VARCHAR(8) NOT NULL DEFAULT '';

ALTER TABLE follow_up ADD COLUMN initiative_result VARCHAR(32);

ALTER TABLE follow_up ADD COLUMN initiative_satisfaction INTEGER;

CREATE INDEX ix_follow_up_code ON follow_up (code) WHERE code <> '';

CREATE TABLE hour_entry (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    placement_id INTEGER NOT NULL,
    month DATE NOT NULL,
    hours FLOAT NOT NULL,
    note VARCHAR(300) NOT NULL,
    CONSTRAINT uq_hour_entry_month UNIQUE (placement_id, month),
    CONSTRAINT uq_hour_entry_source UNIQUE (source, source_key),
    FOREIGN KEY(placement_id) REFERENCES placement (id)
);

CREATE INDEX ix_credential_valid_until ON credential (valid_until) WHERE valid_until IS NOT NULL;
