import { routesFor } from '#server/collections/routes-for.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { userOwner } from '#server/resources/accounts/ad-accounts/owner.ts'
import { feedTable, listFeeds } from './repository.ts'
import { feedErrors } from './resource.ts'
import { Feed, FeedCreate, FeedListQuery, FeedPage, FeedPath, FeedUpdate } from './schema.ts'
import { changeFeed, createFeed, removeFeed } from './service.ts'

const feeds = routesFor({ owner: userOwner, table: feedTable })
const feed = feeds.entity(FeedPath, feedErrors['feed.path'])

/** Adds the operations on feeds. */
export function feedRoutes(app: Operations): void {
  app.operation('feeds/list', {
    summary: 'List feeds',
    description: 'Returns a page of the feeds of a business, ordered by id.',
    ...feeds.narrowedList(FeedListQuery, FeedPage, {
      filters: ({ catalog_id }) => ({ catalog_id }),
      rows: (db, { catalog_id }, page, { id }) => listFeeds(db, id, catalog_id, page),
    }),
  })

  app.operation('feeds/create', {
    summary: 'Create a feed',
    description:
      'Creates a feed, and with the first of a type its catalog. A processing begins at once, and then every day.',
    ...feeds.create(FeedCreate, Feed, createFeed, 201),
  })

  app.operation('feeds/get', {
    summary: 'Get a feed',
    description: 'Returns one feed of the business.',
    ...feed.get(Feed),
  })

  app.operation('feeds/update', {
    summary: 'Update a feed',
    description: 'Changes the fields that are sent. An INACTIVE feed is not processed by its schedule.',
    ...feed.update(FeedUpdate, Feed, changeFeed),
  })

  app.operation('feeds/delete', {
    summary: 'Delete a feed',
    description: 'Deletes a feed with its items and processing results.',
    ...feed.remove(removeFeed),
  })
}
