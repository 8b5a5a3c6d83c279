import t from 'tap'
import {
  type Content,
  type Description,
  operationsIn,
  type Parameter,
  resolved,
  type Schema,
} from '#openapi/description.ts'
import { generatedFiles } from '#scripts/openapi/report.ts'

const files = await generatedFiles()
const document: Description = JSON.parse(files['openapi/openapi.json'] ?? '')

/**
 * How long an id may be at most, where that is documented: in the path and the query where ads are concerned, and of
 * what a batch changes (5.23 or 5.28), and in business access. Nowhere else: users, boards, sections, Pins and videos have 19 digits today, and
 * what a body refers to may be anything.
 */
const documented: Readonly<Record<string, number>> = {
  'path asset_id': 20,
  'path brand_account_id': 20,
  'path business_hierarchy_id': 20,
  'path business_id': 20,
  'path member_id': 20,
  'path partner_id': 20,
  'path system_user_id': 20,
  'query asset_group_id': 20,
  'query audience_id': 18,
  'query child_asset_id': 20,
  'body [].member_id': 25,
  'body accesses[].asset_id': 25,
  'body accesses[].member_id': 25,
  'body accesses[].partner_id': 25,
  'body invite_ids[]': 25,
  'body members[].member_id': 25,
  'body partner_ids[]': 22,
  'body partners[]': 25,
  'respond_business_access_invites body invites[].invite_id': 25,
  'bulk_upsert/create body update.campaigns[].id': 18,
  'bulk_upsert/create body update.ad_groups[].id': 18,
  'bulk_upsert/create body update.ads[].id': 18,
  'bulk_upsert/create body update.schedules[].id': 18,
  'path ad_account_id': 18,
  'path ad_group_id': 18,
  'path ad_id': 18,
  'path audience_id': 18,
  'path billing_invoice_id': 18,
  'path campaign_id': 18,
  'path catalog_id': 19,
  'path conversion_tag_id': 18,
  'path customer_list_id': 18,
  'path customer_list_upload_id': 18,
  'path interest_id': 18,
  'path order_line_id': 18,
  'path product_group_promotion_id': 18,
  'path promotion_id': 18,
  'path request_id': 18,
  'query ad_account_id': 18,
  'query ad_group_id': 18,
  'query campaign_id': 18,
  'query campaign_ids[]': 18,
  'query client_id': 18,
  'query label_ids[]': 18,
  'keywords/get query ad_group_ids[]': 18,
  'ad_groups/analytics query ad_group_ids[]': 18,
  'ad_groups_targeting_analytics/get query ad_group_ids[]': 18,
  'ad_groups/update body [].id': 18,
  'ads/update body [].id': 18,
  'campaigns/update body [].id': 18,
  'schedules/update body [].id': 18,
  'campaign_ad_preview/create body [].ad_group_id': 18,
}

/** An id somewhere in what an operation takes. */
interface IdField {
  readonly operation: string
  readonly place: string
  readonly most: number | undefined
  readonly pattern: string
}

/** Whether text of that pattern is an id: digits, maybe with the letters of its kind before them. */
function isOfIds(pattern: string): boolean {
  return /^\^(\[C\]\?|\(AG\)\?|\(\(AG\)\|C\)\?)?\\d\+\$$/.test(pattern)
}

function* idsIn(within: Schema, place: string): Generator<Omit<IdField, 'operation'>> {
  const schema: Schema = resolved(document, within)
  const { pattern, maxLength: most, allOf = [], oneOf = [], properties = {}, items, additionalProperties } = schema
  if (pattern !== undefined && isOfIds(pattern) && !place.endsWith('IMUM_AGE')) yield { place, most, pattern }
  for (const part of [...allOf, ...oneOf]) yield* idsIn(part, place)
  for (const [name, part] of Object.entries(properties))
    yield* idsIn(part, `${place}.${name}`.replace('body .', 'body '))
  if (items !== undefined) yield* idsIn(items, `${place}[]`)
  if (typeof additionalProperties === 'object') yield* idsIn(additionalProperties, `${place}.*`)
}

const idFields: readonly IdField[] = [...operationsIn(document)].flatMap(([operation, { operation: described }]) => {
  const parameters = (described.parameters ?? []).map((one) => resolved<Parameter>(document, one))
  const bodies = Object.values(resolved<Content>(document, described.requestBody ?? {}).content ?? {})
  return [
    ...parameters.flatMap(({ in: part, name, schema }) => [...idsIn(schema ?? {}, `${part} ${name}`)]),
    ...bodies.flatMap(({ schema }) => [...idsIn(schema ?? {}, 'body ')]),
  ].map((field) => ({ operation, ...field }))
})

t.test('ids of every kind are found in what operations take', async (t) => {
  const places = new Set(idFields.map(({ place }) => place))
  for (const place of [
    'path pin_id',
    'query campaign_ids[]',
    'body [].pin_id',
    'body rule.pin_id[]',
    'body board_id',
  ]) {
    t.ok(places.has(place), place)
  }
  t.ok(places.has('body media_source.media_id'))
})

t.test('no id is held to a length but where one is documented', async (t) => {
  for (const { operation, place, most } of idFields) {
    t.equal(most, documented[`${operation} ${place}`] ?? documented[place], `${operation} ${place}`)
  }
})

t.test('every documented length is one that is held', async (t) => {
  const held = new Set(idFields.flatMap(({ operation, place }) => [place, `${operation} ${place}`]))
  for (const place of Object.keys(documented)) t.ok(held.has(place), place)
})

t.test('where no length is documented, the pattern has none either', async (t) => {
  for (const { operation, place, most, pattern } of idFields) {
    if (most === undefined) t.match('1'.repeat(19), new RegExp(pattern), `${operation} ${place}`)
  }
})
