import type { FastifyReply } from 'fastify'
import type { Violation } from '#server/domain/rules/rule.ts'
import type { World } from '#server/worlds/world.ts'
import { faultedItem } from './faulted-items.ts'
import { nameRules, ofItem, sendJson } from './replies.ts'

/** What became of one item: the entity as it is answered, or why it was refused and what else is told of it. */
export type SplitOutcome =
  | { readonly stored: object }
  | { readonly data?: object; readonly violations: readonly Violation[] }

/** Why an item was refused, in the answer. */
interface SplitError {
  readonly data: object
  readonly error_messages: readonly string[]
}

/**
 * Does each item in one transaction, and answers those that were stored apart from those that were not, with the reasons.
 *
 * @param answered The answer, its keys in the order that was recorded.
 * @param told What is told of an item that was refused, where its outcome says nothing else.
 */
export function replyToSplitBatch<Item>(
  reply: FastifyReply,
  world: World,
  answered: (stored: readonly object[], errors: readonly SplitError[]) => object,
  items: readonly Item[],
  each: (item: Item) => SplitOutcome,
  told: (item: Item) => object,
): FastifyReply {
  const stored: object[] = []
  const errors: SplitError[] = []
  const refused: Violation[] = []
  world.write(() => {
    for (const [index, item] of items.entries()) {
      const outcome: SplitOutcome = faultedItem(reply.request, index) ?? each(item)
      if ('stored' in outcome) stored.push(outcome.stored)
      else {
        errors.push({
          data: outcome.data ?? told(item),
          error_messages: outcome.violations.map(({ message }) => message),
        })
        refused.push(...ofItem(outcome.violations, index))
      }
    }
  })
  nameRules(reply, refused)
  return sendJson(reply, JSON.stringify(answered(stored, errors)))
}
