import { z } from 'zod'
import { idOf } from '#server/domain/ids.ts'
import { Order, pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import { Id, LongId, TrackingUrls, text } from '#server/http/schema/fields.ts'
import { KeywordValue, MatchTypeField } from '#server/http/schema/keyword-fields.ts'
import { QueryBoolean } from '#server/http/schema/query-fields.ts'
import { PlacementGroup, PlacementTraffic, TargetingSpec } from '#server/http/schema/targeting-fields.ts'
import { targetingTemplateIdRange } from './resource.ts'

/** ACTIVE: in use. DELETED: removed, and omitted from lists. */
export const templateStatuses = ['ACTIVE', 'DELETED'] as const
/** One of `templateStatuses`. */
export type TemplateStatus = (typeof templateStatuses)[number]

const TemplateKeyword = z
  .object({ match_type: MatchTypeField, value: KeywordValue })
  .meta({ id: 'TargetingTemplateKeyword', description: 'A keyword: searches for or against which ads are shown.' })

/** The request body of a creation. */
export const TargetingTemplateCreate = z
  .object({
    name: text(255).meta({ description: 'Template name.', example: 'Hikers' }),
    targeting_attributes: TargetingSpec,
    auto_targeting_enabled: z.boolean().nullish().meta({ description: 'Whether targeting is expanded. Absent: true.' }),
    keywords: z.array(TemplateKeyword).nullish(),
    placement_group: PlacementGroup.nullish().meta({ description: 'Placement of ads. Absent: ALL.' }),
    tracking_urls: TrackingUrls.nullish(),
  })
  .meta({
    id: 'TargetingTemplateCreate',
    description: 'Request to create a targeting template.',
    example: { name: 'Hikers', targeting_attributes: { LOCATION: ['US'], GENDER: ['female'] } },
  })

/** The request body of an update. */
export const TargetingTemplateUpdate = z
  .object({
    id: LongId,
    operation_type: z.enum(['REMOVE', 'UPDATE']),
    targeting_attributes: TargetingSpec.nullish().meta({
      description: 'New targeting, with UPDATE. Replaces the stored targeting.',
    }),
  })
  .meta({
    id: 'TargetingTemplateUpdate',
    description: 'Request to update or remove a targeting template.',
    example: {
      id: idOf(targetingTemplateIdRange, 1),
      operation_type: 'UPDATE',
      targeting_attributes: { LOCATION: ['US', 'CA'] },
    },
  })

const AudienceSizing = z
  .object({ reach_estimate: z.object({ estimate: z.int(), lower_bound: z.int(), upper_bound: z.int() }) })
  .meta({ id: 'TargetingTemplateAudienceSizing', description: 'Estimated reach of the targeting, made up.' })

/** A targeting template in a response. */
export const TargetingTemplate = z
  .object({
    auto_targeting_enabled: z.boolean(),
    keywords: z.array(TemplateKeyword),
    name: z.string(),
    placement_group: PlacementGroup,
    placement_traffic_type: PlacementTraffic.nullable().meta({ description: 'Always null.' }),
    targeting_attributes: TargetingSpec,
    tracking_urls: TrackingUrls.nullable(),
    ad_account_id: Id,
    created_time: z.int(),
    id: Id,
    status: z.enum(templateStatuses),
    updated_time: z.int(),
    sizing: AudienceSizing.nullable().meta({ description: 'Audience sizing. null in lists without include_sizing.' }),
    valid: z
      .boolean()
      .optional()
      .meta({ description: 'Present in lists only. Whether everything that the template references still exists.' }),
  })
  .meta({ id: 'TargetingTemplate', description: 'A targeting template: named targeting that ad groups can reference.' })

/** The query parameters of a list. */
export const TargetingTemplateListQuery = z.object({
  order: Order,
  include_sizing: QueryBoolean.meta({ description: 'Whether items include their sizing.', 'x-default': false }),
  search_query: z.string().optional().meta({ description: 'Returns only templates whose name contains this text.' }),
  ...pageQuery,
})

/** The response of a list. */
export const TargetingTemplatePage = pageOf(TargetingTemplate).meta({ id: 'TargetingTemplatePage' })

/** The response to an update: null (observed). */
export const TargetingTemplateUpdateReply = z.null().meta({ description: 'Always null.' })

export type TargetingTemplateCreate = z.output<typeof TargetingTemplateCreate>
export type TargetingTemplateUpdate = z.output<typeof TargetingTemplateUpdate>
/** A targeting template as it is stored: the response without the computed fields. */
export type StoredTemplate = Omit<z.output<typeof TargetingTemplate>, 'placement_traffic_type' | 'sizing' | 'valid'>
