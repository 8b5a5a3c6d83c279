import type { Control } from './control.ts'
import type { Time as TimeReply } from './generated/control.ts'

/**
 * The time of a world.
 *
 * @example
 * const { iso, frozen }: Time = await mock.clock.now()
 * console.log(iso, frozen)
 */
export type Time = TimeReply

/**
 * A point in time: Unix seconds, ISO 8601 with a zone, or a Date.
 *
 * @example
 * const start: Moment = '2026-06-01T12:00:00Z'
 * await mock.clock.freeze(start)
 */
export type Moment = number | string | Date

/** Dates of other realms, such as those of Jest, are no instances of ours. */
const toJson = (moment: Moment): number | string => (typeof moment === 'object' ? moment.toISOString() : moment)
const isDuration = (to: Moment): to is string => typeof to === 'string' && !/^\d{4}-/.test(to)

const setBy = (control: Control, to: Moment): Promise<Time> => control('POST', '/time/set', { to: toJson(to) })
const advanceBy = (control: Control, by: string): Promise<Time> => control('POST', '/time/advance', { by })
const resumeBy = (control: Control): Promise<Time> => control('POST', '/time/tick')

/** Creates the verbs on a world's clock, which schedules, tokens, rate limits, reviews and reports follow. */
export const clockVerbs = (control: Control) => ({
  /**
   * Returns the world's time.
   *
   * @example
   * const { now } = await mock.clock.now()
   */
  now: (): Promise<Time> => control('GET', '/time'),

  /**
   * Stops the clock, at a moment or at the present one.
   *
   * @throws ControlError for a moment outside of the years 1970 to 9999.
   * @example
   * await mock.clock.freeze('2026-06-01T12:00:00Z')
   */
  freeze: (at?: Moment): Promise<Time> => control('POST', '/time/freeze', at === undefined ? {} : { at: toJson(at) }),

  /**
   * Sets the clock to a moment, from which it goes on unless it is frozen.
   *
   * @throws ControlError for a moment outside of the years 1970 to 9999.
   * @example
   * await mock.clock.set(1_780_315_200)
   */
  set: (to: Moment): Promise<Time> => setBy(control, to),

  /**
   * Moves the clock by a duration such as `7d` or `P7D`, or back by `-1h`.
   *
   * @throws ControlError for an invalid duration.
   * @example
   * await mock.clock.advance('7d')
   */
  advance: (by: string): Promise<Time> => advanceBy(control, by),

  /**
   * Lets a frozen clock go on.
   *
   * @example
   * await mock.clock.resume()
   */
  resume: (): Promise<Time> => resumeBy(control),

  /**
   * Moves the clock by a duration, as `tick` of other libraries does. Without one, does the same as `resume`.
   *
   * @example
   * await mock.clock.tick('30s')
   */
  tick: (by?: string): Promise<Time> => (by === undefined ? resumeBy(control) : advanceBy(control, by)),

  /**
   * Sets the clock to a moment, or moves it by a duration.
   *
   * @example
   * await mock.clock.travel('2030-01-01T00:00:00Z')
   * await mock.clock.travel('-30d')
   */
  travel: (to: Moment): Promise<Time> => (isDuration(to) ? advanceBy(control, to) : setBy(control, to)),

  /**
   * Does the same as `set`, under the name that test runners have for it.
   *
   * @example
   * await mock.clock.setSystemTime('2030-01-01T00:00:00Z')
   */
  setSystemTime: (to: Moment): Promise<Time> => setBy(control, to),

  /**
   * Does the same as `resume`.
   *
   * @example
   * await mock.clock.unfreeze()
   */
  unfreeze: (): Promise<Time> => resumeBy(control),
})
