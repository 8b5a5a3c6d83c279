import t from 'tap'
import type { Database } from '#db/database.ts'
import { exportState } from '#db/export.ts'
import { migrate } from '#db/migrate.ts'
import { openMemory } from '#db/open.ts'
import { defaultUser } from '#server/domain/access/user.ts'
import { domainOf } from '#server/resources/content/pins/entity.ts'

const before = '549755885170'

/** A database of version 0.1, in which the first user has something of every kind. */
function old(): Database {
  const db = openMemory()
  migrate(db, 18)
  const images = (height: number | null) => ({ '600x': { width: 600, height }, '1200x': { width: 1200, height } })
  const pins = [
    { link: 'https://www.Shop.example/tents', dominant_color: null, media: { images: images(null) } },
    { link: null, dominant_color: '#6E7874', media: { items: [{ images: images(null) }, { images: images(null) }] } },
  ]
  db.exec(`
    INSERT INTO ad_accounts (id, owner_id, json) VALUES
      ('1', '${before}', '{"id":"1","owner":{"username":"mock_advertiser","id":"${before}"}}'),
      ('2', '77', '{"id":"2","owner":{"username":"user77","id":"77"}}');
    INSERT INTO users (id, username, json) VALUES ('77', 'user77', '{}');
    INSERT INTO ad_account_roles VALUES ('1', '${before}', '["OWNER"]'), ('2', '${before}', '["ADMIN"]');
    INSERT INTO refresh_tokens (token, app, user_id, scopes, expires_at, is_over) VALUES ('r', 'a', '${before}', '[]', 9, 0);
    INSERT INTO access_tokens (token, scheme, user_id, scopes, is_revoked) VALUES ('t', 'pinterest_oauth2', '${before}', '[]', 0);
    INSERT INTO authorization_codes (code, app, user_id, redirect_uri, scopes, expires_at, is_used)
      VALUES ('c', 'a', '${before}', 'https://a', '[]', 9, 0);
    INSERT INTO boards (id, owner_id, name, privacy, pins_modified_at, json) VALUES
      ('10', '${before}', 'Bare', 'PUBLIC', 5, '{"description":null}'),
      ('11', '${before}', 'Told', 'PUBLIC', 5, '{"description":"Where to walk"}');
    INSERT INTO media (id, media_type, registered_at) VALUES ('40', 'video', 1);
  `)
  const insert = db.prepare(
    `INSERT INTO pins (id, board_id, privacy, creative_type, is_repin, has_been_promoted, is_promotable, json)
     VALUES (?, '10', 'PUBLIC', 'REGULAR', 0, 0, 1, ?)`,
  )
  for (const [index, pin] of pins.entries()) insert.run(String(30 + index), JSON.stringify(pin))
  insert.run('39', '{}')
  db.exec("DELETE FROM pins WHERE id = '39'")
  return db
}

const all = (db: Database, sql: string): readonly unknown[] => db.prepare(sql).all()
const columnOf = (db: Database, sql: string): readonly unknown[] => db.prepare(sql).pluck().all()

t.test('the first user of an older state has its new id wherever it is named, and others keep theirs', async (t) => {
  const db = old()
  migrate(db)
  t.strictSame(all(db, 'SELECT id, username FROM users ORDER BY seq'), [
    { id: defaultUser.id, username: defaultUser.username },
    { id: '77', username: 'user77' },
  ])
  t.same(columnOf(db, 'SELECT owner_id FROM ad_accounts ORDER BY id'), [defaultUser.id, '77'])
  t.same(columnOf(db, "SELECT json ->> '$.owner.id' FROM ad_accounts ORDER BY id"), [defaultUser.id, '77'])
  for (const table of ['ad_account_roles', 'refresh_tokens', 'access_tokens', 'authorization_codes']) {
    t.same(columnOf(db, `SELECT DISTINCT user_id FROM ${table}`), [defaultUser.id], table)
  }
  for (const table of ['boards', 'pins']) {
    t.same(columnOf(db, `SELECT DISTINCT owner_id FROM ${table}`), [defaultUser.id], table)
  }
  t.same(db.pragma('foreign_key_check'), [])
})

t.test('nothing in an older state says the old id any more', async (t) => {
  const db = old()
  migrate(db)
  t.notMatch(JSON.stringify(exportState(db)), before)
  t.notMatch(columnOf(db, 'SELECT sql FROM sqlite_schema').join('\n'), before)
})

t.test('Pins of an older state have a colour, heights, and the domain of their link', async (t) => {
  const db = old()
  migrate(db)
  const [linked, several] = columnOf(db, 'SELECT json FROM pins ORDER BY seq').map((json) => JSON.parse(String(json)))
  t.match(linked, { dominant_color: /^#[0-9a-f]{6}$/, media: { images: { '600x': { width: 600, height: 900 } } } })
  t.equal(several.dominant_color, '#6E7874')
  for (const { images } of several.media.items) t.match(images, { '600x': { height: 900 }, '1200x': { height: 1800 } })
  t.same(columnOf(db, 'SELECT domain FROM pins ORDER BY seq'), ['shop.example', null])
})

t.test('a link of an older state leads to the domain that it would have now', async (t) => {
  const links = [
    'http://shop.example:80/a',
    'https://shop.example?b=/c',
    'https://eu.shop.example#d',
    'shop.example',
    'ftp://x',
  ]
  const db = openMemory()
  migrate(db, 18)
  const insert = db.prepare(
    `INSERT INTO pins (id, privacy, creative_type, is_repin, has_been_promoted, is_promotable, json)
     VALUES (?, 'PUBLIC', 'REGULAR', 0, 0, 1, ?)`,
  )
  for (const link of links) insert.run(link, JSON.stringify({ link }))
  migrate(db)
  t.same(columnOf(db, 'SELECT domain FROM pins ORDER BY seq'), links.map(domainOf))
})

t.test('the sequence numbers of deleted Pins stay used, and Pins still follow their board', async (t) => {
  const db = old()
  migrate(db)
  t.same(columnOf(db, "SELECT seq FROM sqlite_sequence WHERE name = 'pins'"), [3])
  db.exec("UPDATE boards SET privacy = 'SECRET' WHERE id = '10'")
  t.same(columnOf(db, 'SELECT DISTINCT privacy FROM pins'), ['SECRET'])
  db.exec("DELETE FROM boards WHERE id = '10'")
  t.same(columnOf(db, 'SELECT id FROM pins'), [])
})

t.test('a board of an older state without a description has an empty one', async (t) => {
  const db = old()
  migrate(db)
  t.same(columnOf(db, "SELECT json ->> '$.description' FROM boards ORDER BY seq"), ['', 'Where to walk'])
})

t.test('a video of an older state is one', async (t) => {
  const db = old()
  migrate(db)
  t.same(columnOf(db, 'SELECT is_broken FROM media'), [0])
})
