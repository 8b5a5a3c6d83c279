import { z } from 'zod'
import { Order, pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import { AdAccountPath, Id, LongId, text } from '#server/http/schema/fields.ts'
import { emptyAsAbsent, QueryBoolean } from '#server/http/schema/query-fields.ts'
import { AudienceRule } from './rule-schema.ts'

/** The sources of an audience's people. */
export const audienceTypes = ['CUSTOMER_LIST', 'VISITOR', 'ENGAGEMENT', 'ACTALIKE', 'PERSONA'] as const
/** One of `audienceTypes`. */
export type AudienceType = (typeof audienceTypes)[number]

/** The statuses of an audience. */
export const audienceStatuses = ['INITIALIZING', 'READY', 'TOO_SMALL'] as const
/** One of `audienceStatuses`. */
export type AudienceStatus = (typeof audienceStatuses)[number]

const name = text(255).meta({ description: 'Audience name.', example: 'Readers' })
const description = text(1000).nullish().meta({ description: 'Description of the audience.' })
const ad_account_id = LongId.nullish().meta({ description: 'Ignored: the path determines the ad account.' })

/** The request body of a creation. */
export const AudienceCreate = z
  .object({
    ad_account_id,
    name,
    audience_type: z.enum(audienceTypes).meta({ description: "Source of the audience's people, in upper case." }),
    rule: AudienceRule,
    description,
  })
  .meta({
    id: 'AudienceCreate',
    description: 'Request to create an audience.',
    example: { name: 'Readers', audience_type: 'ENGAGEMENT', rule: { engagement_domain: ['www.example.com'] } },
  })

/** The request body of an update. */
export const AudienceUpdate = z
  .object({
    ad_account_id,
    name: name.nullish(),
    rule: AudienceRule.nullish().meta({ description: 'New rule. Replaces the stored rule.' }),
    description,
    operation_type: z.enum(['UPDATE', 'REMOVE']).nullish().meta({ description: 'Operation. Absent: UPDATE.' }),
  })
  .meta({
    id: 'AudienceUpdate',
    description: 'Request to update or remove an audience.',
    example: { name: 'Regular readers' },
  })

/** An audience in a response. */
export const Audience = z
  .object({
    ad_account_id: Id,
    audience_type: z.enum(audienceTypes),
    created_by_company_name: z.string().nullable().meta({
      description: "Business name of the ad account's owner. null in responses to creations and updates.",
    }),
    created_timestamp: z.int(),
    description: z.string().nullable(),
    id: Id,
    is_ctv_enabled: z.boolean().optional().meta({ description: 'Present in lists only.' }),
    is_nca: z.boolean().meta({ description: "Whether the audience's customer list is for new customer acquisition." }),
    name: z.string(),
    rule: AudienceRule,
    size: z.int().meta({ description: 'Number of people, made up. 0 while the status is INITIALIZING.' }),
    status: z
      .enum(audienceStatuses)
      .meta({ description: "Status by the world's clock. TOO_SMALL: fewer than 100 people." }),
    type: z.literal('audience'),
    updated_timestamp: z.int(),
  })
  .meta({ id: 'Audience', description: 'An audience. Ad groups include or exclude it.' })

/** The query parameters of a list. */
export const AudienceListQuery = z.object({
  ownership_type: emptyAsAbsent(z.enum(['OWNED', 'RECEIVED']).optional()).meta({
    description: 'OWNED, or RECEIVED for audiences that are shared with the ad account. Absent: both.',
  }),
  exclude_nca: QueryBoolean.meta({
    description: 'Whether audiences of customer lists for new customer acquisition are excluded.',
    'x-default': false,
  }),
  order: Order,
  ...pageQuery,
})

/** The response of a list. */
export const AudiencePage = pageOf(Audience).meta({ id: 'AudiencePage' })

/** The path parameters of an audience. */
export const AudiencePath = AdAccountPath.extend({ audience_id: Id })

export type AudienceCreate = z.output<typeof AudienceCreate>
export type AudienceUpdate = z.output<typeof AudienceUpdate>
/**
 * An audience as it is stored: the response without the fields that depend on the clock, its customer list and the
 * caller.
 */
export type StoredAudience = Omit<
  z.output<typeof Audience>,
  'size' | 'status' | 'is_nca' | 'is_ctv_enabled' | 'created_by_company_name'
>
