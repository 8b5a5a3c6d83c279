import { matchTypes } from '#server/domain/ads/keywords.ts'
import { pageText, sequenceOf } from '#server/http/responses/pagination.ts'
import { replyToSplitBatch, type SplitOutcome } from '#server/http/responses/partial-batch.ts'
import { sendJson } from '#server/http/responses/replies.ts'
import { AdAccountPath } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { knownAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import { inOrderOfMetrics, queryVolume } from './metrics.ts'
import { KeywordMetricsQuery, KeywordMetricsReply } from './metrics-schema.ts'
import { listKeywords } from './repository.ts'
import { keywordListRules } from './rules.ts'
import { KeywordListQuery, KeywordPage, KeywordsCreate, KeywordsReply, KeywordsUpdate } from './schema.ts'
import { keywordOf, refusedKeyword } from './serialize.ts'
import { changeKeyword, createKeyword, type KeywordOutcome, keywordParent } from './service.ts'

/** Adds the operations on keywords of an ad account. */
export function keywordRoutes(app: Operations): void {
  app.operation('keywords/get', {
    summary: 'List keywords',
    description: 'A page of the keywords of one parent, by id: the ad account itself unless a filter names another.',
    schema: { params: AdAccountPath, querystring: KeywordListQuery, response: { 200: KeywordPage } },
    handler: ({ params: { ad_account_id }, query, world }, reply) => {
      world.rules.assert(keywordListRules, query)
      const { match_types = matchTypes, page_size, bookmark } = query
      const filters = { ad_account_id, parent_ids: parentsIn(query) ?? [ad_account_id], match_types }
      const list = { operation: 'keywords/get', filters, page_size, bookmark }
      const after = sequenceOf(list)
      knownAdAccount(world, ad_account_id)
      const rows = listKeywords(world.db, filters, { after, limit: page_size + 1 })
      return sendJson(
        reply,
        pageText(list, rows, (row) => JSON.stringify(keywordOf(row))),
      )
    },
  })

  app.operation('keywords/create', {
    summary: 'Create keywords',
    description: 'Each is stored, or comes back in errors with the reason. Ad groups alone take all match types.',
    schema: { params: AdAccountPath, body: KeywordsCreate, response: { 200: KeywordsReply } },
    handler: ({ params, body, world }, reply) => {
      const account = knownAdAccount(world, params.ad_account_id)
      const parent = keywordParent(world, account, body.parent_id)
      return replyToSplitBatch(
        reply,
        world,
        (keywords, errors) => ({ keywords, errors }),
        body.keywords,
        (item) => told(createKeyword(world, account, parent, item)),
        refusedKeyword,
      )
    },
  })

  app.operation('keywords/update', {
    summary: 'Update keywords',
    description: 'Archives keywords, which deletes them: no list has them any more.',
    schema: { params: AdAccountPath, body: KeywordsUpdate, response: { 200: KeywordsReply } },
    handler: ({ params, body, world }, reply) => {
      const account = knownAdAccount(world, params.ad_account_id)
      return replyToSplitBatch(
        reply,
        world,
        (keywords, errors) => ({ keywords, errors }),
        body.keywords ?? [],
        (item) => told(changeKeyword(world, account, item)),
        ({ id }) => refusedKeyword({ id }),
      )
    },
  })

  app.operation('country_keywords_metrics/get', {
    summary: 'Get metrics of keywords',
    description: 'How often each is searched for in a country. The figures are made up of the word alone.',
    schema: { params: AdAccountPath, querystring: KeywordMetricsQuery, response: { 200: KeywordMetricsReply } },
    handler: ({ params, query: { country_code, keywords }, world }, reply) => {
      knownAdAccount(world, params.ad_account_id)
      const data = inOrderOfMetrics(keywords).map((keyword) => ({
        keyword,
        metrics: { KEYWORD_QUERY_VOLUME: queryVolume(country_code, keyword) },
      }))
      return sendJson(reply, JSON.stringify({ data }))
    },
  })
}

const told = (outcome: KeywordOutcome): SplitOutcome =>
  'row' in outcome ? { stored: keywordOf(outcome.row) } : outcome

const parentsIn = ({ campaign_id, ad_group_id, ad_group_ids }: KeywordListQuery): readonly string[] | undefined => {
  const parent = campaign_id ?? ad_group_id
  return parent === undefined ? ad_group_ids : [parent]
}
