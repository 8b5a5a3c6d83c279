import type { Call } from '../call.ts'
import type { Detector, Finding } from './detector.ts'

/** How many different ids make a habit. */
const fewest = 5
/** Within how many milliseconds. */
const span = 60_000

/** What reads one entity at a time, and what reads them all at once. */
const lists: Readonly<Record<string, { readonly list: string; readonly filter: string }>> = {
  'campaigns/get': { list: 'campaigns/list', filter: 'campaign_ids' },
  'ad_groups/get': { list: 'ad_groups/list', filter: 'ad_group_ids' },
  'ads/get': { list: 'ads/list', filter: 'ad_ids' },
}

/** Filters that take many ids, each of which was one. */
const filters = ['campaign_ids', 'ad_group_ids', 'ad_ids', 'label_ids', 'order_line_ids', 'product_group_promotion_ids']

/** Which of many a call reads, and what would have read them all; undefined where it reads no single one. */
function singleOf({ operation, path, query, ad_account }: Call) {
  if (operation === null) return undefined
  const known = lists[operation]
  if (known !== undefined) return { ...known, id: path.slice(path.lastIndexOf('/') + 1), ad_account }
  const given = filters.filter((filter) => query.has(filter))
  const [filter] = given
  const ids = filter === undefined ? [] : query.getAll(filter).flatMap((value) => value.split(','))
  const [id] = ids
  if (filter === undefined || id === undefined || given.length > 1 || ids.length > 1) return undefined
  return { list: operation, filter, id, ad_account }
}

/** Reading one by one what one list gives. */
export const listPerItem: Detector = {
  id: 'list-per-item',
  title: 'A read for each of many',
  harm: 'With a hundred entities the rate limit is used up by what one call could tell.',
  instead: 'Read up to 250 of them with one call of the list and its filter by ids.',
  find(calls) {
    const groups = new Map<string, { readonly call: Call; readonly id: string }[]>()
    const findings: Finding[] = []
    for (const call of calls) {
      const single = singleOf(call)
      if (single === undefined || call.query.has('bookmark')) continue
      const { id, ...rest } = single
      const key = JSON.stringify([call.caller, call.operation, rest])
      const near = (groups.get(key) ?? []).filter((before) => call.time - before.call.time < span && before.id !== id)
      const group = [...near, { call, id }]
      groups.set(key, group)
      if (group.length < fewest) continue
      groups.delete(key)
      findings.push({
        message: `${call.operation} was called for ${group.length} ids one by one; ${rest.list} takes them as ${rest.filter}.`,
        requests: group.map((one) => one.call.id),
      })
    }
    return findings
  },
}
