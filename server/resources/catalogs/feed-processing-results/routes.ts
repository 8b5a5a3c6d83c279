import type { FeedOutcome } from '#server/domain/catalogs/feeds/feed-outcome.ts'
import { found } from '#server/domain/errors/found.ts'
import { replyWithPage, requestedPage } from '#server/http/responses/list.ts'
import { sendJson, warn } from '#server/http/responses/replies.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { actorOf } from '#server/resources/accounts/ad-accounts/service.ts'
import { merchantOf } from '#server/resources/accounts/users/service.ts'
import { readProgressOf } from '#server/worlds/progress.ts'
import type { World } from '#server/worlds/world.ts'
import { feedTable } from '../feeds/repository.ts'
import { type Feed, FeedPath } from '../feeds/schema.ts'
import { requireFeed } from '../feeds/service.ts'
import { processDueFeeds } from './due.ts'
import { listItemIssues } from './item-issues.ts'
import { memoized } from './memoized-progress.ts'
import { insertProcessing, listProcessings, type ProcessingResultRow, processingResultTable } from './repository.ts'
import { processingResultErrors } from './resource.ts'
import { ingestRules, itemIssueRules } from './rules.ts'
import { beginProcessings } from './schedule.ts'
import {
  FeedIngestion,
  IngestionQuery,
  ItemIssueListQuery,
  ItemIssuePage,
  ProcessingResultListQuery,
  ProcessingResultPage,
  ProcessingResultPath,
} from './schema.ts'
import { ingestionText, processingResultText } from './serialize.ts'
import { hasEnded, processingKind, processingSteps } from './state.ts'

/** Adds the operations on the processing of feeds. */
export function processingResultRoutes(app: Operations): void {
  app.operation('feeds/ingest', {
    summary: 'Ingest a feed',
    description: 'Begins a processing of the feed at once, whatever its schedule.',
    schema: { params: FeedPath, querystring: IngestionQuery, response: { 200: FeedIngestion } },
    handler: async (request, reply) => {
      const { params, world, server } = request
      const ownerId = actorOf(request)
      const feed = requireFeed(world, ownerId, params.feed_id)
      world.rules.assert(ingestRules, { merchant: merchantOf(world, ownerId) })
      const now = world.clock.seconds()
      const times = { created: now, started: now - processingSteps.begins }
      // What is due by the schedule began before.
      beginProcessings(world, ownerId, now)
      const { id } = world.write(() => insertProcessing(world.db, feed.id, times))
      await processDueFeeds(world, ownerId, server.feedSources)
      const row = found(
        processingResultTable.findAnywhere(request.world.readable, id),
        processingResultErrors['processing_result.path'],
      )
      return sendJson(reply, ingestionText(request.world, row))
    },
  })

  app.operation('feed_processing_results/list', {
    summary: 'List processing results of a feed',
    description: 'Returns a page of the processing results of a feed, the newest first. The last page is empty.',
    schema: { params: FeedPath, querystring: ProcessingResultListQuery, response: { 200: ProcessingResultPage } },
    handler: async (request, reply) => {
      const { params, server } = request
      const ownerId = actorOf(request)
      const { id } = requireFeed(request.world, ownerId, params.feed_id)
      const page = requestedPage(request, { ownerId, feed_id: id }, 'with an empty page')
      await processDueFeeds(request.world, ownerId, server.feedSources)
      // Another world may have taken its place meanwhile.
      const { world } = request
      const progress = memoized(readProgressOf(world, processingKind))
      const rows = listProcessings(world.readable, id, page)
      // Where a number of reads ends a processing, this one may be the last.
      const isEnding = (row: ProcessingResultRow) => row.outcome === null && hasEnded(row, progress)
      const isComplete = !rows.slice(0, request.query.page_size).some(isEnding)
      if (!isComplete) await processDueFeeds(world, ownerId, server.feedSources, progress)
      const shown = isComplete ? rows : listProcessings(world.readable, id, page)
      warn(request, reasonsOf(shown))
      return replyWithPage(reply, page, shown, (row) => processingResultText(world, row, progress))
    },
  })

  app.operation('items_issues/list', {
    summary: 'List item issues',
    description: 'Returns a page of items with errors or warnings: at most 20 for each error and warning.',
    schema: { params: ProcessingResultPath, querystring: ItemIssueListQuery, response: { 200: ItemIssuePage } },
    handler: async (request, reply) => {
      const { params, query, world, server } = request
      const ownerId = actorOf(request)
      const { item_numbers: numbers, item_validation_issue: issue } = query
      const page = requestedPage(request, { ownerId, id: params.processing_result_id, numbers, issue })
      const { id, catalogType } = resultOf(world, ownerId, params.processing_result_id)
      world.rules.assert(itemIssueRules, {
        catalogType,
        hasNumbers: numbers !== undefined,
        hasIssue: issue !== undefined,
      })
      await processDueFeeds(world, ownerId, server.feedSources)
      return replyWithPage(
        reply,
        page,
        listItemIssues(request.world.readable, id, { numbers, issue }, page),
        ({ json }) => json,
      )
    },
  })
}

/** Returns a processing result of a business and the type of its feed; throws 404 where it has none of that id. */
function resultOf(world: World, ownerId: string, id: string): { readonly id: string; readonly catalogType: string } {
  const notFound = processingResultErrors['processing_result.path']
  const row = found(processingResultTable.findAnywhere(world.readable, id), notFound)
  const feed = found(feedTable.find(world.readable, ownerId, row.feed_id), notFound)
  return { id, catalogType: (JSON.parse(feed.json) as Feed).catalog_type }
}

/** Returns why feeds could not be read, for the journal: the response has the name of the error alone. */
const reasonsOf = (rows: readonly ProcessingResultRow[]): readonly string[] =>
  rows.flatMap(({ id, outcome }) => {
    const { reason }: Partial<FeedOutcome> = outcome === null ? {} : JSON.parse(outcome)
    return reason === undefined ? [] : [`Processing result ${id}: ${reason}`]
  })
