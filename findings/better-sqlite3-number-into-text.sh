#!/usr/bin/env bash
# better-sqlite3 13.2.0 (SQLite inside): a JavaScript number that is bound to a TEXT column is stored as the text of a double,
# '626700000638.0', also in a STRICT table, which might be expected to refuse it; the same number in SQL text is stored as
# '626700000638', and a BigInt as well. A row that was written with a number in place of its id is listed, and is not found
# by its id.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts better-sqlite3@13.2.0
cat >try.cjs <<'JS'
const Database = require('better-sqlite3')
const db = new Database(':memory:')
console.log(require('better-sqlite3/package.json').version)
db.exec('CREATE TABLE campaigns (id TEXT PRIMARY KEY) STRICT')
const insert = db.prepare('INSERT INTO campaigns VALUES (?) RETURNING id')
console.log('number', insert.get(626700000638).id)
console.log('BigInt', insert.get(626700000639n).id)
console.log('text', insert.get('626700000640').id)
console.log('SQL', db.prepare('INSERT INTO campaigns VALUES (626700000641) RETURNING id').get().id)
console.log('found by its id', db.prepare('SELECT count(*) n FROM campaigns WHERE id = ?').get('626700000638').n)
JS
seen=$(node try.cjs)
echo "$seen"
diff <(echo "$seen") - <<'SEEN'
13.2.0
number 626700000638.0
BigInt 626700000639
text 626700000640
SQL 626700000641
found by its id 0
SEEN
