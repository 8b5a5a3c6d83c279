import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Violation } from '#server/domain/rules/rule.ts'
import type { World } from '#server/worlds/world.ts'
import { faultedItem } from './faulted-items.ts'
import { ItemException, nameRules, ofItem, sendJson, warn } from './replies.ts'

/** What became of one item: the entity as JSON text, or why it was refused. */
export type Outcome =
  | { readonly text: string; readonly warnings?: readonly string[] }
  | { readonly violations: readonly Violation[] }

/** 1 to 30 items in a bare array. */
export const batchOf = <Item extends z.ZodType>(item: Item) => z.array(item).min(1).max(30)

/** How the items of one kind of batch are answered. */
export interface BatchStyle {
  /** What stands behind the data of an item that was stored. */
  readonly besideData: '' | ',"exceptions":[]'
  /** The whole entry of an item that was refused. */
  readonly refused: (exceptions: readonly ItemException[]) => object
}

/** The ways in which the real service answers batches; each kind of entity has one of them. */
export const batchStyles = {
  /**
   * Campaigns: an empty list beside what was stored, empty data beside the exceptions. Observed: REC and C3, the latter
   * of creations alone.
   */
  emptyData: { besideData: ',"exceptions":[]', refused: (exceptions) => ({ data: {}, exceptions }) },
  /** Ad groups: nothing beside what was stored (observed: REC), and no data beside the exceptions (assumed). */
  noData: { besideData: '', refused: (exceptions) => ({ exceptions }) },
  /** Ads: one exception in place of a list, and no data beside it. Observed: REC. */
  oneException: { besideData: '', refused: ([exceptions]) => ({ exceptions }) },
  /** Product group promotions: a list in either case, since it is never null (documented: C14); the rest is assumed. */
  alwaysAList: { besideData: ',"exceptions":[]', refused: (exceptions) => ({ exceptions }) },
} as const satisfies Record<string, BatchStyle>

/** The answer to a batch: an entry for each item, in the request's order. */
export const batchReply = <Data extends z.ZodType>(data: Data, exceptions: z.ZodType = z.array(ItemException)) =>
  z
    .object({ items: z.array(z.object({ data: data.optional(), exceptions: exceptions.optional() })) })
    .meta({ description: "For each item, in the request's order: what was stored, or why it was refused." })

/**
 * Does each item in one transaction, so that what is right is stored and what is wrong is told, and answers both in the
 * style of its kind.
 */
export function replyToBatch<Item>(
  reply: FastifyReply,
  world: World,
  items: readonly Item[],
  style: BatchStyle,
  each: (item: Item) => Outcome,
): FastifyReply {
  const refused: Violation[] = []
  const entries = world.write(() =>
    items.map((item, index) => {
      const outcome: Outcome = faultedItem(reply.request, index) ?? each(item)
      if ('text' in outcome) {
        warn(reply.request, outcome.warnings ?? [])
        return `{"data":${outcome.text}${style.besideData}}`
      }
      refused.push(...ofItem(outcome.violations, index))
      return JSON.stringify(style.refused(outcome.violations.map(({ code, message }) => ({ code, message }))))
    }),
  )
  nameRules(reply, refused)
  return sendJson(reply, `{"items":[${entries.join(',')}]}`)
}
