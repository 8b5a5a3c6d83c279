import { execFileSync } from 'node:child_process'
import type { Json } from '#test/support/mock.ts'
import { requestText, sendAll } from './pipelined-client.ts'

/** A server in a process of its own. */
export interface CalledServer {
  readonly port: number
  readonly pid: number
}

/** What became of many calls: what the report says of them and what it should say, and the memory of the server. */
export interface ManyCalls {
  readonly reported: Json
  readonly expected: Json
  /** The status of a verification of a number that is counted, and of one that depends on forgotten bodies. */
  readonly verified: readonly [counted: number, ofBodies: number]
  /** After a tenth of the calls, and after all. */
  readonly megabytes: readonly [warm: number, last: number]
  readonly seconds: number
}

const connections = 4
const account = '/v5/ad_accounts/549755885262'
const campaigns = `${account}/campaigns`
const creation = (name: string, cap: number): string =>
  requestText('POST', campaigns, JSON.stringify([{ name, objective_type: 'AWARENESS', daily_spend_cap: cap }]))

/** The calls but the first and the last: of a hundred, one has no operation, one is refused, one is another page. */
function callOf(index: number): string {
  const kind = index % 100
  if (kind === 0) return requestText('GET', `/v5/nowhere/${index}`)
  if (kind === 1) return creation(`Refused ${index}`, 0)
  if (kind === 2) return requestText('GET', `/v5/boards?page_size=1&bookmark=${index}`)
  if (kind < 40) return requestText('GET', `${campaigns}?page_size=25&order=ASCENDING`)
  return requestText('GET', `${campaigns}/626700000102`)
}

/** Makes so many calls in the world of the seed `small`, the first and the last of which create the same campaign. */
export async function manyCalls({ port, pid }: CalledServer, count: number): Promise<ManyCalls> {
  const control = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}/__mock${path}`, init)
  const post = (path: string, body: Json) =>
    control(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  const startedAt = performance.now()
  const same = creation('The same', 5_000_000)
  await sendAll(port, [same].values())
  let index = 0
  const upTo = (end: number): Iterator<string> => ({
    next: () => (index < end ? { value: callOf(index++), done: false } : { value: undefined, done: true }),
  })
  const all = (end: number) => Promise.all(Array.from({ length: connections }, () => sendAll(port, upTo(end))))
  await all(Math.floor(count / 10))
  const warm = megabytesOf(pid)
  await all(count - 2)
  await sendAll(port, [same].values())
  const last = megabytesOf(pid)
  const { requests, forgotten, operations, errors, rules, findings } = (await (await control('/report')).json()) as Json
  const kinds = (isKind: (kind: number) => boolean): number =>
    Array.from({ length: count - 2 }, (_, at) => at % 100).filter(isKind).length
  const refused = kinds((kind) => kind === 1)
  const verify = async (body: Json): Promise<number> => (await post('/requests/verify', body)).status
  return {
    reported: {
      requests,
      forgotten,
      met: operations.met,
      errors: errors.map(({ status, code, count: times }: Json) => [status, code, times]),
      rules: rules.map(({ rule, count: times }: Json) => [rule, times]),
      findings: findings.map(({ finding, count: times }: Json) => [finding, times]),
    },
    expected: {
      requests: count,
      forgotten: count - 1000,
      met: [
        { operation: 'campaigns/get', calls: kinds((kind) => kind >= 40), refused: 0 },
        { operation: 'campaigns/list', calls: kinds((kind) => kind > 2 && kind < 40), refused: 0 },
        { operation: 'campaigns/create', calls: refused + 2, refused },
        { operation: 'boards/list', calls: kinds((kind) => kind === 2), refused: kinds((kind) => kind === 2) },
      ],
      errors: [
        [404, 1, kinds((kind) => kind === 0)],
        [200, 2384, refused],
        [400, 1, kinds((kind) => kind === 2)],
      ],
      rules: [
        ['request.path', kinds((kind) => kind === 0)],
        ['campaign.budget.required', refused],
        ['request.bookmark', kinds((kind) => kind === 2)],
      ],
      findings: [['duplicate-create', 1]],
    },
    verified: [
      await verify({ match: { operation: 'campaigns/create', status: 200 }, times: refused + 2 }),
      await verify({ match: { operation: 'campaigns/create', body_contains: 'The same' }, times: 2 }),
    ],
    megabytes: [warm, last],
    seconds: Math.round((performance.now() - startedAt) / 1000),
  }
}

const megabytesOf = (pid: number): number =>
  Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024)
