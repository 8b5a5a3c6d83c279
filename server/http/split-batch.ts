import type { FastifyReply } from 'fastify'
import type { Refusal } from '../domain/rule.ts'
import type { World } from '../world.ts'
import { nameRules, ofItem, sendJson } from './replies.ts'

/** What became of one item: the entity as it is answered, or what is told of it and why it was refused. */
export type SplitOutcome =
  | { readonly stored: object }
  | { readonly data: object; readonly refusals: readonly Refusal[] }

/**
 * Does each item in one transaction, and answers those that were stored under the resource's name, and those that were
 * not in `errors` with the reasons.
 */
export function replyToSplitBatch<Item>(
  reply: FastifyReply,
  world: World,
  name: string,
  items: readonly Item[],
  each: (item: Item) => SplitOutcome,
): FastifyReply {
  const stored: object[] = []
  const errors: object[] = []
  const refused: Refusal[] = []
  world.write(() => {
    for (const [index, outcome] of items.map(each).entries()) {
      if ('stored' in outcome) stored.push(outcome.stored)
      else {
        errors.push({ data: outcome.data, error_messages: outcome.refusals.map(({ message }) => message) })
        refused.push(...ofItem(outcome.refusals, index))
      }
    }
  })
  nameRules(reply, refused)
  return sendJson(reply, JSON.stringify({ [name]: stored, errors }))
}
