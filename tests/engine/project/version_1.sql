-- A project as version 1 of the tables wrote it, with a photo, a skeleton and two steps.
PRAGMA application_id = 1382379631;
BEGIN TRANSACTION;
CREATE TABLE journal (
        id INTEGER PRIMARY KEY,
        step INTEGER NOT NULL,
        kind TEXT NOT NULL,
        subject INTEGER NOT NULL,
        before TEXT NOT NULL,
        after TEXT NOT NULL,
        text TEXT NOT NULL,
        merge TEXT NOT NULL,
        time TEXT NOT NULL,
        done INTEGER NOT NULL
    );
INSERT INTO "journal" VALUES(1,1,'people',1,'{"main":0,"poses":[[[7,8,1.0,"v"],null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null]]}','{"main":0,"poses":[[[1.5,2,0.5,"v"],null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,[30.25,41,0.125,"h"]]]}','Move nose','','2026-11-20T10:00:00.000Z',1);
INSERT INTO "journal" VALUES(2,2,'background',0,'"keep"','"white"','White','','2026-11-20T10:00:01.000Z',0);
CREATE TABLE people (
        id INTEGER PRIMARY KEY,
        photo INTEGER NOT NULL REFERENCES photos(id) ON DELETE CASCADE,
        detected INTEGER NOT NULL,
        place INTEGER NOT NULL,
        pose TEXT NOT NULL
    );
INSERT INTO "people" VALUES(1,1,1,0,'[[7,8,1.0,"v"],null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null]');
INSERT INTO "people" VALUES(2,1,0,0,'[[1.5,2,0.5,"v"],null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,[30.25,41,0.125,"h"]]');
CREATE TABLE photos (
        id INTEGER PRIMARY KEY,
        place INTEGER NOT NULL,
        title TEXT NOT NULL,
        note TEXT NOT NULL DEFAULT '',
        path TEXT NOT NULL DEFAULT '',
        absolute TEXT NOT NULL DEFAULT '',
        demo TEXT NOT NULL DEFAULT '',
        sha256 TEXT NOT NULL DEFAULT '',
        size INTEGER NOT NULL DEFAULT 0,
        mtime INTEGER NOT NULL DEFAULT 0,
        height INTEGER NOT NULL DEFAULT 0,
        width INTEGER NOT NULL DEFAULT 0,
        state TEXT NOT NULL DEFAULT 'untouched',
        main INTEGER NOT NULL DEFAULT 0,
        count INTEGER NOT NULL DEFAULT 0,
        facing TEXT,
        confidence REAL,
        searched INTEGER NOT NULL DEFAULT 0,
        present INTEGER NOT NULL DEFAULT 1
    );
INSERT INTO "photos" VALUES(1,1,'one','','photos/one.jpg','','','',0,0,0,0,'done',0,1,'front',0.125,1,1);
CREATE TABLE pictures (
        id INTEGER PRIMARY KEY,
        photo INTEGER REFERENCES photos(id) ON DELETE SET NULL,
        file TEXT NOT NULL,
        kind TEXT NOT NULL,
        target TEXT NOT NULL,
        model TEXT NOT NULL,
        time TEXT NOT NULL,
        made TEXT NOT NULL
    );
CREATE TABLE ratings (
        id INTEGER PRIMARY KEY,
        mark TEXT NOT NULL UNIQUE,
        rater TEXT NOT NULL,
        picture INTEGER REFERENCES pictures(id) ON DELETE SET NULL,
        card TEXT NOT NULL,
        model TEXT NOT NULL,
        score INTEGER CHECK (score BETWEEN 1 AND 5),
        accepted INTEGER,
        note TEXT NOT NULL,
        time TEXT NOT NULL,
        taken_back TEXT NOT NULL DEFAULT '',
        more TEXT NOT NULL DEFAULT '{}'
    );
CREATE TABLE settings (
        name TEXT PRIMARY KEY NOT NULL,
        value TEXT NOT NULL
    );
INSERT INTO "settings" VALUES('background','"keep"');
CREATE TABLE shelf (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        UNIQUE (kind, name)
    );
CREATE INDEX people_of_photo ON people (photo, detected, place);
CREATE INDEX journal_steps ON journal (step);
CREATE INDEX journal_done ON journal (done, step);
CREATE INDEX pictures_of_photo ON pictures (photo);
COMMIT;
PRAGMA user_version = 1;
