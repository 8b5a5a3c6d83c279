import type { FeedSources } from '#server/domain/catalogs/feeds/feed-sources.ts'
import { openLocation } from '#server/feed-files/feed-source.ts'
import { readFeed, requiredColumns } from '#server/feed-files/read-feed.ts'
import { fetchError } from '#server/feed-files/unreadable-feed.ts'
import type { FeedReader } from './feed-reader.ts'

/** Returns a reader of the files at the locations of feeds. */
export const locationReader = (sources: FeedSources): FeedReader => ({
  open(_feed, { location, format, credentials, default_availability, catalog_type }) {
    if (format === 'INTEGRATION') throw fetchError('A feed of an integration has no file.')
    const required = requiredColumns(catalog_type, default_availability != null)
    return readFeed(() => openLocation(location, sources, credentials), { format, required })
  },
})
