import type { Test } from 'tap'
import { type Alter, otherService } from '#test/unit/target/probe/other-service.ts'
import { deliberate } from './deliberate.ts'
import type { AnsweredCall, ChangedAnswer } from './difference.ts'
import { accountMark, hostile } from './different-rules.ts'

/** The id of the first ad account of an empty world. */
const firstAccount = '549755885262'

/** Starts a service that differs from the mock in every deliberate way. Each stumble comes once, until it begins anew. */
export async function playingPinterest(t: Test) {
  const rules = Object.assign({}, ...deliberate.map((one) => one.rules))
  const service = await otherService(t, ['--rules', JSON.stringify(rules).replaceAll(accountMark, firstAccount)])
  const adAccount = await service.adAccount(hostile)
  t.equal(adAccount, firstAccount, 'which is in texts')
  let counts = new Map<string, number>()
  const alter: Alter = ({ method, url, text }, own) => {
    const [path = '', query = ''] = url.split('?')
    const earlier = counts.get(`${method} ${url}`) ?? 0
    counts.set(`${method} ${url}`, earlier + 1)
    const call: AnsweredCall = { method, path, query, text, earlier }
    const answer: ChangedAnswer = { status: own.status, headers: {}, body: own.text === '' ? '' : JSON.parse(own.text) }
    for (const { alter: change } of deliberate) if (change?.(call, answer) === 'end') return 'end'
    return { ...answer, text: answer.body === '' ? '' : JSON.stringify(answer.body) }
  }
  service.setAlter(alter)
  const beginAnew = (): void => {
    counts = new Map()
  }
  return { ...service, adAccount, beginAnew }
}
