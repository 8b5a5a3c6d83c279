import { z } from 'zod'
import { keywordParents } from '#server/domain/ads/keywords.ts'
import { idOf } from '#server/domain/ids.ts'
import { pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import { Id, LongId, LongText } from '#server/http/schema/fields.ts'
import { KeywordValue, MatchTypeField } from '#server/http/schema/keyword-fields.ts'
import { IdFilter, listOf } from '#server/http/schema/query-fields.ts'
import { adGroupIdRange } from '../ad-groups/resource.ts'
import { keywordIdRange } from './resource.ts'

const bid = z.int().nullish().meta({ deprecated: true, description: 'Ignored: responses contain null.' })

/** One keyword in the request body of a creation. */
export const NewKeyword = z.object({ match_type: MatchTypeField, value: KeywordValue, bid })

/** The request body of a creation. */
export const KeywordsCreate = z
  .object({
    parent_id: LongText.meta({
      description: 'Id of an ad group. Negative keywords also allow a campaign or the ad account.',
    }),
    keywords: z.array(NewKeyword).min(1),
  })
  .meta({
    id: 'KeywordsCreate',
    description: 'Request to create keywords of one parent.',
    example: { parent_id: idOf(adGroupIdRange, 1), keywords: [{ match_type: 'BROAD', value: 'hiking boots' }] },
  })

/** One keyword in the request body of an update. */
const ChangedKeyword = z.object({
  id: LongId,
  archived: z.boolean().nullish().meta({ description: 'true archives the keyword, which deletes it.' }),
  bid,
})

/** The request body of an update. */
export const KeywordsUpdate = z.object({ keywords: z.array(ChangedKeyword).min(1).optional() }).meta({
  id: 'KeywordsUpdate',
  description: 'Request to archive keywords.',
  example: { keywords: [{ id: idOf(keywordIdRange, 1), archived: true }] },
})

/** A keyword in a response (observed). */
export const Keyword = z
  .object({
    archived: z.boolean(),
    id: Id,
    parent_id: Id,
    parent_type: z.enum(keywordParents),
    type: z.literal('KEYWORD'),
    bid: z.int().nullable().meta({ deprecated: true, description: 'Always null.' }),
    match_type: MatchTypeField,
    value: z.string(),
  })
  .meta({ id: 'Keyword', description: 'A keyword: searches for or against which ads are shown.' })

/** A refused keyword in a response. */
const RefusedKeyword = z.object({
  archived: z.boolean().nullable(),
  match_type: MatchTypeField.nullable(),
  parent_type: z.enum(keywordParents).nullable(),
  value: z.string().nullable(),
  parent_id: LongId.nullable(),
  type: z.literal('keyword'),
  id: LongId.nullable(),
})

const KeywordError = z
  .object({ data: RefusedKeyword, error_messages: z.array(z.string()) })
  .meta({ id: 'KeywordError', description: 'A refused keyword with the reason.' })

/** The response to a creation or an update. */
export const KeywordsReply = z.object({ keywords: z.array(Keyword), errors: z.array(KeywordError) }).meta({
  id: 'KeywordsResponse',
  description: 'The stored keywords, and errors for the others.',
})

/** The query parameters of a list. */
export const KeywordListQuery = z.object({
  campaign_id: Id.optional().meta({
    description:
      "Returns the keywords whose parent is this campaign. Keywords of the campaign's ad groups are excluded.",
  }),
  ad_group_id: Id.optional().meta({ description: 'Returns the keywords of this ad group.' }),
  ad_group_ids: IdFilter.meta({ description: 'Returns the keywords of these ad groups.' }),
  match_types: listOf(MatchTypeField, { min: 1, max: 5 }).meta({
    description: 'Returns only keywords with these match types.',
  }),
  ...pageQuery,
})

/** The response of a list. */
export const KeywordPage = pageOf(Keyword).meta({ id: 'KeywordPage' })

export type NewKeyword = z.output<typeof NewKeyword>
export type ChangedKeyword = z.output<typeof ChangedKeyword>
export type Keyword = z.output<typeof Keyword>
export type RefusedKeyword = z.output<typeof RefusedKeyword>
export type KeywordListQuery = z.output<typeof KeywordListQuery>
