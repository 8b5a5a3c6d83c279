import type { Database } from '#db/database.ts'
import { perDb } from '#db/statements.ts'
import type { Role } from '#server/domain/access/roles.ts'

interface StoredRoles {
  /** JSON of all roles. */
  readonly permissions: string
  /** JSON of the roles that no business granted; null where none granted any. */
  readonly own_permissions: string | null
  /** JSON of the roles that businesses granted, or null. */
  readonly granted_permissions: string | null
}

const statements = perDb((db) => ({
  find: db.prepare<[string, string], StoredRoles>(
    'SELECT permissions, own_permissions, granted_permissions FROM ad_account_roles WHERE user_id = ? AND ad_account_id = ?',
  ),
  store: db.prepare<[string, string, string, string | null, string | null]>(
    `INSERT OR REPLACE INTO ad_account_roles
     (ad_account_id, user_id, permissions, own_permissions, granted_permissions) VALUES (?, ?, ?, ?, ?)`,
  ),
  remove: db.prepare<[string, string]>('DELETE FROM ad_account_roles WHERE user_id = ? AND ad_account_id = ?'),
}))

/** Replaces the roles of a user's own in an ad account; those that businesses granted stay. */
export function grantRoles(db: Database, id: string, userId: string, roles: readonly Role[]): void {
  const { granted_permissions } = statements(db).find.get(userId, id) ?? {}
  store(db, id, userId, roles, granted_permissions == null ? [] : JSON.parse(granted_permissions))
}

/** Replaces the roles that businesses granted to a user in an ad account; those of the user's own stay. */
export function storeGrantedRoles(db: Database, id: string, userId: string, granted: readonly Role[]): void {
  const before = statements(db).find.get(userId, id)
  store(db, id, userId, JSON.parse(before?.own_permissions ?? before?.permissions ?? '[]'), granted)
}

/** Stores all roles in one column, so that a call finds them without a look at where they come from. */
function store(db: Database, id: string, userId: string, own: readonly Role[], granted: readonly Role[]): void {
  const all = JSON.stringify([...new Set([...own, ...granted])])
  if (all === '[]') statements(db).remove.run(userId, id)
  else if (granted.length === 0) statements(db).store.run(id, userId, all, null, null)
  else statements(db).store.run(id, userId, all, JSON.stringify(own), JSON.stringify(granted))
}
