import type { Database } from '#db/database.ts'
import type { PageRange } from '#db/keyset.ts'
import { perDb } from '#db/statements.ts'
import { rootTable } from '#db/table.ts'

/** An ad account as it is stored, without the permissions of users. */
export interface AdAccountRow {
  readonly seq: number
  readonly id: string
  readonly owner_id: string
  /** JSON of the features that differ from the defaults, or null. */
  readonly features: string | null
  readonly json: string
}

/** An ad account that a user may see. */
export interface PermittedAdAccount extends AdAccountRow {
  /** JSON of the user's roles. */
  readonly permissions: string
}

interface PermittedParameters {
  readonly userId: string
  /** 1: only accounts that the user owns. 0: all accounts in which the user has a role. */
  readonly isOwner: 0 | 1
  readonly after: number
  readonly limit: number
}

/** The table of ad accounts. */
export const adAccountTable = rootTable<AdAccountRow>('ad_accounts')

const statements = perDb((db) => ({
  countOwned: db.prepare<[string], number>('SELECT count(*) FROM ad_accounts WHERE owner_id = ?').pluck(),
  setFeatures: db.prepare<[string, string]>('UPDATE ad_accounts SET features = ? WHERE id = ?'),
  permissions: db
    .prepare<[string, string], string>(
      'SELECT permissions FROM ad_account_roles WHERE user_id = ? AND ad_account_id = ?',
    )
    .pluck(),
  // Sorting is cheap: the rows are the ad accounts of one user.
  permitted: db.prepare<PermittedParameters, PermittedAdAccount>(
    `SELECT a.*, r.permissions FROM ad_account_roles AS r CROSS JOIN ad_accounts AS a ON a.id = r.ad_account_id
     WHERE r.user_id = @userId AND a.seq > @after AND (NOT @isOwner OR a.owner_id = @userId)
     ORDER BY a.seq LIMIT @limit`,
  ),
  update: db.prepare<[string, string]>('UPDATE ad_accounts SET json = ? WHERE id = ?'),
  ids: db.prepare<[], string>('SELECT id FROM ad_accounts ORDER BY seq').pluck(),
}))

/** Returns the ids of all ad accounts, in the order of creation. */
export const listAdAccountIds = (db: Database): readonly string[] => statements(db).ids.all()

/** Returns how many ad accounts a user owns. */
export const countOwned = (db: Database, ownerId: string): number => statements(db).countOwned.get(ownerId) ?? 0

/** Stores the features that differ from the defaults. */
export const storeFeatures = (db: Database, id: string, features: Readonly<Record<string, boolean>>): void =>
  void statements(db).setFeatures.run(JSON.stringify(features), id)

/** Stores the account's JSON text for responses. */
export const updateAdAccount = (db: Database, id: string, json: string): void =>
  void statements(db).update.run(json, id)

/**
 * Deletes everything that belongs to the account: deletes its row, on which all tables below it cascade, and inserts it
 * again.
 */
export function emptyAdAccount(db: Database, account: AdAccountRow): void {
  adAccountTable.remove(db, account.id)
  adAccountTable.insert(db, account)
}

/** Returns the JSON of a user's roles in an ad account, if any. */
export const findPermissions = (db: Database, userId: string, id: string): string | undefined =>
  statements(db).permissions.get(userId, id)

/** Returns one page of the accounts that a user owns, or in which the user has a role, in the order of creation. */
export const listAdAccounts = (
  db: Database,
  userId: string,
  page: PageRange & { readonly owned: boolean },
): readonly PermittedAdAccount[] =>
  statements(db).permitted.all({ userId, isOwner: page.owned ? 1 : 0, after: page.after ?? 0, limit: page.limit })
