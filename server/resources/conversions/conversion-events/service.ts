import type { Violation } from '#server/domain/rules/rule.ts'
import type { World } from '#server/worlds/world.ts'
import { storeEvent } from './repository.ts'
import { eventRules } from './rules.ts'
import type { ConversionEvent, ConversionReply } from './schema.ts'

/** The names of standard events. Documented: F166. */
const standardNames = [
  'add_payment_info',
  'add_to_cart',
  'add_to_wishlist',
  'app_install',
  'app_open',
  'checkout',
  'contact',
  'custom',
  'customize_product',
  'find_location',
  'initiate_checkout',
  'lead',
  'page_visit',
  'schedule',
  'search',
  'signup',
  'start_trial',
  'submit_application',
  'subscribe',
  'view_category',
  'view_content',
  'watch_video',
]

/** The results of all events, and the violations of those that failed. */
export interface EventsOutcome {
  readonly summary: ConversionReply
  readonly violations: readonly Violation[]
}

/**
 * Checks events.
 *
 * @param refusedBefore Returns the violations of a fault at this position, with which an event fails whatever its
 * content.
 */
export function checkEvents(
  { rules, clock }: World,
  data: readonly ConversionEvent[],
  refusedBefore: (place: number) => readonly Violation[] | undefined,
): EventsOutcome {
  const now = clock.seconds()
  const violations = data.map((event, place) => refusedBefore(place) ?? rules.evaluate(eventRules, { event, now }))
  const events = data.map((event, index) => resultOf(event, violations[index] ?? []))
  const processed = events.filter(({ status }) => status === 'processed')
  return {
    summary: { num_events_processed: processed.length, num_events_received: data.length, events },
    violations: violations.flatMap((ofEvent, item) => ofEvent.map((refusal) => ({ ...refusal, item }))),
  }
}

/** Stores the events that passed, for reports, except those of people who opted out of advertising. */
export function storeEvents(
  world: World,
  accountId: string,
  data: readonly ConversionEvent[],
  { events }: ConversionReply,
): void {
  const passed = data.filter(({ opt_out }, place) => events[place]?.status === 'processed' && opt_out !== true)
  if (passed.length === 0) return
  const now = world.clock.seconds()
  world.write(() => {
    for (const event of passed) storeEvent(world.db, accountId, event, now)
  })
}

const resultOf = (
  { event_name }: ConversionEvent,
  violations: readonly Violation[],
): ConversionReply['events'][number] => ({
  status: violations.length > 0 ? 'failed' : 'processed',
  error_message: violations.map(({ message }) => message).join(' '),
  warning_message: standardNames.includes(event_name) ? '' : `event_name '${event_name}' is not a standard event.`,
})
