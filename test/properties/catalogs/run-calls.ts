import { strictEqual } from 'node:assert'
import { feedBody } from '#test/fixtures/feeds.ts'
import { boot } from '#test/fixtures/items.ts'
import type { Answer, Json } from '#test/support/mock.ts'
import type { CatalogCall } from './calls.ts'
import type { Business, Verdict } from './model.ts'

/** Makes a call in the world that a sequence has for itself. */
export type Send = (method: string, path: string, body?: Json) => Promise<Answer>

const market = { country: 'US', language: 'en-US' }
const groups = '/v5/catalogs/product_groups'

const verdictOf = ({ status, body }: Answer): Verdict => (status < 300 ? 'done' : `${status} ${body.code}`)

const nthOf = (entities: ReadonlyMap<string, unknown>, nth: number): string =>
  (nth < 0 ? undefined : [...entities.keys()][nth % Math.max(1, entities.size)]) ?? '5'

/** Makes the calls of a sequence, and compares each response, and at the end what lists have, with the model. */
export async function runCatalogCalls(send: Send, model: Business, calls: readonly CatalogCall[]): Promise<void> {
  const { id: user } = (await send('GET', '/v5/user_account')).body
  for (const call of calls) await make(send, model, call, user)
  const feeds = (await send('GET', '/v5/catalogs/feeds')).body.items
  strictEqual(JSON.stringify(feeds.map((feed: Json) => feed.name)), JSON.stringify([...model.feeds.values()]))
  strictEqual(verdictOf(await send('GET', groups)), model.groupListing())
  if (!model.hasCatalog) return
  await send('PATCH', `/__mock/entities/users/${user}`, { merchant_status: 'APPROVED' })
  const listed = await send('GET', groups)
  strictEqual(listed.body.items.map(({ id }: Json) => id).join(), [...model.groups.keys()].join())
  for (const id of model.groups.keys()) await readProductPins(send, id)
}

/** Reads the product Pins of a product group one by one, and compares each with the list. */
async function readProductPins(send: Send, groupId: string): Promise<void> {
  const { items } = (await send('GET', `${groups}/${groupId}/products`)).body
  for (const { pin } of items) {
    const { body } = await send('GET', `/v5/pins/${pin.id}`)
    strictEqual(JSON.stringify(body), JSON.stringify(pin))
  }
}

async function make(send: Send, model: Business, call: CatalogCall, user: string): Promise<void> {
  const agree = async (expected: Verdict, answered: Promise<Answer>): Promise<Json | undefined> => {
    const answer = await answered
    strictEqual(verdictOf(answer), expected, `${JSON.stringify(call)} => ${JSON.stringify(answer.body)}`)
    return expected === 'done' ? answer.body : undefined
  }
  const edit = (path: string, method: string, body: Json) =>
    agree('done', send(method, `/__mock/entities/${path}`, body))
  switch (call.do) {
    case 'create feed': {
      const { name } = call
      const feed = await agree(model.feedCreation(name), send('POST', '/v5/catalogs/feeds', { ...feedBody, name }))
      if (feed === undefined) return
      model.hasCatalog = true
      model.feeds.set(feed.id, name)
      return
    }
    case 'rename feed': {
      const id = nthOf(model.feeds, call.nth)
      const body = { catalog_type: 'RETAIL', name: call.name }
      const renamed = await agree(model.feedRenaming(id, call.name), send('PATCH', `/v5/catalogs/feeds/${id}`, body))
      if (renamed !== undefined) model.feeds.set(id, call.name)
      return
    }
    case 'delete feed': {
      const id = nthOf(model.feeds, call.nth)
      const deleted = await agree(model.feedDeletion(id), send('DELETE', `/v5/catalogs/feeds/${id}`))
      if (deleted !== undefined) model.feeds.delete(id)
      return
    }
    case 'items': {
      const items = call.operations.map(({ operation, key, brand }) => ({
        ...{ operation, item_id: key },
        ...(operation !== 'DELETE' && { attributes: { ...boot, brand } }),
      }))
      const body = { catalog_type: 'RETAIL', ...market, items }
      const batch = await agree(model.batch(), send('POST', '/v5/catalogs/items/batch', body))
      if (batch === undefined) return
      model.hasCatalog = true
      const completed = await edit(`item_batches/${batch.batch_id}`, 'PATCH', { status: 'COMPLETED' })
      const statuses = completed.items.map(({ status }: Json) => status)
      return strictEqual(statuses.join(), call.operations.map((one) => model.operate(one)).join())
    }
    case 'create group': {
      const { name, brand } = call
      const [catalog] = (await send('GET', '/v5/catalogs')).body.items
      const filters = { all_of: [{ BRAND: { values: [brand] } }] }
      const body = {
        catalog_type: 'RETAIL',
        catalog_id: catalog?.id ?? '5',
        name,
        filters,
        country: 'US',
        locale: 'en-US',
      }
      const group = await agree(model.groupCreation(name, brand), send('POST', groups, body))
      if (group !== undefined) model.groups.set(group.id, { id: group.id, name, brand })
      return
    }
    case 'count group': {
      const id = nthOf(model.groups, call.nth)
      const counts = await agree(model.groupCounting(id), send('GET', `${groups}/${id}/product_counts`))
      if (counts !== undefined) strictEqual(counts.total, model.countOf(id))
      return
    }
    case 'delete group': {
      const id = nthOf(model.groups, call.nth)
      const deleted = await agree(model.groupDeletion(id), send('DELETE', `${groups}/${id}`))
      if (deleted !== undefined) model.groups.delete(id)
      return
    }
    case 'merchant':
      model.status = call.status
      await edit(`users/${user}`, 'PATCH', { merchant_status: call.status })
      return
    case 'need website':
      model.needsWebsite = call.needed
      await edit(`users/${user}`, 'PATCH', { needs_website: call.needed })
      return
    case 'claim':
      return claim(model, call.status, edit)
  }
}

/** Claims the one website of the business, or puts its claim into another state. */
async function claim(
  model: Business,
  status: 'pending' | 'verified',
  edit: (path: string, method: string, body: Json) => Promise<Json>,
): Promise<void> {
  const website = 'shop.example.com'
  if (model.websites === 'none') await edit('user_websites', 'POST', { website, status })
  else await edit(`user_websites/${website}`, 'PATCH', { status })
  model.websites = status === 'verified' ? 'verified' : 'unverified'
}
