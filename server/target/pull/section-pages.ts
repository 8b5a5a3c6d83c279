import type { PulledEntity } from '#server/contracts/pull.ts'
import { groupsOf, isRefusal, type ListOutcome, type ListReader, orRefusal } from './list-reader.ts'
import type { PulledNames } from './names.ts'
import type { PulledSection } from './plan.ts'
import type { Cursor } from './progress-log.ts'

/** A page, or the refusal of one, with where to go on. */
export interface SectionPage {
  readonly outcome: ListOutcome
  /** The ids that the page was requested with, by the names of their fields. */
  readonly within: PulledEntity
  readonly next: Cursor
}

/** Thrown where a list is refused after its first page: half a list is not taken for the whole. */
class MiddleOfListError extends Error {
  constructor(refusal: string) {
    super(`${refusal} (in the middle of the list: the same command goes on here, and begins anew without .progress)`)
  }
}

/** After so many refusals one after the other, the rest of a list is not read. */
const mostRefusals = 3

/**
 * Yields the pages of a section's lists from a place on. The next page of a list is requested while one is
 * converted, so that neither side waits for the other; one call is under way at a time.
 */
export async function* sectionPages(
  { name, pull }: PulledSection,
  reader: ListReader,
  names: PulledNames,
  from: Cursor,
): AsyncGenerator<SectionPage> {
  for (const [index, list] of pull.lists.entries()) {
    if (index < from.list) continue
    const groups = groupsOf(list.within, (section, mark) => names.idsOf(section, mark))
    let { within, bookmark } = index === from.list ? from : { within: 0, bookmark: null }
    const read = (): Promise<ListOutcome> | undefined => {
      const group = groups[within]
      return group === undefined ? undefined : orRefusal(reader.page(list, group, bookmark))
    }
    let refusals = 0
    let pending = read()
    while (pending !== undefined) {
      const outcome: ListOutcome = await pending
      const [id, ...others] = groups[within] ?? []
      if (isRefusal(outcome) && bookmark !== null) throw new MiddleOfListError(outcome.message)
      refusals = isRefusal(outcome) ? refusals + 1 : 0
      bookmark = isRefusal(outcome) ? null : outcome.bookmark
      if (bookmark === null) within++
      pending = refusals >= mostRefusals ? undefined : read()
      // Whoever ends in between does not wait for it.
      pending?.catch(() => {})
      const next =
        pending === undefined ? { list: index + 1, within: 0, bookmark: null } : { list: index, within, bookmark }
      const parent = list.within === undefined || others.length > 0 ? {} : { [list.within.parameter]: id }
      yield { outcome, within: { ad_account_id: names.adAccountId, ...parent }, next: { section: name, ...next } }
    }
  }
}
