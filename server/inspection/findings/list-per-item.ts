import type { Call } from '../call.ts'
import type { Detector, Occurrence } from './detector.ts'

/** Number of different ids that make an occurrence. */
const minReads = 5
/** Milliseconds within which they are read. */
const window = 60_000

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

/** Detects entities that are read one by one, where one call of a list would do. */
export const listPerItem: Detector = {
  id: 'list-per-item',
  title: 'A read for each of many',
  harm: 'With a hundred entities the rate limit is used up by what one call could tell.',
  instead: 'Read up to 250 of them with one call of the list and its filter by ids.',
  find(calls) {
    const groups = new Map<string, { readonly call: Call; readonly id: string }[]>()
    const occurrences: Occurrence[] = []
    for (const call of calls) {
      const single = singleOf(call)
      if (single === undefined || call.query.has('bookmark')) continue
      const { id, ...rest } = single
      const key = JSON.stringify([call.caller, call.operation, rest])
      const near = (groups.get(key) ?? []).filter((before) => call.time - before.call.time < window && before.id !== id)
      const group = [...near, { call, id }]
      groups.set(key, group)
      if (group.length < minReads) continue
      groups.delete(key)
      occurrences.push({
        message: `${call.operation} was called for ${group.length} ids one by one; ${rest.list} takes them as ${rest.filter}.`,
        requests: group.map((one) => one.call.id),
      })
    }
    return occurrences
  },
}
