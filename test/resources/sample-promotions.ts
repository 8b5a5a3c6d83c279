import type { Answer, Json, Mock } from '../helper.ts'
import { adGroupIn, cbo } from './ad-groups.ts'

/** An ad group that may promote product groups. */
export const promoting = async (mock: Mock): Promise<Json> =>
  mock.create(
    '/ad_groups',
    adGroupIn(await cbo(mock, { objective_type: 'CATALOG_SALES' }), { billable_event: 'CLICKTHROUGH' }),
  )

/** The answer to creating product group promotions in an ad group. */
export const created = (mock: Mock, { id }: Json, ...items: readonly Json[]): Promise<Answer> =>
  mock.post('/product_group_promotions', { ad_group_id: id, product_group_promotion: items })

/** The answer to changing product group promotions of an ad group. */
export const changed = (mock: Mock, { id }: Json, ...items: readonly Json[]): Promise<Answer> =>
  mock.patch('/product_group_promotions', { ad_group_id: id, product_group_promotion: items })

/** A product group promotion created in an ad group. */
export async function made(mock: Mock, adGroup: Json, item: object = {}): Promise<Json> {
  const { body } = await created(mock, adGroup, { catalog_product_group_id: '443700000103', ...item })
  return body.items[0].data
}

/** A product group promotion as it is after a change. */
export async function changeTo(mock: Mock, adGroup: Json, item: object): Promise<Json> {
  const { body } = await changed(mock, adGroup, item)
  return body.items[0].data
}
