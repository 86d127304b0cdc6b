CREATE TABLE document (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    title VARCHAR(160) NOT NULL,
    kind VARCHAR(32) NOT NULL,
    audience VARCHAR(32) NOT NULL,
    why VARCHAR(300) NOT NULL,
    keywords VARCHAR(300) NOT NULL,
    issuer VARCHAR(160) NOT NULL,
    county VARCHAR(80) NOT NULL,
    language VARCHAR(40) NOT NULL,
    source_url VARCHAR(300) NOT NULL,
    weight VARCHAR(32) NOT NULL,
    review_months INTEGER NOT NULL,
    note VARCHAR(2000) NOT NULL,
    own_form VARCHAR(40) NOT NULL,
    mapping VARCHAR(20000) NOT NULL,
    active BOOLEAN NOT NULL,
    CONSTRAINT uq_document_source UNIQUE (source, source_key)
);

CREATE TABLE document_edition (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    document_id INTEGER NOT NULL,
    label VARCHAR(60) NOT NULL,
    valid_from DATE,
    valid_until DATE,
    review_on DATE,
    checked_on DATE,
    checked_by VARCHAR(80) NOT NULL,
    source_url VARCHAR(300) NOT NULL,
    file_name VARCHAR(255) NOT NULL,
    digest VARCHAR(64) NOT NULL,
    format VARCHAR(8) NOT NULL,
    size INTEGER NOT NULL,
    readable BOOLEAN NOT NULL,
    whole BOOLEAN NOT NULL,
    added_on DATE NOT NULL,
    successor_id INTEGER,
    replaced_on DATE,
    CONSTRAINT uq_document_edition_source UNIQUE (source, source_key),
    FOREIGN KEY(document_id) REFERENCES document (id),
    FOREIGN KEY(successor_id) REFERENCES document_edition (id)
);

CREATE INDEX ix_document_edition_digest ON document_edition (digest);

CREATE INDEX ix_document_edition_document_id ON document_edition (document_id);

CREATE INDEX ix_document_edition_successor_id ON document_edition (successor_id);

CREATE TABLE document_rule (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    document_id INTEGER NOT NULL,
    field VARCHAR(32) NOT NULL,
    value VARCHAR(80) NOT NULL,
    reason VARCHAR(300) NOT NULL,
    active BOOLEAN NOT NULL,
    CONSTRAINT uq_document_rule_source UNIQUE (source, source_key),
    FOREIGN KEY(document_id) REFERENCES document (id)
);

CREATE INDEX ix_document_rule_document_id ON document_rule (document_id);

CREATE TABLE hand_out (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    "on" DATE NOT NULL,
    way VARCHAR(32) NOT NULL,
    person_id INTEGER,
    initiative_id INTEGER,
    placement_id INTEGER,
    offer_id INTEGER,
    posting_id INTEGER,
    note VARCHAR(300) NOT NULL,
    CONSTRAINT uq_hand_out_source UNIQUE (source, source_key),
    FOREIGN KEY(person_id) REFERENCES person (id),
    FOREIGN KEY(initiative_id) REFERENCES initiative (id),
    FOREIGN KEY(placement_id) REFERENCES placement (id),
    FOREIGN KEY(offer_id) REFERENCES offer (id),
    FOREIGN KEY(posting_id) REFERENCES posting (id)
);

CREATE INDEX ix_hand_out_initiative ON hand_out (initiative_id, "on");

CREATE INDEX ix_hand_out_offer_id ON hand_out (offer_id);

CREATE INDEX ix_hand_out_on ON hand_out ("on");

CREATE INDEX ix_hand_out_person ON hand_out (person_id, "on");

CREATE INDEX ix_hand_out_placement_id ON hand_out (placement_id);

CREATE INDEX ix_hand_out_posting_id ON hand_out (posting_id);

CREATE TABLE hand_out_item (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    hand_out_id INTEGER NOT NULL,
    document_id INTEGER NOT NULL,
    edition_id INTEGER,
    form_version VARCHAR(40) NOT NULL,
    replaced_by_id INTEGER,
    CONSTRAINT uq_hand_out_item_source UNIQUE (source, source_key),
    FOREIGN KEY(hand_out_id) REFERENCES hand_out (id),
    FOREIGN KEY(document_id) REFERENCES document (id),
    FOREIGN KEY(edition_id) REFERENCES document_edition (id),
    FOREIGN KEY(replaced_by_id) REFERENCES hand_out (id)
);

CREATE INDEX ix_hand_out_item_document_id ON hand_out_item (document_id);

