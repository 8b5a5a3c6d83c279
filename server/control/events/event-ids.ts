import type { EventPosition } from '#server/inspection/past-events.ts'
import type { EventLog } from '#server/journal/event-log.ts'

/** The form of ids. */
export const eventIdPattern = /^\d{1,16}(-\d{1,15})?$/

/**
 * Returns the id of the last event that a reader has passed. A reader of one world finds in it, too, how many requests
 * of the world had ended, from which follows how many of them it missed.
 */
export const eventIdOf = ({ base }: EventLog, { number, calls }: EventPosition): string =>
  calls === undefined ? String(base + number) : `${base + number}-${calls}`

/** The position before everything, by the id of no event. */
const beginning = { id: '0', position: { number: 0, calls: 0 } } as const

/** Returns the position of an id; undefined for one that this process has not made. */
export function positionOf({ base, last }: EventLog, id: string): EventPosition | undefined {
  if (id === beginning.id) return beginning.position
  if (!eventIdPattern.test(id)) return undefined
  const [number = 0, calls] = id.split('-').map(Number)
  const position = number - base
  return position < 0 || position > last ? undefined : { number: position, calls }
}
