import type { Evidence } from '../rules/rule.ts'

/** Something that bodies may still have, and should not. */
export interface Deprecation {
  readonly operations: readonly string[]
  /** Where it is in the body, `[]` for each item of a list: `keywords[].bid`. */
  readonly field: string
  /** The one value that is deprecated; every value but null when absent. */
  readonly value?: string
  /** What becomes of it, or what took its place. */
  readonly note: string
  readonly evidence: Evidence
  readonly source: string
}

const inThePath = 'no effect: the path says which ad account'

/** Everything that is deprecated in what is built. */
export const deprecations: readonly Deprecation[] = [
  {
    operations: ['campaigns/create', 'campaigns/update'],
    field: '[].ad_account_id',
    note: inThePath,
    evidence: 'documented',
    source: 'S528 campaigns/create',
  },
  {
    operations: ['campaigns/create', 'campaigns/update'],
    field: '[].default_ad_group_budget_in_micro_currency',
    note: 'no effect',
    evidence: 'documented',
    source: 'S528 campaigns/create',
  },
  {
    operations: ['ad_groups/create', 'ad_groups/update', 'ads/create', 'ads/update'],
    field: '[].ad_account_id',
    note: inThePath,
    evidence: 'assumed',
    source: 'a decision of this project: as in campaigns; older clients send it',
  },
  {
    operations: ['ads/create', 'ads/update'],
    field: '[].creative_type',
    value: 'SHOP_THE_PIN',
    note: 'COLLECTION took its place',
    evidence: 'documented',
    source: 'S523 CreativeType',
  },
  {
    operations: ['product_group_promotions/create', 'product_group_promotions/update'],
    field: 'product_group_promotion[].creative_type',
    value: 'SHOP_THE_PIN',
    note: 'COLLECTION took its place',
    evidence: 'documented',
    source: 'S523 CreativeType',
  },
  {
    operations: ['ad_groups/audience_sizing'],
    field: 'creative_types[]',
    value: 'SHOP_THE_PIN',
    note: 'COLLECTION took its place',
    evidence: 'documented',
    source: 'S523 AdGroupAudienceSizingRequest',
  },
  {
    operations: ['keywords/create', 'keywords/update'],
    field: 'keywords[].bid',
    note: 'no effect, and answered as null',
    evidence: 'documented',
    source: 'S523 KeywordsCommon, KeywordUpdate',
  },
  {
    operations: ['labels/create'],
    field: 'parent_id',
    note: 'version 5.28 creates labels without it; apply them by labels/apply',
    evidence: 'documented',
    source: 'F171: CHG528; S523 labels/create',
  },
  {
    operations: ['product_group_promotions/create', 'product_group_promotions/update'],
    field: 'product_group_promotion[].ad_group_id',
    note: 'no effect: the one beside the list counts',
    evidence: 'assumed',
    source: 'a decision of this project',
  },
  {
    operations: ['product_group_promotions/create', 'product_group_promotions/update'],
    field: 'product_group_promotion[].grid_click_type',
    note: 'no effect',
    evidence: 'assumed',
    source: 'a decision of this project',
  },
]

/** A query parameter that calls may still have, and should not. */
export interface DeprecatedParameter extends Omit<Deprecation, 'field' | 'value'> {
  readonly parameter: string
}

/** Every such parameter of what is built. */
export const deprecatedParameters: readonly DeprecatedParameter[] = [
  {
    operations: ['trending_keywords/list'],
    parameter: 'include_prediction',
    note: 'version 5.28 does not have it',
    evidence: 'documented',
    source: 'F170: CHG528 trending_keywords/list',
  },
]

const byOperation = Map.groupBy(
  deprecations.flatMap(({ operations, ...rest }) => operations.map((operation) => ({ operation, ...rest }))),
  ({ operation }) => operation,
)

/** What a call has that is deprecated, a sentence for each: of its body, and of the parameters that it names. */
export function deprecatedIn(operation: string, body: unknown, parameters: readonly string[]): readonly string[] {
  const known = byOperation.get(operation) ?? []
  const ofBody = known
    .filter(({ field, value }) => isIn(body, partsOf(field), value))
    .map(({ field, value, note }) =>
      value === undefined
        ? `The field '${field}' is deprecated: ${note}`
        : `The value '${value}' of '${field}' is deprecated: ${note}`,
    )
  if (parameters.length === 0) return ofBody
  const ofQuery = deprecatedParameters
    .filter(({ operations, parameter }) => operations.includes(operation) && parameters.includes(parameter))
    .map(({ parameter, note }) => `The parameter '${parameter}' is deprecated: ${note}`)
  return [...ofQuery, ...ofBody]
}

const partsOf = (field: string): readonly string[] => field.match(/\[\]|[^.[\]]+/g) ?? []

function isIn(given: unknown, [part, ...rest]: readonly string[], value: string | undefined): boolean {
  if (given === undefined || given === null) return false
  if (part === undefined) return value === undefined || given === value
  if (part === '[]') return Array.isArray(given) && given.some((item) => isIn(item, rest, value))
  return typeof given === 'object' && Object.hasOwn(given, part) && isIn(Reflect.get(given, part), rest, value)
}
