import { connectMock, type Fault, type MockWorld, type Report, startMock } from 'pinterest-ads-mock'

const mock = await startMock({ seed: 'small', port: 0 })
const world: MockWorld = await mock.fork({ ttl: 60 })

const fault: Fault = await world.faults.add({ match: { operation: 'campaigns/list' }, effect: 'rate_limited' })
const { now }: { readonly now: number } = await world.clock.advance('P7D')
const { found } = await connectMock(mock.url).requests.verify({ status: '5xx' }, { never: true })
const report: Report = await world.report()
console.log(fault.id, now satisfies number, found satisfies number, report)

// @ts-expect-error: a seed is named
await startMock({ seed: 7 })
// @ts-expect-error: no such effect
await world.faults.add({ match: {}, effect: { type: 'explode' } })
await mock.close()
