import { z } from 'zod'
import { Id } from '#server/http/schema/fields.ts'

const targetingTypes = [
  'APPTYPE',
  'GENDER',
  'LOCALE',
  'AGE_BUCKET',
  'LOCATION',
  'GEO',
  'INTEREST',
  'KEYWORD',
  'AUDIENCE_INCLUDE',
  'AUDIENCE_EXCLUDE',
] as const
/** A type of targeting: a key of a targeting spec. */
export type TargetingType = (typeof targetingTypes)[number]

/** The path parameters of a type of targeting. */
export const TargetingTypePath = z.object({
  targeting_type: z.enum(targetingTypes).meta({ description: 'Key of a targeting spec.' }),
})

/** The query parameters of the list of options. */
export const TargetingOptionsQuery = z.object({
  client_id: Id.optional().meta({ description: 'Accepted without effect.' }),
  oauth_signature: z.string().optional().meta({ description: 'Accepted without effect.' }),
  timestamp: z.string().regex(/\d+/).optional().meta({ description: 'Accepted without effect.' }),
  ad_account_id: Id.optional().meta({ description: 'The ad account whose audiences are listed.' }),
})

/** The response of the list of options: one object in an array (documented). */
export const TargetingOptions = z.array(z.record(z.string(), z.string())).meta({
  id: 'TargetingOptions',
  description: 'Allowed values with their names, in one object.',
  example: [{ '925056443165': 'Animals', '945391946569': 'Dress' }],
})

/** The path parameters of an interest. */
export const InterestPath = z.object({ interest_id: Id })

/** One interest in a response. */
export const InterestDetails = z
  .object({
    id: Id,
    name: z.string().meta({ example: 'Dress' }),
    level: z.int().meta({ description: '1 for top interests, 2 for their children.' }),
    child_interests: z.array(Id).meta({ description: 'Ids of the child interests.' }),
  })
  .meta({ id: 'InterestDetails', description: 'An interest.' })
