-- Whether a business must have claimed a website before its feeds are taken: test control sets it.
ALTER TABLE users ADD COLUMN needs_website INTEGER NOT NULL DEFAULT 0 CHECK (needs_website IN (0, 1));
