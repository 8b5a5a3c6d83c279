import { keysetPage } from '../../../db/keyset.ts'
import type { Database } from '../../../db/open.ts'
import { nextSequence, perDb } from '../../../db/per-db.ts'

/** An ad account as it is stored. */
export interface AdAccountRow {
  readonly seq: number
  readonly id: string
  readonly owner_id: string
  /** JSON of what differs from every account's features, or null. */
  readonly features: string | null
  readonly json: string
}

const statements = perDb((db) => ({
  byId: db.prepare<[string], AdAccountRow>('SELECT * FROM ad_accounts WHERE id = ?'),
  insert: db.prepare<AdAccountRow>('INSERT INTO ad_accounts VALUES (@seq, @id, @owner_id, @features, @json)'),
  countOwned: db.prepare<[string], number>('SELECT count(*) FROM ad_accounts WHERE owner_id = ?').pluck(),
  setFeatures: db.prepare<[string, string]>('UPDATE ad_accounts SET features = ? WHERE id = ?'),
  owners: db.prepare<[], string>('SELECT DISTINCT owner_id FROM ad_accounts').pluck(),
  remove: db.prepare<[string]>('DELETE FROM ad_accounts WHERE id = ?'),
}))

/** The ad account of that id. */
export const findAdAccount = (db: Database, id: string): AdAccountRow | undefined => statements(db).byId.get(id)

/** The `seq` of the next ad account. */
export const nextAdAccountSequence = (db: Database): number => nextSequence(db, 'ad_accounts')

/** Stores a new ad account. */
export const insertAdAccount = (db: Database, row: AdAccountRow): void => void statements(db).insert.run(row)

/** How many ad accounts a user owns. */
export const countOwned = (db: Database, ownerId: string): number => statements(db).countOwned.get(ownerId) ?? 0

/** Stores what differs from every account's features. */
export const storeFeatures = (db: Database, id: string, features: Readonly<Record<string, boolean>>): void =>
  void statements(db).setFeatures.run(JSON.stringify(features), id)

/** Deletes everything that belongs to the account, whose row goes and comes back: all tables below it cascade. */
export function emptyAdAccount(db: Database, account: AdAccountRow): void {
  statements(db).remove.run(account.id)
  insertAdAccount(db, account)
}

/** One page of accounts in the order of their creation: one user's, or all. */
export function listAdAccounts(
  db: Database,
  page: { ownerId?: string | undefined; after?: number | undefined; limit: number },
): readonly AdAccountRow[] {
  const owners = page.ownerId === undefined ? statements(db).owners.all() : [page.ownerId]
  const ranges = owners.map((owner) => [owner])
  return keysetPage(db, { table: 'ad_accounts', select: 't.*', columns: ['owner_id'], ranges, ...page })
}
