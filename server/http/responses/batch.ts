import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Outcome } from '#server/domain/rules/outcome.ts'
import type { Violation } from '#server/domain/rules/rule.ts'
import { faultedItem } from './faulted-items.ts'
import { ItemException, nameRules, ofItem, sendJson, warn } from './replies.ts'

/** Returns the schema of a batch: 1 to 30 items in a bare array. */
export const batchOf = <Item extends z.ZodType>(item: Item) => z.array(item).min(1).max(30)

/** What an entry of a batch's response has beside the data of a stored item, or the exceptions of a refused one. */
interface BatchStyle {
  /** The exceptions of an item that was stored. */
  readonly noExceptions: 'empty' | 'absent'
  /** The data of an item that was refused; `refused` is that the exceptions are part of it, beside what names the item. */
  readonly noData: 'empty' | 'absent' | 'refused'
  /** Whether a refused item has all of its exceptions in a list, or one in place of the list. */
  readonly exceptions: 'list' | 'single'
  /** The key of the list of entries; `items` when absent, and null where the response is the list itself. */
  readonly entries?: string | null
  /** The key of an entry's exceptions; `exceptions` when absent. */
  readonly refusal?: string
  /** Makes an exception of a violation; `code` and `message` when absent. */
  readonly exception?: (violation: Violation) => unknown
  /** Whether an entry is the data itself, and of a refused item its exceptions beside what names the item. */
  readonly isFlat?: boolean
}

const batchStyles = {
  /** Campaigns. Observed: REC and C3, the latter of creations alone. */
  empty: { noExceptions: 'empty', noData: 'empty', exceptions: 'list' },
  /** Ad groups. That a stored item has no exceptions is observed (REC); that a refused one has no data is assumed. */
  absent: { noExceptions: 'absent', noData: 'absent', exceptions: 'list' },
  /** Ads. Observed: REC. */
  single: { noExceptions: 'absent', noData: 'absent', exceptions: 'single' },
  /** Product group promotions. The list is documented to be there in either case (C14); the rest is assumed. */
  list: { noExceptions: 'empty', noData: 'absent', exceptions: 'list' },
  /** Promotions. The keys are documented (F152); what an entry lacks is assumed, as of ads. */
  promotions: {
    noExceptions: 'absent',
    noData: 'absent',
    exceptions: 'single',
    entries: 'promotions',
    refusal: 'exception',
  },
  /** Lead forms. A refused item is observed (F102); that a stored one has no exceptions is assumed, as of ads. */
  leadForms: {
    noExceptions: 'absent',
    noData: 'absent',
    exceptions: 'list',
    exception: ({ code, message }) => ({ message, error_code: code }),
  },
  /** Schedules and previews of campaigns. Documented: F118 and F121. */
  within: { noExceptions: 'absent', noData: 'refused', exceptions: 'single', entries: null },
  /** Advertiser defined events. Stored ones are observed (F4); of refused ones the keys are documented (F119). */
  results: {
    noExceptions: 'absent',
    noData: 'absent',
    exceptions: 'list',
    exception: ({ message }) => message,
    isFlat: true,
  },
} as const satisfies Record<string, BatchStyle>

/** Returns the schema of the response to a batch: an entry for each item, in the request's order. */
export const batchReply = <Data extends z.ZodType>(data: Data, exceptions: z.ZodType = z.array(ItemException)) =>
  z
    .object({ items: z.array(z.object({ data: data.optional(), exceptions: exceptions.optional() })) })
    .meta({ description: 'A result for each item, in request order: the stored entity or the reason for the refusal.' })

/** A batch: what is done with each of its items, and how the response shows what came of them. */
export interface Batch<Item, Row, Created extends Collection = Collection> {
  readonly items: readonly Item[]
  readonly each: (item: Item, created?: Created) => Outcome<Row>
  /** Makes JSON text of a stored row. */
  readonly text: (row: Row) => string
  /** How the real service responds to batches of this kind of entity. */
  readonly style: keyof typeof batchStyles
  /** Returns what names an item that was refused, in a style that shows it. */
  readonly refused?: (item: Item) => object
  /** Returns what `each` collects new rows in, within the transaction; they are stored after the last item. */
  readonly collect?: () => Created
}

interface Collection {
  readonly store: () => void
}

/** Does each item in one transaction, stores what no rule refuses, and answers an entry for each. */
export function replyToBatch<Item, Row, Created extends Collection>(
  request: FastifyRequest,
  reply: FastifyReply,
  { items, each, text, style, refused: nameOf = () => ({}), collect }: Batch<Item, Row, Created>,
): FastifyReply {
  const refused: Violation[] = []
  const how: BatchStyle = batchStyles[style]
  const entryOf = (item: Item, index: number, created: Created | undefined): string => {
    const outcome: Outcome<Row> = faultedItem(request, index) ?? each(item, created)
    if ('row' in outcome) {
      warn(request, outcome.warnings ?? [])
      return storedEntry(how, text(outcome.row))
    }
    refused.push(...ofItem(outcome.violations, index))
    return refusedEntry(how, outcome.violations, nameOf(item))
  }
  const entries = request.world.write(() => {
    const created = collect?.()
    const done = items.map((item, index) => entryOf(item, index, created))
    created?.store()
    return done
  })
  nameRules(reply, refused)
  const list = `[${entries.join(',')}]`
  return sendJson(reply, how.entries === null ? list : `{"${how.entries ?? 'items'}":${list}}`)
}

function storedEntry({ noExceptions, isFlat }: BatchStyle, data: string): string {
  if (isFlat) return data
  return noExceptions === 'empty' ? `{"data":${data},"exceptions":[]}` : `{"data":${data}}`
}

function refusedEntry(
  { noData, exceptions, isFlat, refusal = 'exceptions', exception = itemException }: BatchStyle,
  violations: readonly Violation[],
  name: object,
): string {
  const list = violations.map(exception)
  if (isFlat) return JSON.stringify({ ...name, [refusal]: list })
  if (noData === 'refused') return JSON.stringify({ data: { ...name, [refusal]: list[0] } })
  return JSON.stringify({ ...(noData === 'empty' && { data: {} }), [refusal]: exceptions === 'list' ? list : list[0] })
}

const itemException = ({ code, message }: Violation): ItemException => ({ code, message })
