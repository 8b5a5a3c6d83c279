import type { PulledEntity } from '#server/contracts/pull.ts'
import { isoOf } from '#server/domain/time/clock.ts'

/** The fields with the time of an entity's creation, or the nearest to it. */
const timesOfCreation = [
  'created_time',
  'created_timestamp',
  'created_at',
  'creation_time',
  'verified_at',
  'start_time',
  'updated_time',
]
/** Larger numbers are milliseconds. */
const mostSeconds = 100_000_000_000

/**
 * Returns the time of an entity's creation as a seed takes it; undefined when no field has one.
 *
 * @param now Unix seconds: a start that is later is not that of the entity.
 */
export function createdOf(entity: PulledEntity, now: number): number | string | undefined {
  for (const name of timesOfCreation) {
    const value = entity[name]
    if (typeof value === 'number') {
      if (value > mostSeconds) return isoOf(value)
      if (value <= now) return value
    }
    if (typeof value === 'string' && !Number.isNaN(Date.parse(value))) {
      return /Z|[+-]\d\d:\d\d$/.test(value) ? value : `${value.slice(0, 23)}Z`
    }
  }
  return undefined
}
