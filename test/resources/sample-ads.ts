import type { Answer, Json, Mock } from '../helper.ts'
import { cbo, madeIn } from './ad-groups.ts'

/** The id of a new Pin of which ads can be made. */
export async function pinOf({ call }: Mock, more: object = {}): Promise<string> {
  const media_source = { source_type: 'image_url', url: 'https://example.com/tent.jpg' }
  const { body } = await call('POST', '/v5/pins', { title: 'Tent', media_source, ...more })
  return body.id
}

/** The id of a new Pin of which no ad can be made, which only a seed can make. */
export async function sandboxedPin(mock: Mock): Promise<string> {
  const id = await pinOf(mock)
  mock.stage.world('default').db.prepare('UPDATE pins SET is_promotable = 0 WHERE id = ?').run(id)
  return id
}

/** An ad group in a new campaign with an objective that takes calls to action. */
export const clicks = (mock: Mock, more: object = {}): Promise<Json> =>
  madeIn(mock, cbo(mock, { objective_type: 'CONSIDERATION', ...more }), { billable_event: 'CLICKTHROUGH' })

/** What makes an ad of a Pin in an ad group. */
export const adIn = ({ id }: Json, pin_id: string, more: object = {}): Json => ({
  ad_group_id: id,
  creative_type: 'REGULAR',
  pin_id,
  ...more,
})

/** The answer to creating one ad of a new Pin in an ad group. */
export async function tryAd(mock: Mock, adGroup: Json | Promise<Json>, more: object = {}): Promise<Answer> {
  return mock.post('/ads', [adIn(await adGroup, await pinOf(mock), more)])
}

/** An ad of a new Pin, created in an ad group, or in a new one of a new AWARENESS campaign. */
export async function madeAd(mock: Mock, more: object = {}, adGroup?: Json | Promise<Json>): Promise<Json> {
  const parent = await (adGroup ?? madeIn(mock, cbo(mock)))
  return mock.create('/ads', adIn(parent, await pinOf(mock), more))
}

/** The answer to changing one ad. */
export const tryAdChange = (mock: Mock, { id }: Json, changes: object): Promise<Answer> =>
  mock.patch('/ads', [{ id, ...changes }])

/** The ad as it is read now. */
export const readAd = async ({ get }: Mock, { id }: Json): Promise<Json> => (await get(`/ads/${id}`)).body
