import { createHash } from 'node:crypto'
import t, { type Test } from 'tap'
import type { Json, Mock } from '../support/mock.ts'
import { listening } from './listening.ts'
import { type ShopPlugin, shopPlugin } from './shop-plugin.ts'

const business = 'woo-shop.example.com-65f8b2'
const host = 'shop.example.com'
const location = `https://${host}/wp-content/uploads/pinterest-for-woocommerce-a1b2c3.xml`

const feedOf = (name: string) => ({
  name,
  format: 'XML',
  location,
  catalog_type: 'RETAIL',
  default_currency: 'USD',
  default_locale: 'en-US',
  default_country: 'US',
  default_availability: 'IN_STOCK',
})

const product = {
  id: 'woo_1',
  title: 'Two-person tent',
  description: 'Keeps the rain out.',
  link: `https://${host}/product/tent/`,
  image_link: `https://${host}/tent.jpg`,
  price: '89.50 USD',
  availability: 'in stock',
}
const { image_link: _, ...withoutImage } = { ...product, id: 'woo_2' }

interface Shop {
  readonly mock: Mock
  readonly plugin: ShopPlugin
  readonly account: string
}

/** A server with a new merchant, who has an ad account, and the plugin that is pointed at it. */
async function shop(t: Test): Promise<Shop> {
  const mock = await listening(t, { seed: 'empty' })
  return { mock, plugin: shopPlugin(`${mock.origin}/v5`), account: mock.account }
}

/** A call of test control; fails where it is refused. */
async function control({ mock }: Shop, method: string, path: string, body: object): Promise<void> {
  const answer = await mock.call(method, `/__mock${path}`, body)
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
}

const connect = ({ plugin, account }: Shop): Promise<Json> =>
  plugin.connect({
    external_business_id: business,
    connected_merchant_id: '',
    connected_advertiser_id: account,
    partner_metadata: JSON.stringify({ plugin_version: '1.4.12', wc_version: '9.3', locale: 'en_US', currency: 'USD' }),
  })

/** A feed that the plugin has registered, with that content. */
async function registered(world: Shop, rows: readonly object[]): Promise<string> {
  const { body } = await world.plugin.createFeed(world.account, feedOf('Created by a shop'))
  await control(world, 'PUT', `/feeds/${body.id}/content`, { rows })
  return body.id
}

t.test('a shop is connected, and the plugin learns whose account it is', async (t) => {
  const world = await shop(t)
  const { body } = await connect(world)
  t.match(body, { id: /^\d+$/, external_business_id: business, connected_advertiser_id: world.account })
  t.strictSame((await world.plugin.integration(business)).body, body)
  t.match((await world.plugin.accountInfo()).body, {
    account_type: 'BUSINESS',
    username: String,
    profile_image: String,
  })
  t.strictSame((await world.plugin.linkedBusinesses()).body, [])
  t.ok((await world.plugin.adsCountries()).body.items.some(({ code }: Json) => code === 'US'))
})

t.test('the website is claimed, and then verified in the list', async (t) => {
  const { plugin } = await shop(t)
  t.strictSame((await plugin.websites()).body.items, [])
  t.match((await plugin.verificationData()).body, { verification_code: /^[0-9a-f]{32}$/, metatag: /p:domain_verify/ })
  t.match((await plugin.claim(host)).body, { website: host, status: 'success', verified_at: String })
  t.match((await plugin.claim(host)).body, { status: 'already_verified_by_user' })
  t.match((await plugin.websites()).body.items, [{ website: host, status: 'verified' }])
})

t.test('a merchant without a tag gets one, and the integration is updated with it', async (t) => {
  const world = await shop(t)
  const { plugin, account } = world
  await connect(world)
  t.match((await plugin.adAccounts()).body.items, [{ id: account }])
  t.strictSame((await plugin.tags(account)).body.items, [])
  const tag = (await plugin.createTag(account)).body
  t.match(tag.configs, { aem_enabled: true, aem_loc_enabled: false, md_frequency: 1 })
  t.match((await plugin.tags(account)).body.items, [{ id: tag.id, name: tag.name }])
  const change = { connected_advertiser_id: account, connected_tag_id: tag.id }
  t.match((await plugin.updateIntegration(business, change)).body, change)
})

t.test('a feed is registered once, and found by its location, country and locale', async (t) => {
  const { plugin, account } = await shop(t)
  t.strictSame((await plugin.feeds(account)).body, { items: [], bookmark: null })
  const created = await plugin.createFeed(account, feedOf('Created by a shop'))
  t.equal(created.status, 201)
  const { items } = (await plugin.feeds(account)).body
  t.match(items, [{ id: created.body.id, location, default_country: 'US', default_locale: 'en-US', status: 'ACTIVE' }])
  t.match(await plugin.createFeed(account, feedOf('Created by a shop')), { status: 422, body: { code: 4170 } })
})

