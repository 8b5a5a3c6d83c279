import { createHash } from 'node:crypto'
import type { AdAccountContext } from '#server/domain/ads/ad-account.ts'
import { idOf } from '#server/domain/ids.ts'
import { isLocalHost } from '#server/http/local-host.ts'
import type { World } from '#server/worlds/world.ts'
import { type LeadFormRow, leadFormTable } from '../lead-forms/repository.ts'
import { type LeadSubscriptionRow, leadSubscriptionTable, subscriptionsFor, subscriptionsTo } from './repository.ts'
import { leadSubscriptionIdRange } from './resource.ts'
import { leadSubscriptionRules } from './rules.ts'
import type { LeadSubscription, LeadSubscriptionCreate } from './schema.ts'

/** The version of the API that stored subscriptions name; the response to a creation says `v5` (C15). */
const storedVersion = '5.11.1'

/** Subscribes a user to the leads of an ad account; throws where a rule refuses it. */
export function createLeadSubscription(
  { db, rules, clock }: World,
  { id: ad_account_id }: Pick<AdAccountContext, 'id'>,
  { webhook_url, lead_form_id = null }: LeadSubscriptionCreate,
  user_account_id: string,
): LeadSubscriptionRow {
  rules.assert(leadSubscriptionRules, {
    webhook_url,
    lead_form_id,
    isSecure: isSecure(webhook_url),
    formExists: lead_form_id === null || leadFormTable.find(db, ad_account_id, lead_form_id) !== undefined,
    isTaken: subscriptionsTo(db, ad_account_id, lead_form_id).length > 0,
  })
  const seq = leadSubscriptionTable.nextSequence(db)
  const subscription: LeadSubscription = {
    id: idOf(leadSubscriptionIdRange, seq),
    cryptographic_key: keyOf(seq),
    cryptographic_algorithm: 'AES-256-GCM',
    created_time: clock.milliseconds(),
    user_account_id,
    ad_account_id,
    webhook_url,
    lead_form_id,
    api_version: storedVersion,
  }
  return leadSubscriptionTable.insertEntity(db, subscription, { seq })
}

/** Returns a subscription as the response to its creation has it. */
export const createdText = ({ json }: LeadSubscriptionRow): string =>
  JSON.stringify({ ...(JSON.parse(json) as LeadSubscription), api_version: 'v5' })

/** Deletes a subscription. */
export const removeLeadSubscription = ({ db }: World, { id }: LeadSubscriptionRow): void =>
  leadSubscriptionTable.remove(db, id)

/**
 * Returns the id of the subscription that receives the leads of a form. Where nobody subscribes it is invented, and the
 * same for each lead of the form.
 */
export function receivingSubscription({ readable }: World, { id, ad_account_id, seq }: LeadFormRow): string {
  const [subscription] = subscriptionsFor(readable, ad_account_id, id)
  return subscription?.id ?? idOf(leadSubscriptionIdRange, seq)
}

/** Returns the key of the nth subscription: 32 bytes, the same on every run, so no secret. */
const keyOf = (sequence: number): string =>
  createHash('sha256').update(`lead subscription ${sequence}`).digest('base64')

function isSecure(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  return protocol === 'https:' || (protocol === 'http:' && isLocalHost(hostname.replaceAll(/[[\]]/g, '')))
}
