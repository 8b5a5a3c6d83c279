import { sendJson } from '#server/http/responses/replies.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { TrendPath, TrendQuery, TrendsReply } from './schema.ts'
import { topTrends } from './trends.ts'

/** Adds the operation on trends, which belong to no ad account. */
export function trendingKeywordRoutes(app: Operations): void {
  app.operation('trending_keywords/list', {
    summary: 'List trending keywords',
    description: 'Returns popular searches of a region. The figures are made up and the same on every run.',
    schema: { params: TrendPath, querystring: TrendQuery, response: { 200: TrendsReply } },
    handler: ({ params, query, world }, reply) =>
      sendJson(reply, JSON.stringify({ trends: topTrends({ ...query, ...params, now: world.clock.seconds() }) })),
  })
}
