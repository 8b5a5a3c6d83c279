import { z } from 'zod'
import { Id } from '../../http/fields.ts'

const strings = z.array(z.string())
const ageBuckets = ['18-24', '19+', '20+', '21+', '25-34', '35-44', '45-49', '50-54', '55-64', '65+'] as const
const appTypes = ['android_mobile', 'android_tablet', 'ipad', 'iphone', 'web', 'web_mobile'] as const
const strategies = ['CHOOSE_YOUR_OWN', 'FIND_NEW_CUSTOMERS', 'RECONNECT_WITH_USERS'] as const

const Retargeting = z.object({
  lookback_window: z.int().optional(),
  tag_types: z.array(z.int()).optional(),
  exclusion_window: z.int().optional(),
})

/** Whom an ad group is shown to. Keys that are not known are kept as they came (observed). */
export const TargetingSpec = z
  .looseObject({
    AGE_BUCKET: z.array(z.enum(ageBuckets)).nullish(),
    APPTYPE: z.array(z.enum(appTypes)).nullish(),
    AUDIENCE_EXCLUDE: z.array(Id).nullish(),
    AUDIENCE_INCLUDE: z.array(Id).nullish(),
    GENDER: z.array(z.enum(['unknown', 'male', 'female'])).nullish(),
    GEO: strings.nullish(),
    INTEREST: strings.nullish(),
    LOCALE: strings.nullish(),
    LOCATION: strings.nullish(),
    MAXIMUM_AGE: z
      .string()
      .regex(/^\d+\+?$/)
      .nullish(),
    MINIMUM_AGE: z.string().regex(/^\d+$/).nullish(),
    SHOPPING_RETARGETING: z.array(Retargeting).nullish(),
    TARGETING_STRATEGY: z.array(z.enum(strategies)).nullish(),
  })
  .meta({
    id: 'TargetingSpec',
    description: 'Whom the ads are shown to; a dimension that is absent is not narrowed.',
    example: { LOCATION: ['US'], GENDER: ['female'] },
  })

const operationFields = [
  'AGE_BUCKET',
  'APPTYPE',
  'AUDIENCE_EXCLUDE',
  'AUDIENCE_INCLUDE',
  'GENDER',
  'GEO',
  'GEO_EXCLUDE',
  'INTEREST',
  'LOCALE',
  'LOCATION',
  'LOCATION_EXCLUDE',
  'MAXIMUM_AGE',
  'MINIMUM_AGE',
  'SHOPPING_RETARGETING',
  'TARGETING_STRATEGY',
] as const

/** Steps that change a targeting spec in place. */
export const TargetingOperations = z
  .array(
    z.object({
      field: z.enum(operationFields),
      operation: z.enum(['SET', 'ADD', 'REMOVE']),
      values: z.array(z.unknown()).nullish().meta({ description: 'For lists; null with SET removes the field.' }),
      value: z.string().nullish().meta({ description: 'For MINIMUM_AGE and MAXIMUM_AGE.' }),
    }),
  )
  .meta({ description: 'Not together with targeting_spec.' })
