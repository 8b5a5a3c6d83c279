import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Refusal } from '../domain/rule.ts'
import type { World } from '../world.ts'
import { refusedByFault } from './refused-items.ts'
import { ItemException, nameRules, ofItem, sendJson, warn } from './replies.ts'

/** What became of one item: the entity as JSON text, or why it was refused. */
export type Outcome =
  | { readonly text: string; readonly warnings?: readonly string[] }
  | { readonly refusals: readonly Refusal[] }

/** 1 to 30 items in a bare array. */
export const batchOf = <Item extends z.ZodType>(item: Item) => z.array(item).min(1).max(30)

/** The answer to a batch: an entry for each item, in the request's order. */
export const batchReply = <Data extends z.ZodType>(data: Data, exceptions: z.ZodType = z.array(ItemException)) =>
  repliesOf(z.object({ data: data.optional(), exceptions: exceptions.optional() }))

/** The same where the exceptions of an item that was stored are null. */
export const nullableBatchReply = <Data extends z.ZodType>(data: Data) =>
  repliesOf(z.object({ data: data.optional(), exceptions: z.array(ItemException).nullable() }))

const repliesOf = <Entry extends z.ZodType>(entry: Entry) =>
  z
    .object({ items: z.array(entry) })
    .meta({ description: "For each item, in the request's order: what was stored, or why it was refused." })

/**
 * Does each item in one transaction, so that what is right is stored and what is wrong is told, and answers both.
 *
 * @param onSuccess What stands beside `data` for an item that was stored: campaigns have `"exceptions":[]`, ad groups
 *   nothing (observed), and product group promotions, where it may be null, `"exceptions":null` (assumed).
 * @param onRefusal What `exceptions` is for an item that was refused: a list, but for ads (observed).
 */
export function replyToBatch<Item>(
  reply: FastifyReply,
  world: World,
  items: readonly Item[],
  onSuccess: '' | ',"exceptions":[]' | ',"exceptions":null',
  each: (item: Item) => Outcome,
  onRefusal: (exceptions: readonly z.output<typeof ItemException>[]) => unknown = (exceptions) => exceptions,
): FastifyReply {
  const refused: Refusal[] = []
  const entries = world.write(() =>
    items.map((item, index) => {
      const outcome: Outcome = refusedByFault(reply.request, index) ?? each(item)
      if ('text' in outcome) {
        warn(reply.request, outcome.warnings ?? [])
        return `{"data":${outcome.text}${onSuccess}}`
      }
      refused.push(...ofItem(outcome.refusals, index))
      const exceptions = outcome.refusals.map(({ code, message }) => ({ code, message }))
      return `{"exceptions":${JSON.stringify(onRefusal(exceptions))}}`
    }),
  )
  nameRules(reply, refused)
  return sendJson(reply, `{"items":[${entries.join(',')}]}`)
}
