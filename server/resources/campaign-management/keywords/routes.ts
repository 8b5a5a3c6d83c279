import { matchTypes } from '#server/domain/ads/keywords.ts'
import { replyWithPage, requestedPage } from '#server/http/responses/list.ts'
import { replyToPartialBatch } from '#server/http/responses/partial-batch.ts'
import { sendJson } from '#server/http/responses/replies.ts'
import { AdAccountPath } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { requireAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import { inOrderOfMetrics, queryVolume } from './metrics.ts'
import { KeywordMetricsQuery, KeywordMetricsReply } from './metrics-schema.ts'
import { listKeywords } from './repository.ts'
import { keywordListRules } from './rules.ts'
import { KeywordListQuery, KeywordPage, KeywordsCreate, KeywordsReply, KeywordsUpdate } from './schema.ts'
import { keywordOf, refusedKeyword } from './serialize.ts'
import { changeKeyword, createKeyword, keywordParent } from './service.ts'

/** Adds the operations on keywords of an ad account. */
export function keywordRoutes(app: Operations): void {
  app.operation('keywords/get', {
    summary: 'List keywords',
    description:
      'Returns a page of the keywords of one parent, ordered by id. Without a filter the parent is the ad account.',
    schema: { params: AdAccountPath, querystring: KeywordListQuery, response: { 200: KeywordPage } },
    handler: ({ operation, params: { ad_account_id }, query, world }, reply) => {
      world.rules.assert(keywordListRules, query)
      const { match_types = matchTypes } = query
      const filters = { ad_account_id, parent_ids: parentsIn(query) ?? [ad_account_id], match_types }
      const page = requestedPage({ operation, query }, filters)
      requireAdAccount(world, ad_account_id)
      const rows = listKeywords(world.db, filters, page)
      return replyWithPage(reply, page, rows, (row) => JSON.stringify(keywordOf(row)))
    },
  })

  app.operation('keywords/create', {
    summary: 'Create keywords',
    description:
      'Creates keywords. Invalid keywords are listed in errors with the reason. All match types are allowed in ad groups only.',
    schema: { params: AdAccountPath, body: KeywordsCreate, response: { 200: KeywordsReply } },
    handler: (request, reply) => {
      const { params, body, world } = request
      const account = requireAdAccount(world, params.ad_account_id)
      const parent = keywordParent(world, account, body.parent_id)
      return replyToPartialBatch(request, reply, {
        items: body.keywords,
        each: (item) => createKeyword(world, account, parent, item),
        entity: keywordOf,
        refused: refusedKeyword,
        body: (keywords, errors) => ({ keywords, errors }),
      })
    },
  })

  app.operation('keywords/update', {
    summary: 'Update keywords',
    description: 'Archives keywords. Archived keywords are deleted and no longer listed.',
    schema: { params: AdAccountPath, body: KeywordsUpdate, response: { 200: KeywordsReply } },
    handler: (request, reply) => {
      const { params, body, world } = request
      const account = requireAdAccount(world, params.ad_account_id)
      return replyToPartialBatch(request, reply, {
        items: body.keywords ?? [],
        each: (item) => changeKeyword(world, account, item),
        entity: keywordOf,
        refused: ({ id }) => refusedKeyword({ id }),
        body: (keywords, errors) => ({ keywords, errors }),
      })
    },
  })

  app.operation('country_keywords_metrics/get', {
    summary: 'Get metrics of keywords',
    description:
      'Returns the search volume of each keyword in a country. The figures are computed from the keyword alone.',
    schema: { params: AdAccountPath, querystring: KeywordMetricsQuery, response: { 200: KeywordMetricsReply } },
    handler: ({ params, query: { country_code, keywords }, world }, reply) => {
      requireAdAccount(world, params.ad_account_id)
      const data = inOrderOfMetrics(keywords).map((keyword) => ({
        keyword,
        metrics: { KEYWORD_QUERY_VOLUME: queryVolume(country_code, keyword) },
      }))
      return sendJson(reply, JSON.stringify({ data }))
    },
  })
}

const parentsIn = ({ campaign_id, ad_group_id, ad_group_ids }: KeywordListQuery): readonly string[] | undefined => {
  const parent = campaign_id ?? ad_group_id
  return parent === undefined ? ad_group_ids : [parent]
}
