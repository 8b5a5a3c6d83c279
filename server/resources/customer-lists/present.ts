import { isEnough, matchingTakes } from '../../domain/audience-size.ts'
import { beganFor, type Lifecycle, stateAt } from '../../domain/lifecycle.ts'
import type { CustomerListRow } from './repository.ts'

type MatchingStatus = 'PROCESSING' | 'READY' | 'TOO_SMALL'

const lifecycle = (members: number): Lifecycle<MatchingStatus> => [
  [0, 'PROCESSING'],
  [matchingTakes, isEnough(members) ? 'READY' : 'TOO_SMALL'],
]

/** When the matching began of a list of so many that has just come to this; undefined where it never does. */
export const listBegunFor = (status: MatchingStatus, members: number, now: number): number | undefined =>
  beganFor(lifecycle(members), status, now)

/** The list as JSON text: every record is taken for a person, and matching begins anew with each batch. */
export const customerListText = ({ json, members, updated_time }: CustomerListRow, now: number): string =>
  `${json.slice(0, -1)},"status":"${stateAt(lifecycle(members), updated_time, now)}"}`
