import type { FeedSources } from '#server/domain/catalogs/feeds/feed-sources.ts'
import type { Credentials } from './download.ts'
import { download } from './download.ts'
import { localFile } from './local-file.ts'
import { UnreadableFeed } from './unreadable-feed.ts'

/** Opens the file at the location of a feed, as bytes. Throws `UnreadableFeed` where it may not be read or is not there. */
export async function openLocation(
  location: string,
  { directory, hosts }: FeedSources,
  credentials: Credentials | null = null,
): Promise<AsyncIterable<Uint8Array>> {
  const url = URL.canParse(location) ? new URL(location) : undefined
  if (url?.protocol === 'file:') return localFile(url, directory)
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return await download(url, hosts, credentials)
  throw new UnreadableFeed('FETCH_ERROR', `'${location}' is not read: only file:, http: and https: are.`)
}
