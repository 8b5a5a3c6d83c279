import { nextProcessing } from '#server/domain/catalogs/feeds/schedule.ts'
import { patched } from '#server/domain/patch.ts'
import { microsecondsTimeOf } from '#server/domain/time/clock.ts'
import type { CatalogRow } from '../catalogs/repository.ts'
import type { Feed, FeedCreate, FeedUpdate } from './schema.ts'

/** Returns the feed that a creation stores, with its keys in the order of recorded responses. */
export function newFeed(item: FeedCreate, catalog: CatalogRow, { id, now }: { id: string; now: number }): Feed {
  const at = microsecondsTimeOf(now)
  const { catalog_type } = catalog
  return {
    preferred_processing_schedule: item.preferred_processing_schedule ?? null,
    location: item.location,
    updated_at: at,
    default_locale: item.default_locale ?? 'en-US',
    format: item.format,
    status: item.status ?? 'ACTIVE',
    credentials: item.credentials ?? null,
    name: item.name,
    default_currency: item.default_currency ?? null,
    ...(catalog_type !== 'HOTEL' && { default_country: item.default_country ?? 'US' }),
    ...(catalog_type === 'RETAIL' && { default_availability: item.default_availability ?? null }),
    created_at: at,
    id,
    catalog_type,
    ...(catalog_type !== 'RETAIL' && { catalog_id: catalog.id }),
  }
}

/** Returns the feed after an update: what is absent stays, and null clears what may be null. */
export const changedFeed = (before: Feed, item: FeedUpdate, now: number): Feed => ({
  ...before,
  preferred_processing_schedule: patched(item.preferred_processing_schedule, before.preferred_processing_schedule),
  location: item.location ?? before.location,
  updated_at: microsecondsTimeOf(now),
  format: item.format ?? before.format,
  status: item.status ?? before.status,
  credentials: patched(item.credentials, before.credentials),
  name: item.name ?? before.name,
  default_currency: patched(item.default_currency, before.default_currency),
  ...('default_availability' in before && {
    default_availability: patched(item.default_availability, before.default_availability),
  }),
})

/** Returns when a feed is processed next after a moment; both in Unix seconds. */
export const nextProcessingOf = (feed: Feed, after: number): number =>
  nextProcessing(feed.preferred_processing_schedule, Math.floor(Date.parse(`${feed.created_at}Z`) / 1000), after)
