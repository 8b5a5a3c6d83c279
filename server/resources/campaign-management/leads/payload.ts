import { createCipheriv, createHash } from 'node:crypto'
import type { World } from '#server/worlds/world.ts'
import { adTable } from '../ads/repository.ts'
import type { StoredAd } from '../ads/schema.ts'
import type { LeadSubscription } from '../lead-subscriptions/schema.ts'
import type { LeadRow } from './repository.ts'
import { leadOf } from './service.ts'

/** Bytes of a nonce of AES-GCM; the tag has 16. */
const nonceBytes = 12

/** Returns what a webhook reads of a lead once it is decrypted: an array with one lead. */
export function plainLead(world: World, row: LeadRow): string {
  const { id, ad_account_id, lead_form_id, ad_id, is_test, created_time, answers } = leadOf(row)
  return JSON.stringify([
    {
      lead_id: id,
      advertiser_id: ad_account_id,
      lead_form_id,
      ad_id,
      ...parentsOf(world, row),
      created_time,
      is_test,
      answers,
    },
  ])
}

function parentsOf({ readable }: World, { ad_account_id, ad_id }: LeadRow) {
  const row = ad_id === null ? undefined : adTable.find(readable, ad_account_id, ad_id)
  const ad: StoredAd | undefined = row && JSON.parse(row.json)
  return { ad_group_id: ad?.ad_group_id ?? null, campaign_id: ad?.campaign_id ?? null }
}

/**
 * Returns the body of the request to a webhook: the lead encrypted with AES-256-GCM by the key of its subscription, in
 * base64 as nonce, ciphertext and tag.
 *
 * @param attempt Attempts have nonces of their own: none may be used twice with a key.
 */
export function encryptedBody(
  { id, cryptographic_key, cryptographic_algorithm }: LeadSubscription,
  lead: LeadRow,
  plain: string,
  attempt: number,
): string {
  const key = Buffer.from(cryptographic_key, 'base64')
  const nonce = createHash('sha256').update(`${id} ${lead.id} ${attempt} ${plain}`).digest().subarray(0, nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const ciphertext = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  const encrypted_data = Buffer.concat([nonce, ciphertext, cipher.getAuthTag()]).toString('base64')
  return JSON.stringify({ subscription_id: id, cryptographic_algorithm, encrypted_data })
}
