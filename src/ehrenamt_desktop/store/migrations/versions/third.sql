ALTER TABLE person ADD COLUMN guardian2_name VARCHAR(120) NOT NULL DEFAULT '';

ALTER TABLE person ADD COLUMN guardian2_phone VARCHAR(40) NOT NULL DEFAULT '';

ALTER TABLE person ADD COLUMN access_needs VARCHAR(1000) NOT NULL DEFAULT '';

ALTER TABLE person ADD COLUMN outcome VARCHAR(300) NOT NULL DEFAULT '';

ALTER TABLE person ADD COLUMN wanted_places VARCHAR(300) NOT NULL DEFAULT '';

CREATE TABLE household (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    name VARCHAR(160) NOT NULL,
    CONSTRAINT uq_household_source UNIQUE (source, source_key)
);

ALTER TABLE person ADD COLUMN household_id INTEGER REFERENCES household (id);

CREATE INDEX ix_person_household_id ON person (household_id);

ALTER TABLE credential ADD COLUMN verified_by VARCHAR(120) NOT NULL DEFAULT '';

ALTER TABLE initiative ADD COLUMN legal_form VARCHAR(80) NOT NULL DEFAULT '';

ALTER TABLE offer ADD COLUMN training VARCHAR(300) NOT NULL DEFAULT '';

ALTER TABLE offer ADD COLUMN needs_measles BOOLEAN NOT NULL DEFAULT 0;

ALTER TABLE offer ADD COLUMN publish_contact BOOLEAN NOT NULL DEFAULT 0;

ALTER TABLE offer ADD COLUMN paused_until DATE;

ALTER TABLE offer ADD COLUMN series_id INTEGER;

ALTER TABLE interaction ADD COLUMN caller VARCHAR(120) NOT NULL DEFAULT '';

ALTER TABLE interaction ADD COLUMN caller_phone VARCHAR(40) NOT NULL DEFAULT '';

ALTER TABLE interaction ADD COLUMN waiting_since DATE;

CREATE INDEX ix_interaction_caller ON interaction (caller, waiting_since);

CREATE TABLE not_a_double (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    person_id INTEGER NOT NULL,
    other_id INTEGER NOT NULL,
    CONSTRAINT uq_not_a_double_pair UNIQUE (person_id, other_id),
    CONSTRAINT uq_not_a_double_source UNIQUE (source, source_key),
    FOREIGN KEY(person_id) REFERENCES person (id),
    FOREIGN KEY(other_id) REFERENCES person (id)
);

CREATE INDEX ix_not_a_double_other_id ON not_a_double (other_id);

CREATE TABLE merged_person (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    person_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    CONSTRAINT uq_merged_person_number UNIQUE (number),
    CONSTRAINT uq_merged_person_source UNIQUE (source, source_key),
    FOREIGN KEY(person_id) REFERENCES person (id)
);

CREATE INDEX ix_merged_person_person_id ON merged_person (person_id);

CREATE VIRTUAL TABLE person_trace_search USING fts5(words, content='', contentless_delete=1, detail=none, tokenize='ascii');

CREATE TABLE founding_step (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    initiative_id INTEGER NOT NULL,
    title VARCHAR(200) NOT NULL,
    done_on DATE,
    note VARCHAR(1000) NOT NULL,
    CONSTRAINT uq_founding_step_source UNIQUE (source, source_key),
    FOREIGN KEY(initiative_id) REFERENCES initiative (id)
);

CREATE INDEX ix_founding_step_initiative_id ON founding_step (initiative_id);

CREATE TABLE interest (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    initiative_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    "on" DATE NOT NULL,
    note VARCHAR(1000) NOT NULL,
    CONSTRAINT uq_interest UNIQUE (initiative_id, person_id),
    CONSTRAINT uq_interest_source UNIQUE (source, source_key),
    FOREIGN KEY(initiative_id) REFERENCES initiative (id),
    FOREIGN KEY(person_id) REFERENCES person (id)
);

CREATE INDEX ix_interest_person_id ON interest (person_id);

CREATE TABLE offer_round (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    started_on DATE NOT NULL,
    closed_on DATE,
    CONSTRAINT uq_offer_round_source UNIQUE (source, source_key)
);

CREATE TABLE offer_question (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    round_id INTEGER NOT NULL,
    offer_id INTEGER NOT NULL,
    code VARCHAR(8) NOT NULL,
    asked_on DATE,
    answer VARCHAR(32),
    answered_on DATE,
    note VARCHAR(1000) NOT NULL,
    CONSTRAINT uq_offer_question UNIQUE (round_id, offer_id),
    CONSTRAINT uq_offer_question_source UNIQUE (source, source_key),
    FOREIGN KEY(round_id) REFERENCES offer_round (id),
    FOREIGN KEY(offer_id) REFERENCES offer (id)
);

CREATE INDEX ix_offer_question_offer_id ON offer_question (offer_id);

CREATE TABLE autosave (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    form VARCHAR(80) NOT NULL,
    content VARCHAR(200000) NOT NULL,
    saved_at DATETIME NOT NULL,
    UNIQUE (form)
);

ALTER TABLE person_line ADD COLUMN gaps INTEGER NOT NULL DEFAULT 0;

CREATE INDEX ix_person_line_gaps ON person_line (extent, gaps, name, id, stage, place_id);

ALTER TABLE person_line ADD COLUMN born INTEGER NOT NULL DEFAULT 0;

ALTER TABLE person_line ADD COLUMN consents INTEGER NOT NULL DEFAULT 0;

ALTER TABLE person_line ADD COLUMN basis INTEGER NOT NULL DEFAULT 0;

CREATE INDEX ix_person_line_facts ON person_line (id, born, consents, basis, last_contact, created);

ALTER TABLE interaction ADD COLUMN channel VARCHAR(32);

CREATE INDEX ix_interaction_planned ON interaction (state, "on");

ALTER TABLE journal_entry ADD COLUMN owner_id INTEGER;

UPDATE journal_entry SET owner_id = coalesce(json_extract("after", '$.person_id'), json_extract("before", '$.person_id'), CASE kind WHEN 'credential' THEN (SELECT person_id FROM credential c WHERE c.id = record_id) WHEN 'consent' THEN (SELECT person_id FROM consent c WHERE c.id = record_id) ELSE (SELECT person_id FROM person_term c WHERE c.id = record_id) END) WHERE kind IN ('person_term', 'credential', 'consent');

UPDATE journal_entry SET owner_id = coalesce(json_extract("after", '$.offer_id'), json_extract("before", '$.offer_id'), (SELECT offer_id FROM offer_term c WHERE c.id = record_id)) WHERE kind = 'offer_term';

UPDATE journal_entry SET owner_id = coalesce(json_extract("after", '$.initiative_id'), json_extract("before", '$.initiative_id'), (SELECT initiative_id FROM contact_person c WHERE c.id = record_id)) WHERE kind = 'contact_person';

CREATE INDEX ix_journal_entry_owner ON journal_entry (owner_id, kind) WHERE owner_id IS NOT NULL;
