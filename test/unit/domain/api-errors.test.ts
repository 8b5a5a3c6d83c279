import t from 'tap'
import { adviceOf } from '#server/domain/errors/advice.ts'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { evidences } from '#server/domain/rules/rule.ts'
import { allApiErrors } from '#server/registry/api-errors.ts'
import { campaignErrors } from '#server/resources/campaign-management/campaigns/resource.ts'
import { labelErrors } from '#server/resources/campaign-management/labels/resource.ts'

for (const [name, { status, code, message, evidence, source }] of Object.entries(allApiErrors)) {
  t.test(`${name} is a refusal that says how it is known`, async (t) => {
    t.ok(status >= 400 && status <= 599)
    t.ok(Number.isInteger(code))
    t.not(message, '')
    t.ok(evidences.includes(evidence))
    t.not(source, '')
  })
}

t.test('every problem of the API is told what would have passed; of a schema, its fields are', async (t) => {
  const names = Object.keys(allApiErrors).filter((name) => !name.startsWith('control.') && name !== 'request.schema')
  t.same(
    names.filter((name) => (allApiErrors[name]?.passes ?? adviceOf(name)) === undefined),
    [],
  )
})

t.test('a problem says what its entry says', async (t) => {
  t.match(new ApiError(labelErrors['label.path']), {
    problem: 'label.path',
    status: 404,
    code: 2,
    message: 'Label not found.',
    headers: {},
  })
})

t.test('a message that names who calls has the id in its place', async (t) => {
  const { message } = new ApiError(campaignErrors['campaign.path'], { callerId: '1072068023705238984' })
  t.equal(message, 'Request contains invalid gids: user 1072068023705238984, method GetCampaignsByIds')
})

t.test('a detail completes the message, after a colon', async (t) => {
  t.equal(new ApiError('request.bookmark', { detail: 'why.' }).message, 'Invalid request: bookmark: why.')
})

t.test("a message of its own stands in place of the entry's", async (t) => {
  t.equal(new ApiError('request.schema', { message: 'Not numeric' }).message, 'Not numeric')
})

t.test('a problem carries the headers of its answer', async (t) => {
  t.same(new ApiError('request.method', { headers: { allow: 'GET' } }).headers, { allow: 'GET' })
})

const literal: Readonly<Record<string, readonly [number, number, string]>> = {
  'request.token': [401, 2, 'Authentication failed.'],
  'ad_account.access': [403, 29, 'You are not permitted to access that resource.'],
  'sandbox.ad_account': [400, 1, 'Invalid ad account id'],
  'request.method': [405, 5, 'Method not allowed'],
  'server.failed': [500, 12, 'Something went wrong on our end. Sorry about that.'],
}
for (const [name, expected] of Object.entries(literal)) {
  t.test(`${name} is worded as the real service words it`, async (t) => {
    const { status, code, message } = allApiErrors[name] ?? {}
    t.same([status, code, message], expected)
  })
}
