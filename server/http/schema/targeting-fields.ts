import { z } from 'zod'
import { ageBuckets, appTypes, genders, placements, trafficTypes } from '#server/domain/reference/targeting-values.ts'
import { boundedJson, LongId, LongText, undocumentedText } from './fields.ts'

const strings = z.array(LongText)
const ids = z.array(LongId)
/** Where on Pinterest ads are shown. */
export const PlacementGroup = z.enum(placements)
/** The kinds of feeds that ads are shown in. */
export const PlacementTraffic = z.enum(trafficTypes)

const strategies = ['CHOOSE_YOUR_OWN', 'FIND_NEW_CUSTOMERS', 'RECONNECT_WITH_USERS'] as const

const Retargeting = boundedJson(
  z.looseObject({
    lookback_window: z.int().nullish(),
    tag_types: z.array(z.int()).nullish(),
    exclusion_window: z.int().nullish(),
  }),
)

const lists = {
  AGE_BUCKET: z.array(z.enum(ageBuckets)),
  APPTYPE: z.array(z.enum(appTypes)),
  AUDIENCE_EXCLUDE: ids,
  AUDIENCE_INCLUDE: ids,
  GENDER: z.array(z.enum(genders)),
  GEO: strings,
  GEO_EXCLUDE: strings,
  INTEREST: strings,
  LOCALE: strings,
  LOCATION: strings,
  LOCATION_EXCLUDE: strings,
  SHOPPING_RETARGETING: z.array(Retargeting),
  TARGETING_STRATEGY: z.array(z.enum(strategies)),
}

const ages = {
  MAXIMUM_AGE: undocumentedText(20).regex(/^\d+\+?$/),
  MINIMUM_AGE: undocumentedText(20).regex(/^\d+$/),
}

/** The audience of an ad group. Unknown keys are stored as they came (observed). */
export const TargetingSpec = boundedJson(
  z.looseObject({
    AGE_BUCKET: lists.AGE_BUCKET.nullish(),
    APPTYPE: lists.APPTYPE.nullish(),
    AUDIENCE_EXCLUDE: lists.AUDIENCE_EXCLUDE.nullish(),
    AUDIENCE_INCLUDE: lists.AUDIENCE_INCLUDE.nullish(),
    GENDER: lists.GENDER.nullish(),
    GEO: lists.GEO.nullish(),
    GEO_EXCLUDE: lists.GEO_EXCLUDE.nullish(),
    INTEREST: lists.INTEREST.nullish(),
    LOCALE: lists.LOCALE.nullish(),
    LOCATION: lists.LOCATION.nullish(),
    LOCATION_EXCLUDE: lists.LOCATION_EXCLUDE.nullish(),
    MAXIMUM_AGE: ages.MAXIMUM_AGE.nullish(),
    MINIMUM_AGE: ages.MINIMUM_AGE.nullish(),
    SHOPPING_RETARGETING: lists.SHOPPING_RETARGETING.nullish(),
    TARGETING_STRATEGY: lists.TARGETING_STRATEGY.nullish(),
  }),
).meta({
  id: 'TargetingSpec',
  description: 'Targeting of ads. Keys that are absent do not restrict the audience.',
  example: { LOCATION: ['US'], GENDER: ['female'] },
})

const operation = z.enum(['SET', 'ADD', 'REMOVE'])
const listStep = <Field extends string, Values extends z.ZodType>(field: Field, values: Values) =>
  z.object({ field: z.literal(field), operation, values: values.nullable() })
const ageStep = <Field extends string, Value extends z.ZodType>(field: Field, value: Value) =>
  z.object({ field: z.literal(field), operation, value: value.nullable() })

/** One step that changes a targeting spec in place; null with SET removes the field. */
const TargetingOperation = z.discriminatedUnion('field', [
  listStep('AGE_BUCKET', lists.AGE_BUCKET),
  listStep('APPTYPE', lists.APPTYPE),
  listStep('AUDIENCE_EXCLUDE', ids),
  listStep('AUDIENCE_INCLUDE', ids),
  listStep('GENDER', lists.GENDER),
  listStep('GEO', strings),
  listStep('GEO_EXCLUDE', strings),
  listStep('INTEREST', strings),
  listStep('LOCALE', strings),
  listStep('LOCATION', strings),
  listStep('LOCATION_EXCLUDE', strings),
  ageStep('MAXIMUM_AGE', ages.MAXIMUM_AGE),
  ageStep('MINIMUM_AGE', ages.MINIMUM_AGE),
  listStep('SHOPPING_RETARGETING', lists.SHOPPING_RETARGETING),
  listStep('TARGETING_STRATEGY', lists.TARGETING_STRATEGY),
])

/** Steps that change a targeting spec in place. */
export const TargetingOperations = z.array(TargetingOperation).meta({
  description:
    'Changes to single keys of targeting_spec. Cannot be combined with targeting_spec. Age ranges use value, the other keys values.',
})
