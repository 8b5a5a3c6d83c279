import t from 'tap'
import type { Database } from '#db/database.ts'
import { migrate } from '#db/migrate.ts'
import { openMemory } from '#db/open.ts'
import { defaultUser } from '#server/domain/access/user.ts'

/** A database of the time when all that there was belonged to one user, with an ad account of another one. */
function old(): Database {
  const db = openMemory()
  migrate(db, 14)
  db.exec(`
    INSERT INTO ad_accounts (id, owner_id, json) VALUES
      ('1', '549755885170', '{"id":"1","permissions":["OWNER"]}'), ('2', '77', '{"id":"2","permissions":["OWNER"]}');
    INSERT INTO boards (id, name, privacy, pins_modified_at, json) VALUES
      ('10', 'Kept', 'PUBLIC', 5, '{}'), ('11', 'Gone', 'PUBLIC', 6, '{}');
    INSERT INTO board_sections (id, board_id, name) VALUES ('20', '10', 'Part');
    INSERT INTO pins (id, board_id, privacy, creative_type, is_repin, has_been_promoted, is_promotable, json)
      VALUES ('30', '10', 'PUBLIC', 'REGULAR', 0, 0, 1, '{}');
    DELETE FROM boards WHERE id = '11';
  `)
  return db
}

const all = (db: Database, sql: string): readonly unknown[] => db.prepare(sql).all()

t.test('an older state keeps its boards and Pins, which become the first user’s', async (t) => {
  const db = old()
  migrate(db)
  t.strictSame(all(db, 'SELECT id, owner_id, name FROM boards'), [{ id: '10', owner_id: defaultUser.id, name: 'Kept' }])
  t.strictSame(all(db, 'SELECT id, board_id, owner_id FROM pins'), [
    { id: '30', board_id: '10', owner_id: defaultUser.id },
  ])
  t.same(all(db, 'SELECT id FROM board_sections'), [{ id: '20' }])
  t.same(db.pragma('foreign_key_check'), [])
})

t.test('the sequence numbers of deleted boards stay used', async (t) => {
  const db = old()
  migrate(db)
  db.exec(
    "INSERT INTO boards (id, owner_id, name, privacy, pins_modified_at, json) VALUES ('12', '77', 'x', 'PUBLIC', 1, '{}')",
  )
  t.same(all(db, "SELECT seq FROM boards WHERE id = '12'"), [{ seq: 3 }])
})

t.test('foreign keys are enforced afterwards as before, on the tables that were made anew', async (t) => {
  const db = old()
  migrate(db)
  t.equal(db.pragma('foreign_keys', { simple: true }), 1)
  db.exec("UPDATE boards SET privacy = 'SECRET'")
  t.same(all(db, 'SELECT privacy FROM pins'), [{ privacy: 'SECRET' }])
  db.exec("DELETE FROM boards WHERE id = '10'")
  t.same(all(db, 'SELECT id FROM pins UNION ALL SELECT id FROM board_sections'), [])
})

t.test('who had access to an ad account still has it', async (t) => {
  const db = old()
  migrate(db)
  t.strictSame(all(db, 'SELECT ad_account_id, user_id, permissions FROM ad_account_roles ORDER BY 1, 2'), [
    { ad_account_id: '1', user_id: defaultUser.id, permissions: '["OWNER"]' },
    { ad_account_id: '2', user_id: defaultUser.id, permissions: '["ADMIN"]' },
    { ad_account_id: '2', user_id: '77', permissions: '["OWNER"]' },
  ])
  t.same(all(db, 'SELECT username FROM users ORDER BY seq'), [{ username: 'mock_advertiser' }, { username: 'user77' }])
  t.same(all(db, "SELECT json FROM ad_accounts WHERE id = '1'"), [{ json: '{"id":"1"}' }])
})
