-- The first shape of the store: records, journal and search (see model/records).

CREATE TABLE legal_parameter (
    "key" VARCHAR(60) NOT NULL,
    label VARCHAR(160) NOT NULL,
    valid_from DATE NOT NULL,
    value VARCHAR(80) NOT NULL,
    unit VARCHAR(40) NOT NULL,
    norm VARCHAR(160) NOT NULL,
    mark VARCHAR(32) NOT NULL,
    checked_on DATE,
    reference VARCHAR(300) NOT NULL,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    CONSTRAINT uq_legal_parameter_date UNIQUE ("key", valid_from),
    CONSTRAINT uq_legal_parameter_source UNIQUE (source, source_key)
);

CREATE TABLE place (
    name VARCHAR(80) NOT NULL,
    municipality VARCHAR(80) NOT NULL,
    county VARCHAR(80) NOT NULL,
    ags VARCHAR(8) NOT NULL,
    postal_code VARCHAR(5) NOT NULL,
    area_code VARCHAR(8) NOT NULL,
    lat FLOAT,
    lon FLOAT,
    elevation_m INTEGER,
    population INTEGER,
    population_year INTEGER,
    precision VARCHAR(20) NOT NULL,
    credit VARCHAR(200) NOT NULL,
    member BOOLEAN NOT NULL,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    sort_key VARCHAR(200) NOT NULL,
    CONSTRAINT uq_place_source UNIQUE (source, source_key)
);

CREATE INDEX ix_place_municipality ON place (municipality);

CREATE TABLE setting (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    "key" VARCHAR(80) NOT NULL,
    value VARCHAR(10000) NOT NULL,
    CONSTRAINT uq_setting_source UNIQUE (source, source_key),
    UNIQUE ("key")
);

CREATE TABLE status_event (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    kind VARCHAR(32) NOT NULL,
    record_id INTEGER NOT NULL,
    from_state VARCHAR(32),
    to_state VARCHAR(32) NOT NULL,
    "on" DATE NOT NULL,
    reason VARCHAR(300) NOT NULL,
    CONSTRAINT uq_status_event_source UNIQUE (source, source_key)
);

CREATE INDEX ix_status_event_subject ON status_event (kind, record_id, "on");

CREATE TABLE term (
    kind VARCHAR(32) NOT NULL,
    code VARCHAR(40) NOT NULL,
    label VARCHAR(120) NOT NULL,
    synonyms VARCHAR(2000) NOT NULL,
    parent_id INTEGER,
    active BOOLEAN NOT NULL,
    merged_into_id INTEGER,
    rank INTEGER NOT NULL,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    CONSTRAINT uq_term_code UNIQUE (kind, code),
    CONSTRAINT uq_term_source UNIQUE (source, source_key),
    FOREIGN KEY(parent_id) REFERENCES term (id),
    FOREIGN KEY(merged_into_id) REFERENCES term (id)
);

CREATE TABLE user (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    name VARCHAR(120) NOT NULL,
    role VARCHAR(32) NOT NULL,
    active BOOLEAN NOT NULL,
    CONSTRAINT uq_user_source UNIQUE (source, source_key)
);

CREATE TABLE initiative (
    name VARCHAR(160) NOT NULL,
    type VARCHAR(32),
    parent_body VARCHAR(160) NOT NULL,
    nonprofit BOOLEAN,
    exemption_until DATE,
    street VARCHAR(120) NOT NULL,
    postcode VARCHAR(10) NOT NULL,
    city VARCHAR(80) NOT NULL,
    place_id INTEGER,
    phone VARCHAR(40) NOT NULL,
    email VARCHAR(120) NOT NULL,
    website VARCHAR(200) NOT NULL,
    purpose VARCHAR(2000) NOT NULL,
    volunteers INTEGER,
    accident_insurer VARCHAR(120) NOT NULL,
    liability_cover VARCHAR(120) NOT NULL,
    protection_agreed_on DATE,
    cooperation_since DATE,
    note VARCHAR(4000) NOT NULL,
    status VARCHAR(32) NOT NULL,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    sort_key VARCHAR(200) NOT NULL,
    CONSTRAINT uq_initiative_source UNIQUE (source, source_key),
    FOREIGN KEY(place_id) REFERENCES place (id)
);

CREATE INDEX ix_initiative_place_id ON initiative (place_id);

CREATE INDEX ix_initiative_sort ON initiative (sort_key, id);

