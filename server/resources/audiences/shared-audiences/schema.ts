import { z } from 'zod'
import { roles } from '#server/domain/access/roles.ts'
import { idOf } from '#server/domain/ids.ts'
import { Order, pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import { Id, LongId } from '#server/http/schema/fields.ts'
import { sampleIds } from '#server/resources/business-access/businesses/examples.ts'
import { audienceIdRange } from '../audiences/resource.ts'
import { Audience } from '../audiences/schema.ts'
import { recipientTypes } from '../audiences/shares.ts'

/** The query parameters of a list of the accounts that an audience is shared with. */
export const SharedAccountListQuery = z.object({
  audience_id: Id.meta({ example: idOf(audienceIdRange, 1) }),
  account_type: z
    .enum(recipientTypes)
    .meta({ description: 'Account type to filter by.', example: 'AD_ACCOUNT', 'x-default': 'AD_ACCOUNT' }),
  ...pageQuery,
})

/** The response of a list of accounts. */
export const SharedAccountPage = pageOf(
  z
    .object({
      account_id: z.string().regex(/^\d+$/),
      account_name: z.string(),
      account_type: z.enum(recipientTypes),
      shared_on_timestamp: z.int().meta({ description: 'Unix time in seconds.' }),
    })
    .meta({ id: 'SharedAccount', description: 'An ad account or business that an audience is shared with.' }),
).meta({ id: 'SharedAccountPage' })

/** The query parameters of a list of the audiences that a business has received. */
export const ReceivedAudienceListQuery = z.object({ order: Order, ...pageQuery })

/** The response of a list of received audiences. */
export const ReceivedAudiencePage = pageOf(Audience).meta({ id: 'ReceivedAudiencePage' })

const share = {
  audience_id: LongId,
  operation_type: z.enum(['SHARE', 'REVOKE']).meta({ description: 'Whether to share, or to end it.' }),
}
const Recipients = z.array(LongId)
const ids = { audience_id: idOf(audienceIdRange, 1), operation_type: 'SHARE' } as const

/** The request body of sharing with ad accounts. */
export const AdAccountShare = z.object({ ...share, recipient_account_ids: Recipients }).meta({
  id: 'SharedAudience',
  description: 'Request to share an audience with ad accounts.',
  example: { ...ids, recipient_account_ids: [sampleIds.otherAdAccount] },
})

/** The request body of sharing with businesses. */
export const BusinessShare = z.object({ ...share, recipient_business_ids: Recipients }).meta({
  id: 'BusinessSharedAudience',
  description: 'Request to share an audience with businesses.',
  example: { ...ids, recipient_business_ids: [sampleIds.brandAccount] },
})

const shared = {
  audience_id: z.string(),
  permissions: z
    .array(z.enum(['UNKNOWN', ...roles, 'CATALOGS_VIEWER']))
    .meta({ description: 'Permissions of the recipients on the audience. Empty after REVOKE.' }),
}

/** The response to sharing with ad accounts. */
export const AdAccountShareReply = z
  .object({ ...shared, recipient_account_ids: z.array(z.string()) })
  .meta({ id: 'SharedAudienceResponse', description: 'An audience that is shared with ad accounts, or no more.' })

/** The response to sharing with businesses. */
export const BusinessShareReply = z.object({ ...shared, recipient_business_ids: z.array(z.string()) }).meta({
  id: 'BusinessSharedAudienceResponse',
  description: 'An audience that is shared with businesses, or no more.',
})
