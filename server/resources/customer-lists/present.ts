import { isEnough, matchingTakes } from '../../domain/audience-size.ts'
import { type Lifecycle, stateAt } from '../../domain/lifecycle.ts'
import type { CustomerListRow } from './repository.ts'

const lifecycle = (members: number): Lifecycle<'PROCESSING' | 'READY' | 'TOO_SMALL'> => [
  [0, 'PROCESSING'],
  [matchingTakes, isEnough(members) ? 'READY' : 'TOO_SMALL'],
]

/** The list as JSON text: every record is taken for a person, and matching begins anew with each batch. */
export const customerListText = ({ json, members, updated_time }: CustomerListRow, now: number): string =>
  `${json.slice(0, -1)},"status":"${stateAt(lifecycle(members), updated_time, now)}"}`