CREATE TABLE journal_step (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    action VARCHAR(200) NOT NULL,
    at DATETIME NOT NULL,
    user_id INTEGER,
    undoes INTEGER,
    redoes INTEGER,
    closed BOOLEAN NOT NULL,
    FOREIGN KEY(user_id) REFERENCES user (id)
);

CREATE INDEX ix_journal_step_at ON journal_step (at);

CREATE TABLE person (
    salutation VARCHAR(32),
    title VARCHAR(40) NOT NULL,
    first_name VARCHAR(80) NOT NULL,
    last_name VARCHAR(80) NOT NULL,
    birth_year INTEGER,
    birth_date DATE,
    street VARCHAR(120) NOT NULL,
    postcode VARCHAR(10) NOT NULL,
    city VARCHAR(80) NOT NULL,
    place_id INTEGER,
    phone VARCHAR(40) NOT NULL,
    mobile VARCHAR(40) NOT NULL,
    email VARCHAR(120) NOT NULL,
    preferred_channel VARCHAR(32),
    reachable_note VARCHAR(200) NOT NULL,
    occupation VARCHAR(32),
    profession VARCHAR(120) NOT NULL,
    hobbies VARCHAR(300) NOT NULL,
    prior_engagement VARCHAR(1000) NOT NULL,
    time_grid INTEGER NOT NULL,
    hours_per_week FLOAT,
    rhythm VARCHAR(32),
    commitment VARCHAR(32),
    available_from DATE,
    available_until DATE,
    max_km FLOAT,
    guardian_name VARCHAR(120) NOT NULL,
    guardian_phone VARCHAR(40) NOT NULL,
    referral VARCHAR(120) NOT NULL,
    adviser_note VARCHAR(4000) NOT NULL,
    status VARCHAR(32) NOT NULL,
    legal_basis VARCHAR(32) NOT NULL,
    rests_until DATE,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    sort_key VARCHAR(200) NOT NULL,
    CONSTRAINT uq_person_source UNIQUE (source, source_key),
    FOREIGN KEY(place_id) REFERENCES place (id)
);

CREATE INDEX ix_person_place_id ON person (place_id);

CREATE INDEX ix_person_sort ON person (sort_key, id);

CREATE TABLE contact_person (
    salutation VARCHAR(32),
    title VARCHAR(40) NOT NULL,
    first_name VARCHAR(80) NOT NULL,
    last_name VARCHAR(80) NOT NULL,
    function VARCHAR(80) NOT NULL,
    phone VARCHAR(40) NOT NULL,
    email VARCHAR(120) NOT NULL,
    deputy BOOLEAN NOT NULL,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    initiative_id INTEGER NOT NULL,
    CONSTRAINT uq_contact_person_source UNIQUE (source, source_key),
    FOREIGN KEY(initiative_id) REFERENCES initiative (id)
);

CREATE INDEX ix_contact_person_initiative_id ON contact_person (initiative_id);

CREATE TABLE credential (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    person_id INTEGER NOT NULL,
    term_id INTEGER NOT NULL,
    held BOOLEAN NOT NULL,
    issued_on DATE,
    valid_until DATE,
    verified_on DATE,
    CONSTRAINT uq_credential_source UNIQUE (source, source_key),
    FOREIGN KEY(person_id) REFERENCES person (id),
    FOREIGN KEY(term_id) REFERENCES term (id)
);

CREATE INDEX ix_credential_person_id ON credential (person_id);

CREATE INDEX ix_credential_term_id ON credential (term_id);

CREATE TABLE journal_entry (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    step_id INTEGER NOT NULL,
    kind VARCHAR(32) NOT NULL,
    record_id INTEGER NOT NULL,
    "before" VARCHAR,
    "after" VARCHAR,
    subjects VARCHAR(2000) NOT NULL,
    FOREIGN KEY(step_id) REFERENCES journal_step (id)
);

CREATE INDEX ix_journal_entry_record ON journal_entry (kind, record_id);

CREATE INDEX ix_journal_entry_step_id ON journal_entry (step_id);

CREATE TABLE person_term (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    person_id INTEGER NOT NULL,
    term_id INTEGER NOT NULL,
    relation VARCHAR(32) NOT NULL,
    level VARCHAR(32),
    CONSTRAINT uq_person_term UNIQUE (person_id, term_id, relation),
    CONSTRAINT uq_person_term_source UNIQUE (source, source_key),
    FOREIGN KEY(person_id) REFERENCES person (id),
    FOREIGN KEY(term_id) REFERENCES term (id)
);

