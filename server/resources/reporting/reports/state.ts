import type { Lifecycle } from '#server/domain/time/lifecycle.ts'
import { transitionedEnd } from '#server/domain/time/transition.ts'
import type { Progress } from '#server/worlds/progress.ts'
import type { World } from '#server/worlds/world.ts'
import type { ReportRow } from './repository.ts'

/** The states of a report. DOES_NOT_EXIST is what the API answers for a token of no report. */
export const reportStatuses = ['DOES_NOT_EXIST', 'FINISHED', 'IN_PROGRESS', 'EXPIRED', 'FAILED', 'CANCELLED'] as const
/** One of `reportStatuses`. */
export type ReportStatus = (typeof reportStatuses)[number]

/** The seconds that a report takes: reports of 12 seconds were observed to be finished (F59). */
const reportTakes = 10

/** The seconds for which a finished report can be fetched (F63). */
export const reportLasts = 3600

/** The lifecycle of a report until it is finished. */
export const reportLifecycle: Lifecycle<'IN_PROGRESS' | 'FINISHED'> = [
  [0, 'IN_PROGRESS'],
  [reportTakes, 'FINISHED'],
]

/** A report's state, and when it finished; null while it has not. */
export interface ReportState {
  readonly status: ReportStatus
  readonly finished_time: number | null
}

/** Returns the state of a report. */
export function reportState(row: ReportRow, progress: Progress, world: World): ReportState {
  const finished_time = row.finished_time ?? finishOf(row, progress, world)
  if (row.held !== null) return { status: row.held, finished_time }
  if (finished_time === null) return { status: 'IN_PROGRESS', finished_time }
  return { status: progress.now >= finished_time + reportLasts ? 'EXPIRED' : 'FINISHED', finished_time }
}

function finishOf({ id, created_time, held }: ReportRow, progress: Progress, world: World): number | null {
  if (held !== null || progress.stateOf(reportLifecycle, created_time, id) !== 'FINISHED') return null
  return transitionedEnd(reportLifecycle, created_time, progress.now, world.transitions.reports)
}
