import type { JournalEntry } from '../entry.ts'
import type { Call } from '../statistics/call.ts'
import { RecentMap } from '../statistics/recent-map.ts'
import type { Detector, Found, Watch } from './detector.ts'
import { Occurrences } from './occurrences.ts'

/** Number of different ids that make an occurrence. */
const minReads = 5
/** Milliseconds within which they are read. */
const window = 60_000
/** The most series of reads that are remembered. */
const maxSeries = 500

/** Entities that are read one by one, where one call of a list would do. */
export const listPerItem: Detector = {
  id: 'list-per-item',
  title: 'A read for each of many',
  harm: 'With a hundred entities the rate limit is used up by what one call could tell.',
  instead: 'Read up to 250 of them with one call of the list and its filter by ids.',
  memory: `the latest ${maxSeries} series of reads`,
}

/** Operations that read one entity, with the list and filter that read many. */
const lists: Readonly<Record<string, { readonly list: string; readonly filter: string }>> = {
  'campaigns/get': { list: 'campaigns/list', filter: 'campaign_ids' },
  'ad_groups/get': { list: 'ad_groups/list', filter: 'ad_group_ids' },
  'ads/get': { list: 'ads/list', filter: 'ad_ids' },
}

/** Filters that accept many ids, in calls that send one only. */
const filters = ['campaign_ids', 'ad_group_ids', 'ad_ids', 'label_ids', 'order_line_ids', 'product_group_promotion_ids']

/** Returns the entity that a call reads, with the list and filter that would read many; undefined for other calls. */
function singleOf({ operation, path, query, ad_account }: Call) {
  if (operation === null) return undefined
  const list = lists[operation]
  if (list !== undefined) return { ...list, id: path.slice(path.lastIndexOf('/') + 1), ad_account }
  const sentFilters = filters.filter((filter) => query.has(filter))
  const [filter] = sentFilters
  const ids = filter === undefined ? [] : query.getAll(filter).flatMap((value) => value.split(','))
  const [id] = ids
  if (filter === undefined || id === undefined || sentFilters.length > 1 || ids.length > 1) return undefined
  return { list: operation, filter, id, ad_account }
}

/** A read of one entity. */
interface Read {
  readonly request: string
  readonly id: string
  /** When it was last read, by the world's clock. */
  time: number
}

/** The call before, and what it read. */
interface LatestRead {
  readonly url: string
  readonly caller: string
  readonly read: Read
}

/** Collects reads of single entities into series. */
export class ReadWatch implements Watch {
  #occurrences = new Occurrences()
  /** The latest reads of each series, fewer than make an occurrence. */
  #series = new RecentMap<string, readonly Read[]>(maxSeries)
  #latest: LatestRead | undefined

  wants({ operation, url, headers, time }: JournalEntry): boolean {
    if (operation === null || !(Object.hasOwn(lists, operation) || url.includes('_ids'))) return false
    // A client that waits for something reads one entity again and again, which is no series.
    if (url !== this.#latest?.url || String(headers.authorization ?? '') !== this.#latest.caller) return true
    this.#latest.read.time = time
    return false
  }

  observe(call: Call): void {
    this.#latest = undefined
    const single = singleOf(call)
    if (single === undefined || call.query.has('bookmark')) return
    const { id, ...rest } = single
    const key = `${call.caller} ${call.operation} ${rest.filter} ${rest.ad_account}`
    const near = (this.#series.get(key) ?? []).filter((read) => call.time - read.time < window && read.id !== id)
    const read = { request: call.id, time: call.time, id }
    const reads = [...near, read]
    if (reads.length < minReads) {
      this.#series.set(key, reads)
      this.#latest = { url: call.url, caller: call.caller, read }
      return
    }
    this.#series.delete(key)
    this.#occurrences.add({
      message: `${call.operation} was called for ${reads.length} ids one by one; ${rest.list} takes them as ${rest.filter}.`,
      requests: reads.map(({ request }) => request),
    })
  }

  found(): readonly Found[] {
    return [{ detector: listPerItem, occurrences: this.#occurrences, dropped: this.#series.dropped }]
  }

  copy(): Watch {
    const copy = new ReadWatch()
    copy.#occurrences = new Occurrences(this.#occurrences)
    copy.#series = this.#series.copy((reads) => reads.map((read) => ({ ...read })))
    return copy
  }
}
