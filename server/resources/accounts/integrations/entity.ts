import { patched } from '#server/domain/patch.ts'
import { type IntegrationCreate, type IntegrationRecord, IntegrationUpdate } from './schema.ts'

/** The id, user and time of a new integration. */
export interface IntegrationContext {
  readonly id: string
  readonly userId: string
  /** Milliseconds since 1970. */
  readonly now: number
}

/** Returns the integration that a creation stores. */
export const newIntegration = (
  item: IntegrationCreate,
  { id, userId, now }: IntegrationContext,
): IntegrationRecord => ({
  id,
  external_business_id: item.external_business_id ?? null,
  connected_merchant_id: item.connected_merchant_id ?? null,
  connected_user_id: userId,
  connected_advertiser_id: item.connected_advertiser_id ?? null,
  connected_lba_id: item.connected_lba_id ?? null,
  connected_tag_id: item.connected_tag_id ?? null,
  partner_access_token: item.partner_access_token ?? null,
  partner_refresh_token: item.partner_refresh_token ?? null,
  partner_primary_email: item.partner_primary_email ?? null,
  partner_access_token_expiry: item.partner_access_token_expiry ?? null,
  partner_refresh_token_expiry: item.partner_refresh_token_expiry ?? null,
  scopes: item.scopes ?? null,
  partner_metadata: item.partner_metadata ?? null,
  additional_id_1: item.additional_id_1 ?? null,
  created_time: now,
  updated_time: now,
})

const changeable = Object.keys(IntegrationUpdate.shape) as (keyof IntegrationUpdate)[]

/** Returns the integration after an update: null clears a field, and absent fields keep their value. */
export function changedIntegration(before: IntegrationRecord, item: IntegrationUpdate, now: number): IntegrationRecord {
  const changes = changeable.map((field) => [field, patched<string | number | null>(item[field], before[field])])
  return { ...before, ...Object.fromEntries(changes), updated_time: now }
}
