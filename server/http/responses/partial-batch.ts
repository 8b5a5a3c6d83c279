import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Outcome } from '#server/domain/rules/outcome.ts'
import type { Violation } from '#server/domain/rules/rule.ts'
import { faultedItem } from './faulted-items.ts'
import { nameRules, ofItem, sendJson } from './replies.ts'

/** An item that was refused, and why, in the response. */
interface ItemError {
  readonly data: object
  readonly error_messages: readonly string[]
}

/** A batch whose response has what was stored apart from what was refused. */
export interface PartialBatch<Item, Row> {
  readonly items: readonly Item[]
  readonly each: (item: Item) => Outcome<Row>
  /** Returns a row as the response shows it: one that was stored, or the attempted one of an item that was refused. */
  readonly entity: (row: Row) => object
  /** Returns what the response shows of an item that was refused and of which no row was attempted. */
  readonly refused: (item: Item) => object
  /** Returns the response, its keys in the order that was recorded. */
  readonly body: (stored: readonly object[], errors: readonly ItemError[]) => object
}

/** Does each item in one transaction, and answers those that were stored apart from those that were not, with the reasons. */
export function replyToPartialBatch<Item, Row>(
  request: FastifyRequest,
  reply: FastifyReply,
  { items, each, entity, refused, body }: PartialBatch<Item, Row>,
): FastifyReply {
  const stored: object[] = []
  const errors: ItemError[] = []
  const violated: Violation[] = []
  request.world.write(() => {
    for (const [index, item] of items.entries()) {
      const outcome: Outcome<Row> = faultedItem(request, index) ?? each(item)
      if ('row' in outcome) stored.push(entity(outcome.row))
      else {
        const { violations, attempted } = outcome
        errors.push({
          data: attempted === undefined ? refused(item) : entity(attempted),
          error_messages: violations.map(({ message }) => message),
        })
        violated.push(...ofItem(violations, index))
      }
    }
  })
  nameRules(reply, violated)
  return sendJson(reply, JSON.stringify(body(stored, errors)))
}
