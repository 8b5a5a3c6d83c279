import { withKeyBefore } from '#server/http/responses/json-text.ts'
import type { PermittedAdAccount } from './repository.ts'
import type { StoredAdAccount } from './schema.ts'
import { timeZoneOf } from './time-zones.ts'

/** Returns the JSON text of the response to the account's creation, without permissions and time zone (observed). */
export const createdAdAccountText = ({ time_zone: _, ...account }: StoredAdAccount): string =>
  withPermissions(JSON.stringify(account), '[]')

/** Returns the account as JSON text, with the permissions of the caller. */
export const adAccountText = ({ json, permissions }: Pick<PermittedAdAccount, 'json' | 'permissions'>): string =>
  withPermissions(zoned(json), permissions)

/** Returns the account with its permissions, at the position that recorded responses have them. */
const withPermissions = (json: string, permissions: string): string =>
  withKeyBefore(json, 'created_time', `"permissions":${permissions}`)

/** Returns the account with its time zone, which exports of earlier versions lack. */
function zoned(json: string): string {
  if (json.includes('"time_zone":')) return json
  const account: StoredAdAccount = JSON.parse(json)
  return JSON.stringify({ ...account, time_zone: timeZoneOf(account.country) })
}
