import t from 'tap'
import { mock } from '../support/mock.ts'

const items = { type: 'status', status: 200, headers: { 'two words': 'x' } }
const mistakes: readonly [string, string, unknown, RegExp][] = [
  [
    'a body that is not there',
    'time/advance',
    undefined,
    /wants a body of JSON, with Content-Type: application\/json$/,
  ],
  ['a field that is misspelt', 'worlds', { nmae: 'one' }, /nmae: there is no such field\. Did you mean name\?$/],
  [
    'a field that is nothing like it',
    'reset',
    { colour: 'x' },
    /colour: there is no such field, but from, only, keep$/,
  ],
  ['the world in the body', 'faults', { effect: 'reset', match: { world: 'one' } }, /match\.world: .*\/w\/\{name\}\//],
  ['a name that no world may have', 'worlds', { name: 'a b' }, /name: "a b" must be letters, digits/],
  ['an origin that is none', 'reset', { from: { sed: 'small' } }, /from: .* must be one of \{ "seed"/],
  ['an origin that is two', 'reset', { from: { seed: 'small', world: 'one' } }, /must be one of/],
  ['a date without its time', 'time/freeze', { at: '2026-06-01' }, /at: "2026-06-01" is no moment: /],
  ['half a second', 'time/set', { to: 0.5 }, /to: 0\.5 is no moment: /],
  ['a duration in months', 'time/advance', { by: 'P1M' }, /by: "P1M" is not a duration of weeks, days/],
  ['a number for a duration', 'time/advance', { by: 60 }, /by: 60 is not a duration/],
  ['a number that is too small', 'worlds', { ttl: 0 }, /ttl: 0 is too small: at least 1$/],
  ['a chance of nothing', 'faults', { effect: 'reset', trigger: { probability: 0 } }, /0 is too small: more than 0$/],
  ['a header that has no such name', 'faults', { effect: items }, /headers\.two words: .*is no name of a header$/],
  ['a timeout that is no time', 'requests/wait', { timeout: 'soon' }, /timeout: "soon" is not a number of seconds/],
  [
    'a value that has none of its forms',
    'seed',
    { feeds: [{ content: { count: 30 } }] },
    /feeds\[0\]\.content: \{"count":30\} needs one of: rows; samples; error$/,
  ],
  ['a seed that is a list', 'seed', [], /\[\] is not of type object: send entities by kind$/],
]

for (const [what, path, body, message] of mistakes) {
  t.test(`${what} is told in words, at its place: ${path}`, async (t) => {
    const { call } = await mock(t)
    const answer = await call('POST', `/__mock/${path}`, body)
    t.match(answer, { status: 400, body: { code: 1, message } })
  })
}

t.test('of many mistakes the first five are told', async (t) => {
  const { call } = await mock(t)
  const { body } = await call('POST', '/__mock/reset', { a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7 })
  t.match(body.message, /a: .*e: .*; and 2 more$/)
})

t.test('a value of a query is told as one of a body is', async (t) => {
  const { call } = await mock(t)
  t.match((await call('GET', '/__mock/report?fail_on=nope')).body.message, /fail_on\[0\]: "nope" is not one of any, /)
  t.match((await call('GET', '/__mock/requests?status=999')).body.message, /status: "999" must be such as 404 or 4xx/)
})

t.test('a world in a query is told where worlds stand', async (t) => {
  const { call } = await mock(t)
  for (const url of ['report?world=one', 'requests?world=one']) {
    t.match((await call('GET', `/__mock/${url}`)).body.message, /world: .*in the URL: \/w\/\{name\}\/__mock/)
  }
})

t.test('a body of another type is told which is wanted', async (t) => {
  const { call } = await mock(t)
  for (const type of ['application/x-www-form-urlencoded', 'text/plain']) {
    const { status, body } = await call('POST', '/__mock/reset', 'from=empty', { 'content-type': type })
    t.equal(status, 400)
    t.match(body.message, /Unsupported Media Type.*; send Content-Type: application\/json$/)
  }
})
