#!/usr/bin/env bash
# better-sqlite3 13.2.0 (SQLite 3.54.1): a prepared SELECT with LIMIT ? takes more than 1.8 times as long to run as one with
# LIMIT +?, which has the same query plan and the same value; so does WHERE account = ? beside ORDER BY, and a lookup by id
# beside JOINs takes several times as long. better-sqlite3 clears the parameters of a statement after each run, whereupon
# SQLite plans anew what it planned by looking at parameters; `+?` is none to the planner. WHERE account = ? alone is
# planned once.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund better-sqlite3@13.2.0
cat >try.cjs <<'JS'
const Database = require('better-sqlite3')
const db = new Database(':memory:')
console.log(require('better-sqlite3/package.json').version, db.prepare('SELECT sqlite_version()').pluck().get())
db.exec('CREATE TABLE ads (seq INTEGER PRIMARY KEY, account TEXT NOT NULL, status TEXT NOT NULL)')
db.exec('CREATE INDEX ads_by_status ON ads (account, status, seq)')
const insert = db.prepare("INSERT INTO ads (account, status) VALUES ('1', 'ACTIVE')")
for (let row = 0; row < 1000; row++) insert.run()

const microseconds = (sql, values) => {
  const page = db.prepare(sql).pluck()
  const rounds = Array.from({ length: 15 }, () => {
    const begin = process.cpuUsage()
    for (let run = 0; run < 4000; run++) page.all(...values)
    const { user, system } = process.cpuUsage(begin)
    return (user + system) / 4000
  })
  return Math.min(...rounds)
}
const planOf = (sql, values) => db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values).map(({ detail }) => detail).join()
const compare = (what, slow, fast, values) => {
  const ratio = microseconds(slow, values) / microseconds(fast, values)
  console.log(what, planOf(slow, values) === planOf(fast, values) ? 'same plan,' : 'another plan,', ratio > 1.8 ? 'slow' : 'alike')
}
const page = (condition, limit) => `SELECT seq FROM ads WHERE ${condition} LIMIT ${limit}`
compare('LIMIT ?:', page('seq > ? ORDER BY seq', '?'), page('seq > ? ORDER BY seq', '+?'), [1, 3])
compare('account = ? ORDER BY:', page('account = ? AND status = ? ORDER BY seq', 3), page('account = +? AND status = +? ORDER BY seq', 3), ['1', 'ACTIVE'])
db.exec('CREATE TABLE pins (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, ad INTEGER REFERENCES ads (seq))')
db.exec("INSERT INTO pins SELECT seq, 'pin ' || seq, seq FROM ads")
const lookup = (value) => `SELECT ads.seq FROM pins JOIN ads ON ads.seq = pins.ad WHERE pins.id = ${value} AND ads.seq = ${value}`
compare('pins.id = ? AND ads.seq = ? beside JOIN:', lookup('?'), lookup('+?'), ['pin 1', 1])
compare('account = ?:', page('account = ? AND status = ?', 3), page('account = +? AND status = +?', 3), ['1', 'ACTIVE'])
JS
seen=$(node try.cjs)
echo "$seen"
diff <(echo "$seen") - <<'SEEN'
13.2.0 3.54.1
LIMIT ?: same plan, slow
account = ? ORDER BY: same plan, slow
pins.id = ? AND ads.seq = ? beside JOIN: same plan, slow
account = ?: same plan, alike
SEEN
