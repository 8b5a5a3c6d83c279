import { UsageError } from '#server/config/usage-error.ts'
import { isObject } from '#server/domain/json-object.ts'
import type { TargetAnswer } from '../client/target-answer.ts'
import type { TargetClient } from '../client/target-client.ts'
import { TargetError } from '../client/target-error.ts'
import { textsOfAccount } from './blackout.ts'
import type { ProbeCase } from './probe-case.ts'
import { needsPin } from './references.ts'
import { refusalsIn } from './refusals.ts'

/** A Pin of the user, of which a probe makes ads and which it never changes. */
export interface PromotablePin {
  readonly id: string
  /** REGULAR for a Pin of one image, CAROUSEL for one of several; undefined where the target does not tell. */
  readonly type: string | undefined
  /** Texts that no result may have. */
  readonly texts: readonly string[]
}

/** The rate categories of what `readPin` sends at most. */
export const pinCategories = ['org_read', 'org_read', 'ads_write'] as const

/**
 * Reads the Pin that a user names, and asks for a preview of it, which makes nothing.
 *
 * @throws UsageError where it does not exist, is another user's, secret, or of no ads. TargetError when it cannot be read.
 */
export async function readPin(
  client: TargetClient,
  adAccount: string,
  id: string,
  signal: AbortSignal,
): Promise<PromotablePin> {
  const read = (path: string): Promise<TargetAnswer> =>
    client.send({ method: 'GET', path, category: 'org_read', signal })
  const { status, text, body } = await read(`/pins/${id}`)
  if (status === 404) throw new UsageError(`--pin: there is no Pin ${id}, or it belongs to another user.`)
  if (status !== 200 || !isObject(body)) {
    throw new TargetError('refused', `The Pin cannot be read (${status}): ${text.slice(0, 300)}`)
  }
  if (body.is_owner === false) throw new UsageError(`--pin: Pin ${id} belongs to another user.`)
  const type = typeof body.creative_type === 'string' ? body.creative_type : undefined
  if (type !== undefined && !['REGULAR', 'CAROUSEL'].includes(type)) {
    throw new UsageError(`--pin: Pin ${id} is ${type}. A probe makes ads of Pins of images.`)
  }
  const board = typeof body.board_id === 'string' ? (await read(`/boards/${body.board_id}`)).body : undefined
  if (isObject(board) && board.privacy === 'SECRET') {
    throw new UsageError(`--pin: Pin ${id} is on a secret board. Ads are made of public Pins.`)
  }
  const preview = await client.send({
    method: 'POST',
    path: `/ad_accounts/${adAccount}/ad_previews`,
    body: { pin_id: id },
    category: 'ads_write',
    repeatable: true,
    signal,
  })
  if (preview.status === 400 || preview.status === 404) {
    const [refusal] = refusalsIn(preview.body)
    throw new UsageError(`--pin: no ad can be made of Pin ${id}: ${refusal?.message ?? preview.text.slice(0, 300)}`)
  }
  return { id, type, texts: [id, ...textsOfAccount(body), ...textsOfAccount(board)] }
}

/** Returns why a Pin does not fit a case that needs one; undefined where it does. */
export function misfit(one: ProbeCase, pin: PromotablePin | undefined): string | undefined {
  if (!needsPin(one)) return undefined
  const { pin: needed = 'REGULAR' } = one
  if (pin?.type === undefined || pin.type === needed) return undefined
  return `needs a Pin of ${needed === 'CAROUSEL' ? 'several images' : 'one image'}: give one by --pin`
}