t.test('the plugin follows the states of a feed, and counts what was synchronized', async (t) => {
  const world = await shop(t)
  const { mock, plugin, account } = world
  const feed = await registered(world, [product, withoutImage])
  const latest = async (): Promise<Json> => (await plugin.processingResult(account, feed)).body.items[0]
  const states = []
  for (const wait of [0, 2000, 8000]) {
    mock.clock.advance(wait)
    states.push((await latest()).status)
  }
  t.same(states, ['QUEUED_FOR_PROCESSING', 'PROCESSING', 'COMPLETED'])
  const { product_counts, validation_details } = await latest()
  t.strictSame(product_counts, { original: 2, ingested: 1 })
  t.strictSame(validation_details.errors, { IMAGE_LINK_MISSING: 1 })
})

t.test('issues name the product, the attribute and what it had', async (t) => {
  const world = await shop(t)
  const feed = await registered(world, [product, withoutImage])
  world.mock.clock.advance(10_000)
  const { id } = (await world.plugin.processingResult(world.account, feed)).body.items[0]
  const { items } = (await world.plugin.itemIssues(id)).body
  const issue = items.find(({ item_id }: Json) => item_id === 'woo_2')
  t.match(issue.errors.IMAGE_LINK_MISSING, { attribute_name: 'IMAGE_LINK', provided_value: '' })
})

t.test('a feed of which nothing is valid fails', async (t) => {
  const world = await shop(t)
  const feed = await registered(world, [withoutImage])
  world.mock.clock.advance(10_000)
  const [result] = (await world.plugin.processingResult(world.account, feed)).body.items
  t.match(result, { status: 'FAILED', product_counts: { original: 1, ingested: 0 } })
})

t.test('a feed that was turned off is enabled again', async (t) => {
  const world = await shop(t)
  const feed = await registered(world, [product])
  await control(world, 'PATCH', `/entities/feeds/${feed}`, { status: 'INACTIVE' })
  t.match((await world.plugin.feeds(world.account)).body.items, [{ status: 'INACTIVE' }])
  t.match(await world.plugin.enableFeed(world.account, feed), { status: 200, body: { status: 'ACTIVE' } })
})

t.test('ads credit is redeemed once, and only with billing', async (t) => {
  const world = await shop(t)
  const { plugin, account } = world
  await control(world, 'POST', '/seed', { ads_credits: [{ offer_code: 'WELCOME-100', title: 'Welcome credit' }] })
  const hash = createHash('sha256').update('WELCOME-100').digest('hex')
  await control(world, 'PATCH', `/entities/ad_accounts/${account}`, { features: { billing_disabled: true } })
  t.strictSame((await plugin.billingProfiles(account)).body.items, [])
  t.match(await plugin.redeem(account, hash), { status: 200, body: { success: false, errorCode: 4374 } })
  await control(world, 'PATCH', `/entities/ad_accounts/${account}`, { features: { billing_disabled: false } })
  await control(world, 'POST', '/seed', { billing_profiles: [{ ad_account: account }] })
  t.match((await plugin.billingProfiles(account)).body.items, [{ advertiser_id: account }])
  t.match((await plugin.redeem(account, hash)).body, { success: true })
  t.match((await plugin.redeem(account, hash)).body, { success: false, errorCode: 2324 })
  t.match((await plugin.discounts(account)).body.items, [{ title: 'Welcome credit', active: true }])
})

t.test('a purchase is reported', async (t) => {
  const { plugin, account } = await shop(t)
  const { body } = await plugin.track(account, {
    event_id: 'a1b2c3',
    event_name: 'checkout',
    action_source: 'web',
    event_time: 1_780_315_100,
    event_source_url: `https://${host}/checkout/order-received/7/`,
    partner_name: 'ss-woocommerce',
    user_data: { client_ip_address: '203.0.113.7', client_user_agent: 'Mozilla/5.0' },
    custom_data: { currency: 'USD', value: '89.50', content_ids: ['woo_1'], num_items: 1, order_id: '7' },
  })
  t.match(body, { num_events_received: 1, num_events_processed: 1 })
})

t.test('a merchant under review cannot delete the feed, and is told why', async (t) => {
  const world = await shop(t)
  const feed = await registered(world, [product])
  const { id } = (await world.plugin.accountInfo()).body
  await control(world, 'PATCH', `/entities/users/${id}`, { merchant_status: 'UNDER_REVIEW' })
  t.match(await world.plugin.deleteFeed(world.account, feed), { status: 403, body: { code: 2626 } })
  await control(world, 'PATCH', `/entities/users/${id}`, { merchant_status: 'APPROVED' })
  t.equal((await world.plugin.deleteFeed(world.account, feed)).status, 204)
})

t.test('a shop that is disconnected leaves no feed and no integration behind', async (t) => {
  const world = await shop(t)
  const { plugin, account } = world
  await connect(world)
  await registered(world, [product])
  for (const { id } of (await plugin.feeds(account)).body.items)
    t.equal((await plugin.deleteFeed(account, id)).status, 204)
  t.equal((await plugin.disconnect(business)).status, 204)
  t.strictSame((await plugin.feeds(account)).body.items, [])
  t.match(await plugin.integration(business), { status: 404, body: { code: 4180 } })
})
