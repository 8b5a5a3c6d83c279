import type { Refusal } from '../../domain/rule.ts'
import type { World } from '../../world.ts'
import { eventRules, eventsRules } from './rules.ts'
import type { ConversionEvent, ConversionReply } from './schema.ts'

const standardNames = [
  'add_payment_info',
  'add_to_cart',
  'add_to_wishlist',
  'app_install',
  'checkout',
  'custom',
  'initiate_checkout',
  'lead',
  'page_visit',
  'search',
  'signup',
  'subscribe',
  'view_category',
  'view_content',
  'watch_video',
]

/** What became of all events, and what refused some. */
export interface EventsOutcome {
  readonly told: ConversionReply
  readonly refusals: readonly Refusal[]
}

/**
 * Checks events; throws when the request is refused whole. None is recorded: nothing here would ask for them.
 *
 * @param refusedBefore Why the event at that place fails whatever it is, if it does.
 */
export function checkEvents(
  { rules }: World,
  data: readonly ConversionEvent[],
  refusedBefore: (place: number) => readonly Refusal[] | undefined,
): EventsOutcome {
  rules.demand(eventsRules, { data })
  const refusals = data.map((event, place) => refusedBefore(place) ?? rules.judge(eventRules, event))
  const events = data.map((event, index) => toldOf(event, refusals[index] ?? []))
  const processed = events.filter(({ status }) => status === 'processed')
  return {
    told: { num_events_received: data.length, num_events_processed: processed.length, events },
    refusals: refusals.flatMap((ofEvent, item) => ofEvent.map((refusal) => ({ ...refusal, item }))),
  }
}

const toldOf = ({ event_name }: ConversionEvent, refusals: readonly Refusal[]): ConversionReply['events'][number] => ({
  status: refusals.length > 0 ? 'failed' : 'processed',
  error_message: refusals.map(({ message }) => message).join(' '),
  warning_message: standardNames.includes(event_name) ? '' : `event_name '${event_name}' is not a standard event.`,
})
