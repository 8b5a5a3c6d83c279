import { z } from 'zod'
import { EditError, editableEntity, editedRow } from '#server/contracts/editable-entity.ts'
import { roles } from '#server/domain/access/roles.ts'
import { defaultFeatures, type Feature } from '#server/domain/ads/features.ts'
import { LongId, UnixTime } from '#server/http/schema/fields.ts'
import type { World } from '#server/worlds/world.ts'
import { keepPast } from '../delivery-history/repository.ts'
import { userTable } from '../users/repository.ts'
import { grantRoles } from './granted-roles.ts'
import { type AdAccountRow, findPermissions, storeFeatures, updateAdAccount } from './repository.ts'
import { AdAccount, TimeZone } from './schema.ts'
import { adAccountText } from './serialize.ts'

const { name, country, currency } = AdAccount.shape
const featureNames = Object.keys(defaultFeatures) as Feature[]

/** Direct edits of ad accounts, which the API cannot change: features, names and roles among others. */
export const adAccountKind = editableEntity({
  name: 'ad_accounts',
  change: {
    features: z
      .partialRecord(z.enum(featureNames), z.boolean().nullable())
      .optional()
      .meta({ description: 'Those that are named; null gives back what every account has. Settings win over them.' }),
    name: name.optional(),
    country: country.optional(),
    currency: currency.optional(),
    time_zone: TimeZone.optional(),
    roles: z
      .record(LongId, z.array(z.enum(roles)))
      .optional()
      .meta({ description: 'What users may do with it, by their ids; an empty list takes all away.' }),
    created_time: UnixTime.optional(),
    updated_time: UnixTime.optional(),
  },
  edit({ db, clock }: World, row: AdAccountRow, { features, roles = {}, ...change }) {
    for (const [userId, granted] of Object.entries(roles)) {
      if (userTable.find(db, userId) === undefined) throw new EditError('roles', `there is no user ${userId}`)
      grantRoles(db, row.id, userId, granted)
    }
    if (features !== undefined) {
      const before = withFeatures(row.features, {})
      const after = withFeatures(row.features, features)
      const of = { kind: 'ad_account', id: row.id, ad_account_id: row.id, campaign_id: '' } as const
      keepPast(db, of, before, after, clock.seconds())
      storeFeatures(db, row.id, after)
    }
    const { json } = editedRow(row, change)
    updateAdAccount(db, row.id, json)
    return adAccountText({ json, permissions: findPermissions(db, row.owner_id, row.id) ?? '[]' })
  },
})

function withFeatures(
  stored: string | null,
  changed: Readonly<Record<string, boolean | null | undefined>>,
): Readonly<Record<string, boolean>> {
  const features: Record<string, boolean> = stored === null ? {} : JSON.parse(stored)
  for (const [feature, value] of Object.entries(changed)) {
    if (typeof value === 'boolean') features[feature] = value
    else delete features[feature]
  }
  return features
}
