import t from 'tap'
import { migrate } from '#db/migrate.ts'
import { openMemory } from '#db/open.ts'
import { endGrant, findAccessToken, findRefreshToken } from '#server/resources/accounts/oauth/repository.ts'

t.test('a refresh token of an older state is a grant of its own', async (t) => {
  const db = openMemory()
  migrate(db, 18)
  db.exec(`
    INSERT INTO refresh_tokens (token, app, user_id, scopes, expires_at, is_over) VALUES
      ('one', '1', '549755885170', '[]', 5, 0), ('two', '1', '549755885170', '[]', 5, 0);
    INSERT INTO access_tokens (token, scheme, app, user_id, scopes, is_revoked, refresh_token_seq) VALUES
      ('of one', 'pinterest_oauth2', '1', '549755885170', '[]', 0, 1),
      ('of two', 'pinterest_oauth2', '1', '549755885170', '[]', 0, 2);
  `)
  migrate(db)
  const one = findRefreshToken(db, 'one')
  t.match(one, { is_over: 0, grant_seq: null })
  if (one !== undefined) endGrant(db, one)
  t.match([findRefreshToken(db, 'one'), findAccessToken(db, 'of one')], [{ is_over: 1 }, { is_revoked: 1 }])
  t.match([findRefreshToken(db, 'two'), findAccessToken(db, 'of two')], [{ is_over: 0 }, { is_revoked: 0 }])
})