CREATE INDEX ix_hand_out_item_edition_id ON hand_out_item (edition_id);

CREATE INDEX ix_hand_out_item_hand_out_id ON hand_out_item (hand_out_id);

CREATE INDEX ix_hand_out_item_replaced_by_id ON hand_out_item (replaced_by_id);

CREATE TABLE training (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    kind VARCHAR(32) NOT NULL,
    title VARCHAR(160) NOT NULL,
    topic VARCHAR(2000) NOT NULL,
    target_group VARCHAR(160) NOT NULL,
    speaker VARCHAR(120) NOT NULL,
    initiative_id INTEGER,
    place_id INTEGER,
    venue VARCHAR(160) NOT NULL,
    places INTEGER,
    fee_cents INTEGER,
    cost_cents INTEGER,
    sign_up_until DATE,
    proof_term_id INTEGER,
    proof_months INTEGER,
    competence VARCHAR(160) NOT NULL,
    status VARCHAR(32) NOT NULL,
    minutes VARCHAR(8000) NOT NULL,
    questions VARCHAR(4000) NOT NULL,
    note VARCHAR(4000) NOT NULL,
    CONSTRAINT uq_training_source UNIQUE (source, source_key),
    FOREIGN KEY(initiative_id) REFERENCES initiative (id),
    FOREIGN KEY(place_id) REFERENCES place (id),
    FOREIGN KEY(proof_term_id) REFERENCES term (id)
);

CREATE INDEX ix_training_initiative_id ON training (initiative_id);

CREATE INDEX ix_training_place_id ON training (place_id);

CREATE INDEX ix_training_proof_term_id ON training (proof_term_id);

CREATE TABLE training_day (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    training_id INTEGER NOT NULL,
    "on" DATE NOT NULL,
    starts_at TIME,
    ends_at TIME,
    venue VARCHAR(160) NOT NULL,
    CONSTRAINT uq_training_day_source UNIQUE (source, source_key),
    FOREIGN KEY(training_id) REFERENCES training (id)
);

CREATE INDEX ix_training_day_on ON training_day ("on");

CREATE INDEX ix_training_day_training_id ON training_day (training_id);

CREATE TABLE training_paper (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    training_id INTEGER NOT NULL,
    document_id INTEGER NOT NULL,
    CONSTRAINT uq_training_paper_source UNIQUE (source, source_key),
    FOREIGN KEY(training_id) REFERENCES training (id),
    FOREIGN KEY(document_id) REFERENCES document (id)
);

CREATE INDEX ix_training_paper_document_id ON training_paper (document_id);

CREATE INDEX ix_training_paper_training_id ON training_paper (training_id);

CREATE TABLE attendance (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    training_id INTEGER NOT NULL,
    person_id INTEGER,
    contact_id INTEGER,
    initiative_id INTEGER,
    state VARCHAR(32) NOT NULL,
    invited_on DATE,
    signed_up_on DATE,
    confirmed_on DATE,
    attended BOOLEAN,
    certificate_on DATE,
    credential_id INTEGER,
    note VARCHAR(300) NOT NULL,
    CONSTRAINT uq_attendance_source UNIQUE (source, source_key),
    FOREIGN KEY(training_id) REFERENCES training (id),
    FOREIGN KEY(person_id) REFERENCES person (id),
    FOREIGN KEY(contact_id) REFERENCES contact_person (id),
    FOREIGN KEY(initiative_id) REFERENCES initiative (id),
    FOREIGN KEY(credential_id) REFERENCES credential (id)
);

CREATE INDEX ix_attendance_contact_id ON attendance (contact_id);

CREATE INDEX ix_attendance_credential_id ON attendance (credential_id);

CREATE INDEX ix_attendance_initiative_id ON attendance (initiative_id);

CREATE INDEX ix_attendance_person_id ON attendance (person_id);

CREATE INDEX ix_attendance_training_id ON attendance (training_id);

CREATE TABLE resource (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    name VARCHAR(160) NOT NULL,
    kind VARCHAR(32) NOT NULL,
    initiative_id INTEGER,
    place_id INTEGER,
    amount INTEGER NOT NULL,
    description VARCHAR(2000) NOT NULL,
    conditions VARCHAR(2000) NOT NULL,
    fee_cents INTEGER,
    deposit_cents INTEGER,
    active BOOLEAN NOT NULL,
    CONSTRAINT uq_resource_source UNIQUE (source, source_key),
    FOREIGN KEY(initiative_id) REFERENCES initiative (id),
    FOREIGN KEY(place_id) REFERENCES place (id)
);

