import { isObject } from '#server/domain/json-object.ts'
import { Clock } from '#server/domain/time/clock.ts'
import type { TargetClient } from '../client/target-client.ts'
import { TargetError } from '../client/target-error.ts'
import { textsOfAccount } from './blackout.ts'

/** What is known of an account before it is probed. */
export interface KnownAccount {
  /** Texts that no result may have. */
  readonly texts: readonly string[]
  /** The time of the target. */
  readonly clock: Clock
}

/**
 * Reads the ad account and its user, so that nothing of them gets into a result.
 *
 * @throws TargetError when the ad account cannot be read.
 */
export async function readAccount(client: TargetClient, adAccount: string, signal: AbortSignal): Promise<KnownAccount> {
  const path = `/ad_accounts/${encodeURIComponent(adAccount)}`
  const account = await client.send({ method: 'GET', path, category: 'ads_read', signal })
  if (account.status !== 200) {
    throw new TargetError('refused', `The ad account cannot be read (${account.status}): ${account.text.slice(0, 300)}`)
  }
  if (!isObject(account.body) || typeof account.body.id !== 'string') {
    throw new TargetError(
      'refused',
      `The target is none of the API: it answers ${path} with ${account.text.slice(0, 200)}`,
    )
  }
  const user = await client.send({ method: 'GET', path: '/user_account', category: 'org_read', signal })
  const clock = new Clock()
  const date = Date.parse(account.headers.get('date') ?? '')
  if (!Number.isNaN(date)) clock.set(date)
  const { id: _, ...fields } = account.body
  return { texts: [...textsOfAccount(fields), ...(user.status === 200 ? textsOfAccount(user.body) : [])], clock }
}
