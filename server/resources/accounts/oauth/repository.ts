import type { Database } from '#db/database.ts'
import { inserter } from '#db/insert.ts'
import { nextSequence, perDb } from '#db/statements.ts'
import type { TokenScheme } from '#server/domain/access/tokens.ts'

/** A grant as it is stored. `scopes` is a JSON list; times are Unix seconds. */
export interface GrantRow {
  readonly seq: number
  readonly app: string
  readonly user_id: string
  readonly scopes: string
  readonly expires_at: number
}

/** An authorization code, to be exchanged once. */
export interface CodeRow extends GrantRow {
  readonly code: string
  readonly redirect_uri: string
  readonly is_used: 0 | 1
}

/** A refresh token as it is stored. */
export interface RefreshTokenRow extends GrantRow {
  readonly token: string
  readonly is_over: 0 | 1
  /** The `seq` of the first refresh token of the same grant; null in the first. */
  readonly grant_seq: number | null
}

/** An access token as it is stored. */
export interface AccessTokenRow {
  readonly seq: number
  readonly token: string
  readonly scheme: TokenScheme
  readonly app: string | null
  readonly user_id: string
  readonly scopes: string
  readonly expires_at: number | null
  readonly is_revoked: 0 | 1
  readonly refresh_token_seq: number | null
}

const statements = perDb((db) => ({
  code: db.prepare<[string], CodeRow>('SELECT * FROM authorization_codes WHERE code = ?'),
  refreshToken: db.prepare<[string], RefreshTokenRow>('SELECT * FROM refresh_tokens WHERE token = ?'),
  accessToken: db.prepare<[string], AccessTokenRow>('SELECT * FROM access_tokens WHERE token = ?'),
  insertCode: inserter<CodeRow>(db, 'authorization_codes'),
  insertRefreshToken: inserter<RefreshTokenRow>(db, 'refresh_tokens'),
  insertAccessToken: inserter<AccessTokenRow>(db, 'access_tokens'),
  useCode: db.prepare<[number]>('UPDATE authorization_codes SET is_used = 1 WHERE seq = ?'),
  endRefreshToken: db.prepare<[number]>('UPDATE refresh_tokens SET is_over = 1 WHERE seq = ?'),
  revokeAccessToken: db.prepare<[number]>('UPDATE access_tokens SET is_revoked = 1 WHERE seq = ?'),
  endGrant: db.prepare<{ first: number }>(
    'UPDATE refresh_tokens SET is_over = 1 WHERE seq = @first OR grant_seq = @first',
  ),
  revokeGranted: db.prepare<{ first: number }>(
    `UPDATE access_tokens SET is_revoked = 1 WHERE refresh_token_seq IN
       (SELECT seq FROM refresh_tokens WHERE seq = @first OR grant_seq = @first)`,
  ),
}))

/** Returns the row of an authorization code. */
export const findCode = (db: Database, code: string): CodeRow | undefined => statements(db).code.get(code)

/** Returns the row of a refresh token. */
export const findRefreshToken = (db: Database, token: string): RefreshTokenRow | undefined =>
  statements(db).refreshToken.get(token)

/** Returns the row of an access token. */
export const findAccessToken = (db: Database, token: string): AccessTokenRow | undefined =>
  statements(db).accessToken.get(token)

/** Returns the `seq` of the next row of a table. */
export const nextGrantSequence = (
  db: Database,
  table: 'authorization_codes' | 'refresh_tokens' | 'access_tokens',
): number => nextSequence(db, table)

/** Stores a new code. */
export const insertCode = (db: Database, row: CodeRow): void => statements(db).insertCode(row)

/** Stores a new refresh token. */
export const insertRefreshToken = (db: Database, row: RefreshTokenRow): void => statements(db).insertRefreshToken(row)

/** Stores a new access token. */
export const insertAccessToken = (db: Database, row: AccessTokenRow): void => statements(db).insertAccessToken(row)

/** Marks the code as used. */
export const useCode = (db: Database, seq: number): void => void statements(db).useCode.run(seq)

/** Marks the refresh token as ended. */
export const endRefreshToken = (db: Database, seq: number): void => void statements(db).endRefreshToken.run(seq)

/** Revokes an access token. */
export const revokeAccessToken = (db: Database, seq: number): void => void statements(db).revokeAccessToken.run(seq)

/** Ends the whole grant of a refresh token: all refresh tokens of the same code, and their access tokens. */
export function endGrant(db: Database, { seq, grant_seq }: RefreshTokenRow): void {
  const grant = { first: grant_seq ?? seq }
  statements(db).endGrant.run(grant)
  statements(db).revokeGranted.run(grant)
}
