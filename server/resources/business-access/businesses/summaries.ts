import type { Database } from '#db/database.ts'
import { perDb } from '#db/statements.ts'
import { adAccountTable } from '#server/resources/accounts/ad-accounts/repository.ts'
import { userTable } from '#server/resources/accounts/users/repository.ts'
import { profiled } from '#server/resources/accounts/users/service.ts'
import { findAsset } from './assets.ts'
import type { GrantRow } from './grants.ts'
import type { UserSummary } from './schema.ts'

const domain = 'example.com'

/** Returns the email address of a user, which follows from the name. */
export const emailOf = (username: string): string => `${username.toLowerCase()}@${domain}`

const byAddress = perDb((db) =>
  db.prepare<[string], { id: string; username: string }>('SELECT id, username FROM users WHERE username = ?'),
)

/** Returns the user with that name or email address. */
export function findUser(db: Database, nameOrEmail: string): { id: string; username: string } | undefined {
  const [name = '', host] = nameOrEmail.split('@')
  if (host !== undefined && host.toLowerCase() !== domain) return undefined
  return byAddress(db).get(name)
}

/** Returns the user with this id as responses of business access show users. */
export function summaryOf(db: Database, id: string): UserSummary {
  const username = userTable.find(db, id)?.username ?? null
  return { email: username === null ? null : emailOf(username), id, username }
}

/** Returns the name of a business, as lists of accounts show it. */
export function businessName(db: Database, id: string): string {
  const user = userTable.find(db, id)
  return user === undefined ? id : (profiled(user).business_name ?? user.username)
}

/** Returns the name of an ad account. */
export const adAccountName = (db: Database, id: string): string =>
  JSON.parse(adAccountTable.find(db, id)?.json ?? '{}').name ?? id

/** Returns the ad accounts and profiles among the assets, with the permissions on each. */
export const assetsSummary = (grants: readonly Pick<GrantRow, 'asset' | 'asset_type' | 'permissions'>[]) => ({
  ad_accounts: ofType(grants, 'AD_ACCOUNT'),
  profiles: ofType(grants, 'PROFILE'),
})

const ofType = (grants: readonly Pick<GrantRow, 'asset' | 'asset_type' | 'permissions'>[], type: string) =>
  grants
    .filter(({ asset_type }) => asset_type === type)
    .map(({ asset, permissions }) => ({ id: asset, permissions: JSON.parse(permissions) as readonly string[] }))

/** Returns the ad accounts and profiles of a map of permissions by asset. */
export const summaryOfAssets = (db: Database, assets: Readonly<Record<string, readonly string[]>>) =>
  assetsSummary(
    Object.entries(assets).flatMap(([asset, permissions]) => {
      const type = findAsset(db, asset)?.type
      return type === undefined ? [] : [{ asset, asset_type: type, permissions: JSON.stringify(permissions) }]
    }),
  )
