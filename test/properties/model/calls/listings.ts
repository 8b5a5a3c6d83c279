import fc from '#test/support/fast-check.ts'
import type { Call } from './call.ts'
import { reference } from './references.ts'

const some = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<readonly Value[]> =>
  fc.uniqueArray(value, { minLength: 1, maxLength: 4, selector: (one) => JSON.stringify(one) })

const shared = {
  entity_statuses: some(fc.constantFrom('ACTIVE', 'PAUSED', 'ARCHIVED', 'DRAFT', 'DELETED_DRAFT')),
  order: fc.constantFrom('ASCENDING', 'DESCENDING'),
  page_size: fc.constantFrom(1, 2, 3, 7, 250, 0, 251),
}

/** Lists with filters, orders and pages of any size. */
export const listings: fc.Arbitrary<Call>[] = [
  fc.record({
    do: fc.constant('list' as const),
    kind: fc.constant('campaigns' as const),
    query: fc.record({ ...shared, campaign_ids: some(reference('campaign')) }, { requiredKeys: [] }),
  }),
  fc.record({
    do: fc.constant('list' as const),
    kind: fc.constant('ad_groups' as const),
    query: fc.record(
      { ...shared, campaign_ids: some(reference('campaign')), ad_group_ids: some(reference('ad group')) },
      { requiredKeys: [] },
    ),
  }),
  fc.record({
    do: fc.constant('list' as const),
    kind: fc.constant('ads' as const),
    query: fc.record(
      {
        ...shared,
        campaign_ids: some(reference('campaign')),
        ad_group_ids: some(reference('ad group')),
        ad_ids: some(reference('ad')),
      },
      { requiredKeys: [] },
    ),
  }),
  fc.constantFrom(['campaign_id', 'campaign'] as const, ['ad_group_id', 'ad group'] as const).chain(([filter, named]) =>
    fc.record({
      do: fc.constant('list keywords' as const),
      filter: fc.constant(filter),
      parent: fc.option(reference(named), { nil: undefined }),
      page_size: fc.constantFrom(1, 2, 25),
    }),
  ),
  fc.record({
    do: fc.constant('list' as const),
    kind: fc.constant('labels' as const),
    query: fc.record(
      {
        page_size: shared.page_size,
        entity_statuses: some(fc.constantFrom('ACTIVE', 'ARCHIVED')),
        label_types: some(fc.constantFrom('BRAND', 'CUSTOM')),
        campaign_ids: some(reference('campaign')),
        label_ids: some(reference('label')),
      },
      { requiredKeys: [] },
    ),
  }),
]
