import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Refusal } from '../domain/rule.ts'
import type { World } from '../world.ts'
import { ItemException, nameRules, sendJson, warn } from './replies.ts'

/** What became of one item: the entity as JSON text, or why it was refused. */
export type Outcome =
  | { readonly text: string; readonly warnings?: readonly string[] }
  | { readonly refusals: readonly Refusal[] }

/** 1 to 30 items in a bare array. */
export const batchOf = <Item extends z.ZodType>(item: Item) => z.array(item).min(1).max(30)

/** The answer to a batch: an entry for each item, in the request's order. */
export const batchReply = <Data extends z.ZodType>(data: Data) =>
  z
    .object({ items: z.array(z.object({ data: data.optional(), exceptions: z.array(ItemException).optional() })) })
    .meta({ description: "For each item, in the request's order: what was stored, or why it was refused." })

/**
 * Does each item in one transaction, so that what is right is stored and what is wrong is told, and answers both.
 *
 * @param onSuccess What stands beside `data` for an item that was stored: campaigns have `"exceptions":[]`, ad groups
 *   nothing (observed).
 */
export function replyToBatch<Item>(
  reply: FastifyReply,
  world: World,
  items: readonly Item[],
  onSuccess: '' | ',"exceptions":[]',
  each: (item: Item) => Outcome,
): FastifyReply {
  const refused: Refusal[] = []
  const entries = world.write(() =>
    items.map((item) => {
      const outcome = each(item)
      if ('text' in outcome) {
        warn(reply.request, outcome.warnings ?? [])
        return `{"data":${outcome.text}${onSuccess}}`
      }
      refused.push(...outcome.refusals)
      const exceptions = outcome.refusals.map(({ code, message }) => ({ code, message }))
      return `{"exceptions":${JSON.stringify(exceptions)}}`
    }),
  )
  nameRules(reply, refused)
  return sendJson(reply, `{"items":[${entries.join(',')}]}`)
}
