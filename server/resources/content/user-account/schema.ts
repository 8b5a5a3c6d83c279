import { z } from 'zod'
import { actorQuery, LongId } from '#server/http/schema/fields.ts'

const count = z.int().nullable()

/** The calling user in a response. */
export const UserAccount = z
  .object({
    id: LongId,
    username: z.string(),
    account_type: z.enum(['PINNER', 'BUSINESS']),
    about: z.string(),
    business_name: z.string().nullable(),
    website_url: z.string(),
    profile_image: z.string().meta({ description: 'URL of an image.' }),
    board_count: count,
    pin_count: count.meta({ description: 'Number of created and saved Pins.' }),
    follower_count: count,
    following_count: count,
    monthly_views: count,
  })
  .meta({ id: 'Account', description: 'A user account.' })

/** The query parameter that names the ad account to act for. */
export const UserAccountQuery = z.object(actorQuery)
