import { accountSeed } from '#server/contracts/seed-section.ts'
import { DefinedEventItem } from './schema.ts'
import { createDefinedEvent } from './service.ts'

/** The seed section of advertiser defined events, each of an ad account. */
export const definedEventSeed = accountSeed('advertiser_defined_events', DefinedEventItem, createDefinedEvent, {
  lists: [{ operation: 'advertiser_defined_events/get' }],
})
