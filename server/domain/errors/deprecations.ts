import type { Evidence } from '../rules/rule.ts'

/** A field that bodies may still contain and should not. */
export interface Deprecation {
  readonly operations: readonly string[]
  /** Its place in the body, `[]` for each item of a list: `keywords[].bid`. */
  readonly field: string
  /** The one value that is deprecated; every value but null when absent. */
  readonly value?: string
  /** What happens to it, or what replaces it. */
  readonly note: string
  readonly evidence: Evidence
  readonly source: string
}

const inThePath = 'no effect: the path says which ad account'

/** Every deprecated field of the implemented operations. */
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

/** A query parameter that calls may still contain and should not. */
export interface DeprecatedParameter extends Omit<Deprecation, 'field' | 'value'> {
  readonly parameter: string
}

/** Every deprecated parameter of the implemented operations. */
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

/** Returns a sentence for each deprecated field of a body and each deprecated parameter among those named. */
export function deprecatedIn(operation: string, body: unknown, parameters: readonly string[]): readonly string[] {
  const entries = byOperation.get(operation) ?? []
  const ofBody = entries
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

function isIn(node: unknown, [part, ...rest]: readonly string[], value: string | undefined): boolean {
  if (node === undefined || node === null) return false
  if (part === undefined) return value === undefined || node === value
  if (part === '[]') return Array.isArray(node) && node.some((item) => isIn(item, rest, value))
  return typeof node === 'object' && Object.hasOwn(node, part) && isIn(Reflect.get(node, part), rest, value)
}