CREATE INDEX ix_person_term_person_id ON person_term (person_id);

CREATE INDEX ix_person_term_term_id ON person_term (term_id);

CREATE TABLE posting (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    kind VARCHAR(32) NOT NULL,
    title VARCHAR(200) NOT NULL,
    place_id INTEGER,
    person_id INTEGER,
    offers VARCHAR(100000) NOT NULL,
    rows INTEGER NOT NULL,
    printed_on DATE NOT NULL,
    take_down_on DATE,
    taken_down_on DATE,
    path VARCHAR(1000) NOT NULL,
    CONSTRAINT uq_posting_source UNIQUE (source, source_key),
    FOREIGN KEY(place_id) REFERENCES place (id),
    FOREIGN KEY(person_id) REFERENCES person (id)
);

CREATE INDEX ix_posting_person_id ON posting (person_id);

CREATE INDEX ix_posting_place_id ON posting (place_id);

CREATE TABLE consent (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    person_id INTEGER,
    contact_id INTEGER,
    scope VARCHAR(32) NOT NULL,
    given_on DATE NOT NULL,
    form VARCHAR(32) NOT NULL,
    text_version VARCHAR(40) NOT NULL,
    recipient VARCHAR(160) NOT NULL,
    by_guardian BOOLEAN NOT NULL,
    guardian_name VARCHAR(120) NOT NULL,
    withdrawn_on DATE,
    CONSTRAINT uq_consent_source UNIQUE (source, source_key),
    FOREIGN KEY(person_id) REFERENCES person (id),
    FOREIGN KEY(contact_id) REFERENCES contact_person (id)
);

CREATE INDEX ix_consent_contact_id ON consent (contact_id);

CREATE INDEX ix_consent_person_id ON consent (person_id);

CREATE TABLE offer (
    kind VARCHAR(32) NOT NULL,
    initiative_id INTEGER NOT NULL,
    contact_id INTEGER,
    title VARCHAR(200) NOT NULL,
    teaser VARCHAR(160) NOT NULL,
    description VARCHAR(8000) NOT NULL,
    location VARCHAR(160) NOT NULL,
    place_id INTEGER,
    accessible BOOLEAN,
    transit_note VARCHAR(160) NOT NULL,
    places_total INTEGER,
    hours_per_week FLOAT,
    rhythm VARCHAR(32),
    commitment VARCHAR(32),
    time_grid INTEGER NOT NULL,
    time_text VARCHAR(120) NOT NULL,
    starts_on DATE,
    ends_on DATE,
    requirements VARCHAR(200) NOT NULL,
    min_age INTEGER,
    max_age INTEGER,
    max_km FLOAT,
    needs_efz BOOLEAN NOT NULL,
    needs_ifsg BOOLEAN NOT NULL,
    needs_nda BOOLEAN NOT NULL,
    remote BOOLEAN NOT NULL,
    fit_youth BOOLEAN NOT NULL,
    fit_job_seeker BOOLEAN NOT NULL,
    fit_group BOOLEAN NOT NULL,
    trial_possible BOOLEAN,
    induction VARCHAR(300) NOT NULL,
    expense_refund BOOLEAN,
    allowance_month FLOAT,
    helped_name VARCHAR(120) NOT NULL,
    helped_phone VARCHAR(40) NOT NULL,
    helped_consent_on DATE,
    entered_on DATE,
    confirmed_on DATE,
    valid_until DATE,
    status VARCHAR(32) NOT NULL,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    sort_key VARCHAR(240) NOT NULL,
    CONSTRAINT uq_offer_source UNIQUE (source, source_key),
    FOREIGN KEY(initiative_id) REFERENCES initiative (id),
    FOREIGN KEY(contact_id) REFERENCES contact_person (id),
    FOREIGN KEY(place_id) REFERENCES place (id)
);

CREATE INDEX ix_offer_contact_id ON offer (contact_id);

CREATE INDEX ix_offer_initiative_id ON offer (initiative_id);

CREATE INDEX ix_offer_place_id ON offer (place_id);

CREATE INDEX ix_offer_sort ON offer (sort_key, id);

