import {
  connectMock,
  type Fault,
  type MockWorld,
  type OperationId,
  type Report,
  type RequestMatch,
  type Seed,
  startMock,
} from 'pinterest-ads-mock'

const mock = await startMock({ seed: 'small', port: 0, failOn: ['duplicate-create'] })
const world: MockWorld = await mock.fork({ ttl: 60 })

const fault: Fault = await world.faults.add({ match: { operation: 'campaigns/list' }, effect: 'rate_limited' })
await world.faults.add({ effect: 'latency=2s' })
await world.faults.add({ effect: { type: 'latency', latency: '2s' } })
const { now }: { readonly now: number } = await world.clock.advance('P7D')
const { found } = await connectMock(mock.url).requests.verify({ status: '5xx' }, { never: true })
const report: Report = await world.report()
const markdown: string = await world.report({ world: 'all', as: 'markdown' })
console.log(fault.id, now satisfies number, found satisfies number, report, markdown)

await using short = await mock.fork('short-lived')
const accounts: Response = await short.fetch('/ad_accounts')
const { verdict } = await short.why(accounts)
const asGlobal: typeof fetch = short.fetch
await asGlobal('/ad_accounts', { method: 'GET' })
await short.requests.verify('ad_accounts/list', 1)
await short.reset('empty')
await short.clock.travel('7d')
console.log(verdict)

const operation: OperationId = 'campaigns/create'
const match: RequestMatch = { operation, rule: 'campaign.budget.one-cap' }
const seed: Seed = { ad_accounts: [{ alias: 'shop', name: 'Shop', country: 'US' }] }
const ids = await world.seed(seed)
console.log(ids.ad_accounts?.shop satisfies string | undefined, await world.requests.count(match))
await world.entities.edit('campaigns', '626700000102', { status: 'PAUSED' })
await world.settings.set({ rules: { 'campaign.budget.one-cap': { off: true } }, features: { '*': { labels: false } } })

// @ts-expect-error: a seed is named
await startMock({ seed: 7 })
// @ts-expect-error: no such option
await startMock({ sead: 'small' })
// @ts-expect-error: no such finding
await startMock({ failOn: ['duplicate-creates'] })
// @ts-expect-error: no such rule
await startMock({ rules: { 'campaign.budget.two-caps': { off: true } } })
// @ts-expect-error: no such effect
await world.faults.add({ match: {}, effect: { type: 'explode' } })
// @ts-expect-error: no such effect in the short form
await world.faults.add({ effect: 'explode=2s' })
// @ts-expect-error: no such operation
await world.faults.add({ match: { operation: 'campaigns/lst' }, effect: 'reset' })
// @ts-expect-error: no such operation
await world.requests.verify({ operation: 'campaigns/lst' }, { never: true })
// @ts-expect-error: no such operation, alone
await world.requests.verify('campaigns/lst', 0)
// @ts-expect-error: no such criterion
await world.requests.find({ operations: 'campaigns/list' })
// @ts-expect-error: no such rule
await world.requests.count({ rule: 'campaign.budget.two-caps' })
// @ts-expect-error: no such finding
await world.report({ fail_on: 'duplicate-creates' })
// @ts-expect-error: no such operation
await world.rules.list({ operation: 'campaigns/lst' })
// @ts-expect-error: no such kind
await world.entities.edit('campaign', '626700000102', { status: 'PAUSED' })
// @ts-expect-error: no such field
await world.entities.edit('campaigns', '626700000102', { state: 'PAUSED' })
// @ts-expect-error: no such value
await world.edit('campaigns', '626700000102', { status: 'SLEEPING' })
// @ts-expect-error: campaigns are created by the API
await world.entities.create('campaigns', { name: 'Sale' })
// @ts-expect-error: no such section
await world.seed({ campaign: [] })
// @ts-expect-error: no such field
await world.seed({ ad_accounts: [{ title: 'Shop' }] })
// @ts-expect-error: no such feature
await world.settings.set({ features: { '*': { lables: true } } })
await mock.close()
