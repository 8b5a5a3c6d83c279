import t from 'tap'
import { migrate } from '#db/migrate.ts'
import { openMemory } from '#db/open.ts'
import { nextSequence } from '#db/statements.ts'

t.test('an older state keeps its keywords, and takes any match type from then on', async (t) => {
  const db = openMemory()
  migrate(db, 17)
  const columns = 'id, ad_account_id, match_type, value, status'
  db.exec(`
    INSERT INTO ad_accounts (id, owner_id, json) VALUES ('1', '549755885170', '{}');
    INSERT INTO keywords (${columns}) VALUES
      ('10', '1', 'EXACT_NEGATIVE', 'kept', 'ARCHIVED'), ('11', '1', 'EXACT_NEGATIVE', 'gone', 'ACTIVE');
    DELETE FROM keywords WHERE id = '11';
  `)
  const add = () => db.exec(`INSERT INTO keywords (${columns}) VALUES ('12', '1', 'BROAD', 'new', 'ACTIVE')`)
  t.throws(add, { code: 'SQLITE_CONSTRAINT_CHECK' })
  migrate(db)
  t.equal(nextSequence(db, 'keywords'), 3, 'sequence numbers stay used')
  add()
  t.strictSame(db.prepare('SELECT id, parent_id, value, status FROM keywords').all(), [
    { id: '10', parent_id: '1', value: 'kept', status: 'ARCHIVED' },
    { id: '12', parent_id: '1', value: 'new', status: 'ACTIVE' },
  ])
  t.same(db.pragma('foreign_key_check'), [])
})
