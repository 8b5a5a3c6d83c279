import { createRequire } from 'node:module'
import t, { type Test } from 'tap'
import { daysFromNow } from '../../server/domain/time/clock.ts'
import type { Json } from '../support/mock.ts'
import { listening } from './listening.ts'
import { installedVersion, recordTests } from './results.ts'

recordTests(t, {
  client: 'pinterest-sdk',
  version: installedVersion('pinterest-sdk'),
  language: 'JavaScript',
  exercised: 'boards, Pins, lists page by page, filters, errors, dates',
})

// It has no types.
const sdk: Json = createRequire(import.meta.url)('pinterest-sdk')

/** What a call of the client gave to its callback. */
interface Called {
  readonly error: Json
  readonly data: Json
}

async function clientOf(t: Test) {
  const { origin, account } = await listening(t)
  const client = new sdk.ApiClient(`${origin}/v5`)
  client.authentications.pinterest_oauth2.accessToken = 'any-text'
  const call = (api: string, operation: string, ...args: readonly unknown[]): Promise<Called> => {
    const own = new sdk[api](client)
    return new Promise((resolve) => own[operation](...args, (error: Json, data: Json) => resolve({ error, data })))
  }
  /** Follows the client's bookmarks from page to page. */
  const pages = async (api: string, operation: string, args: readonly unknown[], options: object): Promise<Json[]> => {
    const found: Json[] = []
    let bookmark: string | undefined
    do {
      const { error, data } = await call(api, operation, ...args, { ...options, bookmark })
      t.equal(error, null)
      found.push(data.items)
      bookmark = data.bookmark ?? undefined
    } while (bookmark !== undefined)
    return found
  }
  return { account, call, pages }
}

const names = (items: Json[]): readonly string[] => items.map(({ name }) => name)

t.test('creates a board, changes it, reads it back and deletes it, in its own models', async (t) => {
  const { call } = await clientOf(t)
  const board = Object.assign(new sdk.Board('Made by a client'), { description: 'Über alles', privacy: 'PUBLIC' })
  const { data: created } = await call('BoardsApi', 'boardsCreate', board)
  t.type(created, sdk.Board)
  t.type(created.owner, sdk.BoardOwner)
  t.match(created, { name: 'Made by a client', description: 'Über alles', privacy: 'PUBLIC' })

  const update = Object.assign(new sdk.BoardUpdate(), { name: 'Renamed' })
  t.match((await call('BoardsApi', 'boardsUpdate', created.id, update)).data, { id: created.id, name: 'Renamed' })
  t.match((await call('BoardsApi', 'boardsGet', created.id)).data, { name: 'Renamed', description: 'Über alles' })

  const named = Object.assign(new sdk.BoardSection(), { name: 'One' })
  const { data: section } = await call('BoardsApi', 'boardSectionsCreate', created.id, named)
  t.match(section, { name: 'One', id: /^\d+$/ })
  t.equal((await call('BoardsApi', 'boardsDelete', created.id)).error, null)
  t.equal((await call('BoardsApi', 'boardsGet', created.id)).error.status, 404)
})

t.test('creates a Pin from a URL, whose time it reads as a Date', async (t) => {
  const { call } = await clientOf(t)
  const { data: boards } = await call('BoardsApi', 'boardsList', {})
  const media_source = { source_type: 'image_url', url: 'https://example.com/a.jpg' }
  const pin = Object.assign(new sdk.Pin(), { board_id: boards.items[0].id, title: 'A Pin', media_source })
  const { error, data } = await call('PinsApi', 'pinsCreate', pin)
  t.equal(error, null)
  t.match(data, { title: 'A Pin', board_id: boards.items[0].id, created_at: Date })
  t.match((await call('PinsApi', 'pinsGet', data.id, {})).data, { id: data.id, title: 'A Pin' })
})

t.test('lists every campaign, ad group, ad and board page by page', async (t) => {
  const { account, call, pages } = await clientOf(t)
  for (const [api, operation, args] of [
    ['AdAccountsApi', 'campaignsList', [account]],
    ['AdAccountsApi', 'adGroupsList', [account]],
    ['AdAccountsApi', 'adsList', [account]],
    ['BoardsApi', 'boardsList', []],
  ] as const) {
    const { data } = await call(api, operation, ...args, { pageSize: 100 })
    const found = await pages(api, operation, args, { pageSize: 1 })
    t.ok(found.length > 1, operation)
    t.same(
      found.flat().map(({ id }) => id),
      data.items.map(({ id }: { id: string }) => id),
    )
  }
})

t.test('filters by lists that it sends as repeated parameters', async (t) => {
  const { account, call } = await clientOf(t)
  const { data: all } = await call('AdAccountsApi', 'campaignsList', account, { entityStatuses: ['ACTIVE', 'PAUSED'] })
  const [first, , third] = all.items
  const { data } = await call('AdAccountsApi', 'campaignsList', account, { campaignIds: [first.id, third.id] })
  t.same(names(data.items), [first.name, third.name])
  const { data: archived } = await call('AdAccountsApi', 'campaignsList', account, { entityStatuses: ['ARCHIVED'] })
  t.same(names(archived.items), ['Archived'])
})

t.test('reads who it is and which ad accounts it has', async (t) => {
  const { account, call } = await clientOf(t)
  t.match((await call('UserAccountApi', 'userAccountGet', {})).data, { username: String, account_type: 'BUSINESS' })
  const { data } = await call('AdAccountsApi', 'adAccountsList', { includeSharedAccounts: false })
  t.match(data.items[0], { id: account, currency: 'USD', owner: { username: String } })
})

t.test('gives an error with the status and the code and message of the API', async (t) => {
  const { call } = await clientOf(t)
  const { error } = await call('BoardsApi', 'boardsGet', '1')
  t.match(error, { status: 404, response: { body: { code: 40, message: 'Board not found.' } } })
  const { error: invalid } = await call('BoardsApi', 'boardsCreate', Object.assign(new sdk.Board('x'), { name: null }))
  t.match(invalid, { status: 400, response: { body: { code: 1, message: /name/ } } })
  const { error: unnamed } = await call('OauthApi', 'oauthToken', 'client_credentials')
  t.ok(unnamed.status >= 400)
  t.match(unnamed.response.body, { code: Number, message: String })
})

t.test('sends dates with their time, which are no mistake', async (t) => {
  const { account, call } = await clientOf(t)
  const [from, to] = [daysFromNow(-2), daysFromNow(-1)]
  const args = [account, from, to, ['SPEND_IN_DOLLAR'], 'DAY', {}]
  const { error } = await call('AdAccountsApi', 'adAccountAnalytics', ...args)
  t.equal(error, null, 'they are read')
})