CREATE INDEX ix_resource_initiative_id ON resource (initiative_id);

CREATE INDEX ix_resource_place_id ON resource (place_id);

CREATE TABLE lending (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    resource_id INTEGER NOT NULL,
    initiative_id INTEGER,
    person_id INTEGER,
    amount INTEGER NOT NULL,
    lent_on DATE NOT NULL,
    due_on DATE NOT NULL,
    condition_out VARCHAR(300) NOT NULL,
    returned_on DATE,
    condition_back VARCHAR(300) NOT NULL,
    CONSTRAINT uq_lending_source UNIQUE (source, source_key),
    FOREIGN KEY(resource_id) REFERENCES resource (id),
    FOREIGN KEY(initiative_id) REFERENCES initiative (id),
    FOREIGN KEY(person_id) REFERENCES person (id)
);

CREATE INDEX ix_lending_initiative_id ON lending (initiative_id);

CREATE INDEX ix_lending_person_id ON lending (person_id);

CREATE INDEX ix_lending_resource_id ON lending (resource_id);

CREATE TABLE relation (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    from_id INTEGER NOT NULL,
    to_id INTEGER NOT NULL,
    kind VARCHAR(32) NOT NULL,
    since DATE,
    note VARCHAR(300) NOT NULL,
    CONSTRAINT uq_relation_source UNIQUE (source, source_key),
    FOREIGN KEY(from_id) REFERENCES initiative (id),
    FOREIGN KEY(to_id) REFERENCES initiative (id)
);

CREATE INDEX ix_relation_from_id ON relation (from_id);

CREATE INDEX ix_relation_to_id ON relation (to_id);

CREATE TABLE experience (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    question VARCHAR(200) NOT NULL,
    answer VARCHAR(4000) NOT NULL,
    keywords VARCHAR(200) NOT NULL,
    area_id INTEGER,
    initiative_id INTEGER,
    training_id INTEGER,
    "on" DATE NOT NULL,
    CONSTRAINT uq_experience_source UNIQUE (source, source_key),
    FOREIGN KEY(area_id) REFERENCES term (id),
    FOREIGN KEY(initiative_id) REFERENCES initiative (id),
    FOREIGN KEY(training_id) REFERENCES training (id)
);

CREATE INDEX ix_experience_area_id ON experience (area_id);

CREATE INDEX ix_experience_initiative_id ON experience (initiative_id);

CREATE INDEX ix_experience_training_id ON experience (training_id);

CREATE TABLE actor (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    name VARCHAR(160) NOT NULL,
    kind VARCHAR(32) NOT NULL,
    task VARCHAR(1000) NOT NULL,
    county VARCHAR(80) NOT NULL,
    street VARCHAR(120) NOT NULL,
    postcode VARCHAR(10) NOT NULL,
    city VARCHAR(80) NOT NULL,
    phone VARCHAR(40) NOT NULL,
    email VARCHAR(120) NOT NULL,
    website VARCHAR(200) NOT NULL,
    checked_on DATE,
    mark VARCHAR(32) NOT NULL,
    note VARCHAR(2000) NOT NULL,
    active BOOLEAN NOT NULL,
    CONSTRAINT uq_actor_source UNIQUE (source, source_key)
);

CREATE TABLE referral (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    actor_id INTEGER NOT NULL,
    person_id INTEGER,
    initiative_id INTEGER,
    "on" DATE NOT NULL,
    reason VARCHAR(300) NOT NULL,
    CONSTRAINT uq_referral_source UNIQUE (source, source_key),
    FOREIGN KEY(actor_id) REFERENCES actor (id),
    FOREIGN KEY(person_id) REFERENCES person (id),
    FOREIGN KEY(initiative_id) REFERENCES initiative (id)
);

CREATE INDEX ix_referral_actor_id ON referral (actor_id);

CREATE INDEX ix_referral_initiative_id ON referral (initiative_id);

CREATE INDEX ix_referral_on ON referral ("on");

CREATE INDEX ix_referral_person_id ON referral (person_id);

CREATE TABLE outreach (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    kind VARCHAR(32) NOT NULL,
    "on" DATE NOT NULL,
    title VARCHAR(200) NOT NULL,
    medium VARCHAR(160) NOT NULL,
    place_id INTEGER,
    people INTEGER,
    note VARCHAR(1000) NOT NULL,
    CONSTRAINT uq_outreach_source UNIQUE (source, source_key),
    FOREIGN KEY(place_id) REFERENCES place (id)
);