CREATE TABLE offer_term (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    offer_id INTEGER NOT NULL,
    term_id INTEGER NOT NULL,
    role VARCHAR(32) NOT NULL,
    level VARCHAR(32),
    CONSTRAINT uq_offer_term UNIQUE (offer_id, term_id, role),
    CONSTRAINT uq_offer_term_source UNIQUE (source, source_key),
    FOREIGN KEY(offer_id) REFERENCES offer (id),
    FOREIGN KEY(term_id) REFERENCES term (id)
);

CREATE INDEX ix_offer_term_offer_id ON offer_term (offer_id);

CREATE INDEX ix_offer_term_term_id ON offer_term (term_id);

CREATE TABLE placement (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    person_id INTEGER NOT NULL,
    offer_id INTEGER NOT NULL,
    state VARCHAR(32) NOT NULL,
    proposed_on DATE NOT NULL,
    passed_on_on DATE,
    recipient VARCHAR(200) NOT NULL,
    meeting_on DATE,
    trial_on DATE,
    started_on DATE,
    ended_on DATE,
    end_reason VARCHAR(32),
    hours_per_week FLOAT,
    efz_confirmed_on DATE,
    efz_review_on DATE,
    override_reason VARCHAR(300) NOT NULL,
    note VARCHAR(2000) NOT NULL,
    CONSTRAINT uq_placement_source UNIQUE (source, source_key),
    FOREIGN KEY(person_id) REFERENCES person (id),
    FOREIGN KEY(offer_id) REFERENCES offer (id)
);

CREATE INDEX ix_placement_offer ON placement (offer_id, state);

CREATE INDEX ix_placement_person ON placement (person_id, state);

CREATE TABLE follow_up (
    kind VARCHAR(32) NOT NULL,
    due_on DATE NOT NULL,
    title VARCHAR(200) NOT NULL,
    note VARCHAR(2000) NOT NULL,
    person_id INTEGER,
    initiative_id INTEGER,
    offer_id INTEGER,
    placement_id INTEGER,
    posting_id INTEGER,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    done_on DATE,
    result VARCHAR(32),
    satisfaction INTEGER,
    CONSTRAINT uq_follow_up_source UNIQUE (source, source_key),
    FOREIGN KEY(person_id) REFERENCES person (id),
    FOREIGN KEY(initiative_id) REFERENCES initiative (id),
    FOREIGN KEY(offer_id) REFERENCES offer (id),
    FOREIGN KEY(placement_id) REFERENCES placement (id),
    FOREIGN KEY(posting_id) REFERENCES posting (id)
);

CREATE INDEX ix_follow_up_due ON follow_up (done_on, due_on);

CREATE INDEX ix_follow_up_initiative_id ON follow_up (initiative_id);

CREATE INDEX ix_follow_up_offer_id ON follow_up (offer_id);

CREATE INDEX ix_follow_up_person_id ON follow_up (person_id);

CREATE INDEX ix_follow_up_placement_id ON follow_up (placement_id);

CREATE INDEX ix_follow_up_posting_id ON follow_up (posting_id);

CREATE TABLE interaction (
    kind VARCHAR(32) NOT NULL,
    state VARCHAR(32) NOT NULL,
    "on" DATE NOT NULL,
    at TIME,
    minutes INTEGER,
    place VARCHAR(120) NOT NULL,
    subject VARCHAR(200) NOT NULL,
    note VARCHAR(4000) NOT NULL,
    person_id INTEGER,
    initiative_id INTEGER,
    placement_id INTEGER,
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    CONSTRAINT uq_interaction_source UNIQUE (source, source_key),
    FOREIGN KEY(person_id) REFERENCES person (id),
    FOREIGN KEY(initiative_id) REFERENCES initiative (id),
    FOREIGN KEY(placement_id) REFERENCES placement (id)
);

CREATE INDEX ix_interaction_initiative ON interaction (initiative_id, "on");

CREATE INDEX ix_interaction_person ON interaction (person_id, "on");

CREATE INDEX ix_interaction_placement_id ON interaction (placement_id);

CREATE VIRTUAL TABLE person_search USING fts5(words, content='', contentless_delete=1, prefix='1 2 3', tokenize='ascii');

CREATE VIRTUAL TABLE initiative_search USING fts5(words, content='', contentless_delete=1, prefix='1 2 3', tokenize='ascii');

CREATE VIRTUAL TABLE offer_search USING fts5(words, content='', contentless_delete=1, prefix='1 2 3', tokenize='ascii');
