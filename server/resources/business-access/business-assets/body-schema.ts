import { z } from 'zod'
import { sampleIds } from '../businesses/examples.ts'
import { partnerTypes } from '../businesses/partners.ts'
import { ReferredId, RequestedPermissions } from '../businesses/schema.ts'

const asset_id = ReferredId
const member_id = ReferredId.meta({ description: 'User ID of the member.' })
const partner_id = ReferredId.meta({ description: 'Business ID of the partner.' })

/** The request body of a change of members' access. */
export const MemberAccessUpdate = z
  .object({
    accesses: z
      .array(z.object({ asset_id, member_id, permissions: RequestedPermissions }))
      .min(1)
      .max(50),
  })
  .meta({
    id: 'MemberAccessUpdate',
    description: 'Request to assign assets to members.',
    example: { accesses: [{ asset_id: sampleIds.adAccount, member_id: sampleIds.member, permissions: ['ANALYST'] }] },
  })

/** The request body of the end of members' access. */
export const MemberAccessDelete = z
  .object({ accesses: z.array(z.object({ asset_id, member_id })).min(1).max(100) })
  .meta({
    id: 'MemberAccessDelete',
    description: "Request to end members' access to assets.",
    example: { accesses: [{ asset_id: sampleIds.adAccount, member_id: sampleIds.member }] },
  })

/** The request body of a change of partners' access. */
export const PartnerAccessUpdate = z
  .object({
    accesses: z
      .array(z.object({ asset_id, partner_id, permissions: RequestedPermissions }))
      .min(1)
      .max(50),
  })
  .meta({
    id: 'PartnerAccessUpdate',
    description: 'Request to assign assets to partners.',
    example: { accesses: [{ asset_id: sampleIds.adAccount, partner_id: sampleIds.partner, permissions: ['ANALYST'] }] },
  })

/** The request body of the end of partners' access. */
export const PartnerAccessDelete = z
  .object({
    accesses: z
      .array(
        z.object({
          asset_id,
          partner_id,
          partner_type: z.enum(partnerTypes).optional().meta({
            description:
              "INTERNAL: the partner's access to assets of the business. EXTERNAL: its own to the partner's.",
            'x-default': 'INTERNAL',
          }),
        }),
      )
      .min(1)
      .max(50),
  })
  .meta({
    id: 'PartnerAccessDelete',
    description: "Request to end partners' access to assets.",
    example: { accesses: [{ asset_id: sampleIds.business, partner_id: sampleIds.partner }] },
  })
