import type { Test } from 'tap'
import type { areas } from '#test/rules/areas.ts'
import { casesIn, areas as filesOf } from '#test/rules/areas.ts'
import type { RuleCase } from '#test/rules/case.ts'
import { type Answer, type Json, type Mock, mock } from '#test/support/mock.ts'
import { impossible, neighbours } from './neighbours.ts'

/** Why nothing can pass in place of what a case refuses; undefined where something can. */
const impossibility = ({ rule, moment = '' }: RuleCase): string | undefined =>
  impossible[`${rule} ${moment}`] ?? impossible[rule]

/** The reasons of a response, as `why` has them. */
async function reasonsFor({ call }: Mock, { headers }: Answer): Promise<Json> {
  return (await call('GET', `/__mock/requests/${headers['x-mock-request-id']}/why`)).body.reasons
}

const hasRequest = (reasons: Json): boolean => reasons.every(({ passing_request: one }: Json) => one !== null)

/**
 * Returns the world in which the call of a case was refused, and the reasons: an empty one, or one in which there is
 * something that could be named instead, where nothing can pass without.
 */
async function refusedIn(t: Test, one: RuleCase): Promise<{ world: Mock; reasons: Json }> {
  const empty = await mock(t, { features: one.features ?? {} })
  const reasons = await reasonsFor(empty, await one.refused(empty))
  if (hasRequest(reasons) || impossibility(one) !== undefined) return { world: empty, reasons }
  const world = await mock(t, { features: one.features ?? {} })
  await (neighbours[one.rule] ?? one.passes)(world)
  return { world, reasons: await reasonsFor(world, await one.refused(world)) }
}

/** Sends a request that passes as `why` has it. */
function send({ call }: Mock, { method, path, query, body }: Json): Promise<Answer> {
  const search = query === null ? '' : `?${new URLSearchParams(query)}`
  return call(method, path + search, body ?? undefined)
}

const hint = 'See neighbours.ts: what a world must have, and for which rules nothing can pass.'

/** Adds a test for each case of an area: `why` has a request that passes, and it passes when it is sent. */
export async function checkPassing(t: Test, area: keyof typeof areas): Promise<void> {
  const cases = (await Promise.all(filesOf[area].map(casesIn))).flat()
  for (const one of cases) checkCase(t, one)
}

function checkCase(t: Test, one: RuleCase): void {
  const { rule, moment } = one
  const where = moment === undefined ? '' : ` ${moment}`
  const reason = impossibility(one)

  if (reason !== undefined) {
    t.test(`for ${rule} no request passes${where}: ${reason}`, async (t) => {
      const { reasons } = await refusedIn(t, one)
      t.notOk(hasRequest(reasons))
      for (const { no_passing_request: why } of reasons) t.match(why, /passes|has no body|found/)
    })
    return
  }

  t.test(`for ${rule} there is a request that passes${where}, and it does`, async (t) => {
    const { world, reasons } = await refusedIn(t, one)
    t.ok(
      reasons.some((reason: Json) => reason.rule === rule),
      'the rule is among the reasons; where it is not, neighbours.ts makes another world',
    )
    for (const { message, passes, passing_request: passing, no_passing_request: none } of reasons) {
      t.not(passes, message, 'words never repeat the message')
      if (passing === null) t.fail(`no request passes: ${none} Is there something to name? ${hint}`)
    }
    const [{ passing_request: passing }] = reasons
    const { status, headers, body } = await send(world, passing)
    t.ok(status < 400, `answered ${status}: ${JSON.stringify({ body, passing })}`)
    t.equal(headers['x-mock-rules'], undefined, JSON.stringify({ body, passing }))
  })
}
