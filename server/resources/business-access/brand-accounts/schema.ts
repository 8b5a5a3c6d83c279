import { z } from 'zod'
import { LongText, undocumentedText } from '#server/http/schema/fields.ts'
import { CountryCode } from '#server/resources/accounts/ad-accounts/schema.ts'
import { BusinessId } from '../businesses/schema.ts'

/** The path of a hierarchy's brand accounts. */
export const HierarchyPath = z.object({
  business_hierarchy_id: BusinessId.meta({ description: 'Id of the business at the top of the hierarchy.' }),
})

/** The path of a brand account. */
export const BrandAccountPath = HierarchyPath.extend({
  brand_account_id: BusinessId.meta({ description: 'Brand account ID: the id of its user.' }),
})

const ProfileImage = z
  .object({
    content_type: z.enum(['image/jpeg', 'image/png']),
    data: undocumentedText(4_000_000)
      .regex(/[a-zA-Z0-9+/=]+/)
      .meta({ description: 'Image in base64.' }),
  })
  .meta({ id: 'BrandAccountImage', description: 'Profile image. Nothing of it is kept but that there is one.' })

const fields = {
  name: LongText.meta({ description: 'Name of the business.', example: 'Canada Stores' }),
  username: LongText.meta({ description: 'Username.', example: 'canada_stores' }),
  country: CountryCode,
  about: LongText.meta({ description: 'Description of the business.' }),
  website: LongText.meta({ description: 'URL of its website.' }),
  profile_image: ProfileImage,
}

/** The request body of a creation. */
export const BrandAccountCreate = z
  .object({
    name: fields.name,
    username: fields.username,
    country: fields.country,
    about: fields.about.optional(),
    website: fields.website.optional(),
    profile_image: fields.profile_image.optional(),
  })
  .meta({
    id: 'BrandAccountCreate',
    description: 'Request to create a brand account.',
    example: { name: 'Canada Stores', username: 'canada_stores', country: 'CA' },
  })
export type BrandAccountCreate = z.output<typeof BrandAccountCreate>

/** The request body of an update. */
export const BrandAccountUpdate = z
  .object(fields)
  .partial()
  .meta({ id: 'BrandAccountUpdate', description: 'Request to change a brand account.', example: { about: 'Stores' } })
export type BrandAccountUpdate = z.output<typeof BrandAccountUpdate>

/** The response to a creation or update. */
export const BrandAccountReply = z.object({ brand_account_id: z.string() })
