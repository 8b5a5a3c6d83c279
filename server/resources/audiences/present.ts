import { isEnough, matchingTakes } from '../../domain/audience-size.ts'
import { beganFor, type Lifecycle, stateAt } from '../../domain/lifecycle.ts'
import type { AnsweredAudience } from './repository.ts'
import type { AudienceStatus } from './schema.ts'

const lifecycle = (people: number): Lifecycle<AudienceStatus> => [
  [0, 'INITIALIZING'],
  [matchingTakes, isEnough(people) ? 'READY' : 'TOO_SMALL'],
]

/** Since when an audience of so many is filled that has just come to this; undefined where it never does. */
export const audienceBegunFor = (status: AudienceStatus, people: number, now: number): number | undefined =>
  beganFor(lifecycle(people), status, now)

/** The audience as a list answers it, with one key more (observed in lists alone, and false). */
export const listedAudienceText = (row: AnsweredAudience, now: number): string =>
  `${audienceText(row, now).slice(0, -1)},"is_ctv_enabled":false}`

/** The audience as JSON text, with its size and status at a moment. */
export function audienceText(row: AnsweredAudience, now: number): string {
  const people = row.members ?? row.people
  const status = stateAt(lifecycle(people), row.filled_since, now)
  return `${row.json.slice(0, -1)},"size":${status === 'INITIALIZING' ? 0 : people},"status":"${status}"}`
}
