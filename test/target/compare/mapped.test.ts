import t from 'tap'
import { compareRecording } from '#server/target/compare/compare.ts'
import { comparisonText } from '#server/target/compare/compare-text.ts'
import { type Json, mock } from '#test/support/mock.ts'
import { type Alter, altered } from './altered-server.ts'
import { campaign, clientOf, compared, token } from './compared.ts'

t.test('without writes only reads are sent, and nothing is created', async (t) => {
  const { comparison, target } = await compared(t, { writes: false })
  t.match(comparison.skipped, [{ reason: /write/, count: 4 }])
  const { body } = await target.get('/campaigns?page_size=250')
  t.notOk(body.items.some(({ name }: Json) => /suite/.test(name)))
})

t.test('ids that the caller knows are mapped, in paths and in bodies', async (t) => {
  const server = await mock(t, { seed: 'small' })
  await server.get('/campaigns')
  const { body: har } = await server.call('GET', '/__mock/requests/har')
  const target = await mock(t, { seed: 'empty' })
  const { body } = await target.call('POST', '/v5/ad_accounts', { name: 'Other' })
  const to = clientOf(await altered(t, target))
  const { differences } = await compareRecording(har, to, { map: { [server.account]: body.id } })
  t.same(differences, [])
})

t.test('calls that say nothing of the API are left out, with the reason', async (t) => {
  const server = await mock(t, { seed: 'small' })
  await server.call('GET', '/v5/nothing')
  await server.call('GET', '/v5/boards', undefined, { authorization: '' })
  await server.call('POST', '/__mock/faults', { effect: 'server_error', times: 1 })
  await server.get('/campaigns')
  const { body: har } = await server.call('GET', '/__mock/requests/har')
  const { skipped, calls } = await compareRecording(har, clientOf(await altered(t, server)))
  t.strictSame(skipped.map(({ reason }) => reason).sort(), [
    'a fault answered it',
    'it was refused for its token',
    'no operation of the API',
  ])
  t.equal(calls.compared, calls.recorded - 3)
})

t.test('times are as far from now as they were when they were sent', async (t) => {
  const server = await mock(t, { seed: 'small', ownClocks: true })
  await server.call('POST', '/__mock/time/freeze', { at: '2020-01-01T00:00:00Z' })
  const start_time = Date.UTC(2020, 0, 3) / 1000
  await server.create('/campaigns', { ...campaign, start_time, end_time: start_time + 86_400 })
  const { body: har } = await server.call('GET', '/__mock/requests/har')
  const sent: Json[] = []
  const target = await mock(t, { seed: 'small', ownClocks: true })
  const to = clientOf(await altered(t, target))
  const { client } = to
  const send = client.send.bind(client)
  client.send = (call) => {
    sent.push(call.body)
    return send(call)
  }
  await compareRecording(har, to, { writes: true })
  const created = sent.find((body) => Array.isArray(body))?.[0]
  const inDays = (created.start_time - Date.now() / 1000) / 86_400
  t.ok(inDays > 1.9 && inDays < 2.1, `${inDays} days from now`)
})

t.test('no token is in what is found, also where a target repeats it', async (t) => {
  const alter: Alter = ({ path }, answer) => {
    if (path.endsWith('/campaigns/1')) answer.body = { code: 2, message: `Who is ${token}?` }
  }
  const { comparison } = await compared(t, { alter })
  t.notMatch(JSON.stringify(comparison) + comparisonText(comparison), token)
  t.match(comparisonText(comparison), /campaigns\/get:\n {2}the code is 2 on the target/)
})
