import type { Violation } from '#server/domain/rules/rule.ts'
import { valueAt } from '#server/http/validation/issue-path.ts'
import { listIn } from '../request-view.ts'
import { type Change, changesOf } from './changes.ts'
import { pathOf, removed, withValue } from './place.ts'
import { type Attempt, type Found, type SearchOptions, searchPassing } from './search.ts'
import { itemPath, type SentParts } from './violation-edits.ts'

/** The most fields that one schema error names: where it names so many, any item may be refused. */
const mostParts = 30

/** How many ways to mend items are remembered. */
const maxKnown = 5

/**
 * Searches for a request that passes. Each refused item of a batch is mended by itself, since trying one takes less time
 * than trying all, and the same changes are tried for the next: a batch often has one mistake many times.
 */
export async function searchRequest(sent: SentParts, first: Attempt, options: SearchOptions): Promise<Found> {
  const known: (readonly Change[])[] = []
  const done = new Set<number>()
  let [mended, latest] = [sent, first]
  for (;;) {
    // A response names the first of many violations: mending those may show others.
    const items = refusedItems(mended, latest.violations).filter((item) => !done.has(item))
    if (items.length === 0) return searchPassing(mended, latest, options)
    for (const item of items) {
      if (options.isOver()) return { sent: undefined, isComplete: false }
      done.add(item)
      const path = itemPath(mended, item)
      const alone = withValue(mended, path.slice(0, -1), [valueAt(mended, path)]) as SentParts
      const found = await searchItem(alone, known, options)
      if (found.sent === undefined) return found
      mended = withValue(mended, path, valueAt(found.sent, itemPath(alone, 0))) as SentParts
    }
    latest = await options.attempt(mended)
    if (latest.passes) return { sent: mended, isComplete: true }
  }
}

/** Returns the positions of the items that are refused; none where the request is no batch of several, or refused as one. */
function refusedItems(sent: SentParts, violations: readonly Violation[]): readonly number[] {
  const list = listIn(sent.body)
  if (list === undefined || list.items.length < 2) return []
  const every = [...list.items.keys()]
  const prefix = list.key ?? ''
  const refused = new Set<number>()
  for (const { item, parts = [] } of violations) {
    if (parts.length >= mostParts) return every
    const positions = parts.map(({ field }) => pathOf(field)[prefix === '' ? 0 : 1])
    if (item === undefined && (positions.length === 0 || positions.some((position) => typeof position !== 'number')))
      return []
    for (const position of item === undefined ? positions : [item]) refused.add(Number(position))
  }
  return every.filter((item) => refused.has(item))
}

/** Searches for an item that passes alone, from where the changes that mended others lead. */
async function searchItem(alone: SentParts, known: (readonly Change[])[], options: SearchOptions): Promise<Found> {
  let [start, first] = [alone, await options.attempt(alone)]
  for (const changes of known) {
    if (first.passes || options.isOver()) break
    const sent = withChanges(alone, changes)
    const attempt = await options.attempt(sent)
    if (attempt.violations.length < first.violations.length || attempt.passes) [start, first] = [sent, attempt]
  }
  if (first.passes) return { sent: start, isComplete: true }
  const found = await searchPassing(start, first, options)
  if (found.sent !== undefined && known.length < maxKnown) known.push(changesOf(alone, found.sent))
  return found
}

/** Returns a request with those changes of another that begin at the same value. */
function withChanges(sent: SentParts, changes: readonly Change[]): SentParts {
  let changed = sent
  for (const { in: part, field, sent: before, passes } of changes) {
    const path = [part, ...pathOf(field)]
    if (JSON.stringify(valueAt(sent, path)) !== JSON.stringify(before)) continue
    changed = withValue(changed, path, passes === undefined ? removed : passes) as SentParts
  }
  return changed
}
