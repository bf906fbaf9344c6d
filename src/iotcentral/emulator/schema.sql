-- The emulator's whole state. Bodies are JSON text; ids compare byte by byte, which is the order of every list.

CREATE TABLE IF NOT EXISTS applications (
    name TEXT PRIMARY KEY,
    id TEXT NOT NULL,
    id_scope TEXT NOT NULL,
    primary_group_key BLOB NOT NULL,
    secondary_group_key BLOB NOT NULL,
    link_key BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS documents (
    application TEXT NOT NULL REFERENCES applications (name) ON DELETE CASCADE ON UPDATE CASCADE,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    -- What the kind is also found by: a user's e-mail address, a device's template, a job's status.
    lookup TEXT,
    body TEXT NOT NULL,
    -- The organization the resource belongs to; null is the root.
    organization TEXT GENERATED ALWAYS AS (json_extract(body, '$.organizations[0]')) VIRTUAL,
    PRIMARY KEY (application, kind, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS documents_by_lookup ON documents (application, kind, lookup) WHERE lookup IS NOT NULL;

CREATE INDEX IF NOT EXISTS documents_by_organization ON documents (application, organization)
    WHERE organization IS NOT NULL;

CREATE UNIQUE INDEX IF NOT EXISTS users_by_email ON documents (application, lookup)
    WHERE kind = 'users' AND lookup IS NOT NULL;

-- What is to happen by itself once the clock reaches `due`, in milliseconds since the epoch.
CREATE TABLE IF NOT EXISTS timers (
    application TEXT NOT NULL REFERENCES applications (name) ON DELETE CASCADE ON UPDATE CASCADE,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    due INTEGER NOT NULL,
    PRIMARY KEY (application, kind, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS timers_by_due ON timers (application, due);

-- How the steered clock differs from the one it goes by, in microseconds; no row while it has not been steered.
CREATE TABLE IF NOT EXISTS clock (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    ahead INTEGER NOT NULL,
    -- The moment since the epoch at which it stands still; null while it goes.
    frozen INTEGER
) STRICT;

-- What the control plane works on in the background; it outlives the application it was about.
CREATE TABLE IF NOT EXISTS operations (
    id TEXT PRIMARY KEY,
    status TEXT NOT NULL,
    until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
