import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { LongId } from '#server/http/schema/fields.ts'
import { FeedContent, feedTable, setFeedContent } from '#server/registry/feeds.ts'
import type { World } from '#server/worlds/world.ts'
import { controlRoute } from '../protocol/route.ts'

/** Rows of feeds are larger than other bodies of test control. */
const largestContent = 4 * 1_048_576

const Path = z.object({ feed_id: LongId.meta({ description: 'Feed ID.' }) })

const Given = z
  .object({ feed_id: LongId, content: FeedContent.nullable() })
  .meta({ id: 'FeedContentOfFeed', description: 'Content of a feed. null: its location is read.' })

/** Replaces the content of a feed; throws 404 where the world has no feed of that id. */
function replaceContent(world: World, feedId: string, content: FeedContent | null): z.input<typeof Given> {
  if (feedTable.findAnywhere(world.readable, feedId) === undefined) {
    throw new ApiError('control.entity', { detail: `${feedId} of feeds` })
  }
  world.write(() => setFeedContent(world.db, feedId, content === null ? null : JSON.stringify(content)))
  return { feed_id: feedId, content }
}

/** Adds the routes of the content of feeds. */
export function feedRoutes(app: FastifyInstance): void {
  controlRoute(app, {
    method: 'PUT',
    url: '/feeds/:feed_id/content',
    tag: 'feeds',
    changesData: true,
    summary: 'Give a feed content',
    description:
      'Rows, a number of sample products or an error take the place of the file of a feed, from its next processing on.',
    bodyLimit: largestContent,
    schema: { params: Path, body: FeedContent, response: { 200: Given } },
    handler: ({ world, params, body }) => replaceContent(world, params.feed_id, body),
  })

  controlRoute(app, {
    method: 'DELETE',
    url: '/feeds/:feed_id/content',
    tag: 'feeds',
    changesData: true,
    summary: 'Take the content of a feed away',
    description: 'The location of the feed is read again, from its next processing on.',
    schema: { params: Path, response: { 200: Given } },
    handler: ({ world, params }) => replaceContent(world, params.feed_id, null),
  })
}
