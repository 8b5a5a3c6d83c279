import { pathOf, queryOf } from '#server/domain/matching/request-url.ts'
import { parsedOrUndefined } from '#server/http/validation/request-warnings.ts'
import { queryString, queryValues } from '#server/inspection/passing/query.ts'
import type { Attempt } from '#server/inspection/passing/search.ts'
import type { SentParts } from '#server/inspection/passing/violation-edits.ts'
import type { JournalEntry } from '#server/journal/entry.ts'
import { TimeSlices } from '#server/worlds/time-slices.ts'
import type { DryRun } from './dry-run.ts'

/** Returns the body and the query of a journaled request, with credentials. */
export const partsOf = (entry: JournalEntry): SentParts => ({
  body: parsedOrUndefined(entry.body),
  query: queryValues(queryOf(entry)),
})

/** Returns a function that tries a journaled request with another body and query, while other work goes on in between. */
export function attemptsOn(dryRun: DryRun, entry: JournalEntry): (sent: SentParts) => Promise<Attempt> {
  const authorization = String(entry.headers.authorization ?? '')
  const slices = new TimeSlices()
  return async ({ body, query = {} }) => {
    if (slices.areOver) await slices.next()
    const search = queryString(query)
    const url = search === '' ? pathOf(entry) : `${pathOf(entry)}?${search}`
    return dryRun.run({ method: entry.method, url, authorization, body })
  }
}
