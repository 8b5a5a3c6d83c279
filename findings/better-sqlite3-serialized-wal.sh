#!/usr/bin/env bash
# better-sqlite3 13.2.0 (SQLite 3.54.1): serialize() of a database in WAL mode returns bytes that new Database(bytes) opens
# without an error and that then answer no statement, not even SELECT 1 or PRAGMA journal_mode: SQLITE_CANTOPEN. Written to
# a file, the same bytes are a database with all rows. SQLite keeps no log in memory, and the bytes say that there is one
# in their header (offsets 18 and 19); with 1 in both they open, since serialize() has read what the log held.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund better-sqlite3@13.2.0
cat >try.cjs <<'JS'
const { writeFileSync } = require('node:fs')
const Database = require('better-sqlite3')
const outcome = (run) => {
  try {
    return JSON.stringify(run())
  } catch ({ code, message }) {
    return `${code} ${message}`
  }
}
const db = new Database('state.sqlite')
db.pragma('journal_mode = WAL')
db.exec("CREATE TABLE pins (id TEXT); INSERT INTO pins VALUES ('1')")
const bytes = db.serialize()
console.log(require('better-sqlite3/package.json').version, db.prepare('SELECT sqlite_version()').pluck().get())
console.log('header:', bytes[18], bytes[19])

const opened = new Database(bytes)
for (const sql of ['SELECT * FROM pins', 'SELECT 1', 'PRAGMA journal_mode', 'PRAGMA journal_mode = DELETE'])
  console.log(`${sql}:`, outcome(() => opened.prepare(sql).all()))
writeFileSync('copy.sqlite', bytes)
console.log('as a file:', outcome(() => new Database('copy.sqlite').prepare('SELECT * FROM pins').all()))
bytes.fill(1, 18, 20)
console.log('with another header:', outcome(() => new Database(bytes).prepare('SELECT * FROM pins').all()))
db.pragma('journal_mode = DELETE')
console.log('out of WAL mode:', outcome(() => new Database(db.serialize()).prepare('SELECT * FROM pins').all()))
JS
seen=$(node try.cjs)
echo "$seen"
diff <(echo "$seen") - <<'SEEN'
13.2.0 3.54.1
header: 2 2
SELECT * FROM pins: SQLITE_CANTOPEN unable to open database file
SELECT 1: SQLITE_CANTOPEN unable to open database file
PRAGMA journal_mode: SQLITE_CANTOPEN unable to open database file
PRAGMA journal_mode = DELETE: SQLITE_CANTOPEN unable to open database file
as a file: [{"id":"1"}]
with another header: [{"id":"1"}]
out of WAL mode: [{"id":"1"}]
SEEN