CREATE INDEX ix_outreach_on ON outreach ("on");

CREATE INDEX ix_outreach_place_id ON outreach (place_id);

CREATE TABLE "plan" (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    person_id INTEGER NOT NULL,
    aim VARCHAR(300) NOT NULL,
    started_on DATE NOT NULL,
    note VARCHAR(4000) NOT NULL,
    ended_on DATE,
    outcome VARCHAR(32),
    CONSTRAINT uq_plan_source UNIQUE (source, source_key),
    FOREIGN KEY(person_id) REFERENCES person (id)
);

CREATE INDEX ix_plan_person_id ON "plan" (person_id);

CREATE TABLE plan_step (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    plan_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    kind VARCHAR(32) NOT NULL,
    title VARCHAR(200) NOT NULL,
    due_on DATE,
    done_on DATE,
    training_id INTEGER,
    placement_id INTEGER,
    offer_id INTEGER,
    note VARCHAR(300) NOT NULL,
    CONSTRAINT uq_plan_step_source UNIQUE (source, source_key),
    FOREIGN KEY(plan_id) REFERENCES "plan" (id),
    FOREIGN KEY(person_id) REFERENCES person (id),
    FOREIGN KEY(training_id) REFERENCES training (id),
    FOREIGN KEY(placement_id) REFERENCES placement (id),
    FOREIGN KEY(offer_id) REFERENCES offer (id)
);

CREATE INDEX ix_plan_step_offer_id ON plan_step (offer_id);

CREATE INDEX ix_plan_step_person_id ON plan_step (person_id);

CREATE INDEX ix_plan_step_placement_id ON plan_step (placement_id);

CREATE INDEX ix_plan_step_plan_id ON plan_step (plan_id);

CREATE INDEX ix_plan_step_training_id ON plan_step (training_id);

CREATE TABLE competence (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    person_id INTEGER NOT NULL,
    term_id INTEGER,
    title VARCHAR(160) NOT NULL,
    gained_on DATE,
    step_id INTEGER,
    placement_id INTEGER,
    training_id INTEGER,
    shown VARCHAR(300) NOT NULL,
    CONSTRAINT uq_competence_source UNIQUE (source, source_key),
    FOREIGN KEY(person_id) REFERENCES person (id),
    FOREIGN KEY(term_id) REFERENCES term (id),
    FOREIGN KEY(step_id) REFERENCES plan_step (id),
    FOREIGN KEY(placement_id) REFERENCES placement (id),
    FOREIGN KEY(training_id) REFERENCES training (id)
);

CREATE INDEX ix_competence_person_id ON competence (person_id);

CREATE INDEX ix_competence_placement_id ON competence (placement_id);

CREATE INDEX ix_competence_step_id ON competence (step_id);

CREATE INDEX ix_competence_term_id ON competence (term_id);

CREATE INDEX ix_competence_training_id ON competence (training_id);

CREATE TABLE statement_reply (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    version INTEGER,
    created_at DATETIME NOT NULL,
    changed_at DATETIME NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_key VARCHAR(200),
    person_id INTEGER NOT NULL,
    statement VARCHAR(40) NOT NULL,
    answer VARCHAR(32) NOT NULL,
    doubled BOOLEAN NOT NULL,
    "on" DATE NOT NULL,
    CONSTRAINT uq_statement_reply_source UNIQUE (source, source_key),
    FOREIGN KEY(person_id) REFERENCES person (id)
);

CREATE INDEX ix_statement_reply_person_id ON statement_reply (person_id);

ALTER TABLE offer ADD COLUMN teaches VARCHAR(300) NOT NULL DEFAULT '';

ALTER TABLE offer ADD COLUMN materials VARCHAR(500) NOT NULL DEFAULT '';

ALTER TABLE offer ADD COLUMN training_id INTEGER REFERENCES training (id);

CREATE INDEX ix_offer_training_id ON offer (training_id);

ALTER TABLE follow_up ADD COLUMN lending_id INTEGER REFERENCES lending (id);

ALTER TABLE follow_up ADD COLUMN training_id INTEGER REFERENCES training (id);

ALTER TABLE follow_up ADD COLUMN step_id INTEGER REFERENCES plan_step (id);

CREATE INDEX ix_follow_up_lending_id ON follow_up (lending_id);

CREATE INDEX ix_follow_up_training_id ON follow_up (training_id);

CREATE INDEX ix_follow_up_step_id ON follow_up (step_id);
