import t from 'tap'
import { redactedBodyOf } from '#server/domain/matching/call-view.ts'
import { Bodies } from '#server/inspection/request-bodies.ts'
import { Search } from '#server/inspection/search.ts'
import { JournalEntry } from '#server/journal/entry.ts'
import { JournalStore } from '#server/journal/journal-store.ts'
import fc from '#test/support/fast-check.ts'

const store = new JournalStore()

function entryWith(body: string, url = '/v5/x'): JournalEntry {
  const keeper = store.open('one')
  const headers = { 'content-type': 'application/json' }
  const entry = new JournalEntry({
    owner: keeper,
    id: '1',
    world: 'one',
    method: 'POST',
    url,
    headers,
    received: 0,
    time: 0,
  })
  entry.sent(body)
  return entry
}

const letter = fc.constantFrom('a', 'b', '"', '\\', '/', '…', '\n', 'é', '1')
const text = fc.string({ unit: letter, maxLength: 4 })
const scalar = fc.oneof(text, fc.integer({ min: 0, max: 12 }), fc.boolean(), fc.constant(null))
const body = fc.array(fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.oneof(scalar, fc.array(scalar))), {
  maxLength: 3,
})

/** JSON as other writers spell it: with spaces, and letters of texts by their numbers. */
const spelt = fc.func(fc.nat(5)).map(
  (choose) => (value: unknown) =>
    JSON.stringify(value, undefined, choose('indent') === 0 ? 1 : 0).replaceAll(
      /"(?:\\.|[^"\\])*"/g,
      (literal, place) =>
        literal.replaceAll(/\\.|[abé]/g, (one: string, at: number) => {
          const isByNumber = one.length === 1 && choose(place + at) === 0
          return isByNumber ? `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}` : one
        }),
    ),
)

t.test('a body is found by a value of it exactly when reading it finds the value, however it is spelt', async () => {
  fc.assert(
    fc.property(
      body,
      scalar,
      fc.constantFrom('[*].a', '[0].b', '[*].c[*]', '[*].*'),
      spelt,
      (value, searched, path, write) => {
        const entry = entryWith(write(value))
        const found = new Search({ body_path: path, body_equals: searched }).isMet(entry)
        const part = (from: unknown, steps: readonly string[]): unknown[] => {
          const [step, ...rest] = steps
          if (step === undefined) return [from]
          if (from === null || typeof from !== 'object') return []
          const next = step === '*' ? Object.values(from) : Object.hasOwn(from, step) ? [Reflect.get(from, step)] : []
          return next.flatMap((one) => part(one, rest))
        }
        return found === part(value, path.match(/\w|\*/g) ?? []).some((one) => one === searched)
      },
    ),
    { numRuns: 3000 },
  )
})

t.test('a text is found in a body exactly when it stands in what is told of it', async () => {
  fc.assert(
    fc.property(body, text, (value, searched) => {
      const entry = entryWith(JSON.stringify(value))
      const isTold = redactedBodyOf(entry)?.includes(searched) ?? false
      return new Search({ body_contains: searched }).isMet(entry) === isTold
    }),
  )
})

t.test('a token in a body is not found, and what stands in its place is', async (t) => {
  const entry = entryWith('{"refresh_token":"secret-one","name":"pina_secret-two"}')
  for (const body_contains of ['secret-one', 'secret-two', 'pina_s']) {
    t.notOk(new Search({ body_contains }).isMet(entry), body_contains)
  }
  t.ok(new Search({ body_contains: 'pina_…"' }).isMet(entry))
  t.notOk(new Search({ body_path: 'name', body_equals: 'pina_secret-two' }).isMet(entry))
  t.ok(new Search({ body_path: 'name', body_equals: 'pina_…' }).isMet(entry))
})

t.test('what is told of a body is found, also where it has not the letters that are told', async (t) => {
  const number = entryWith('{"client_secret":12345678,"a":"PINA_secret"}')
  t.ok(new Search({ body_contains: '"client_secret":"…"' }).isMet(number))
  t.ok(new Search({ body_contains: '"client_secret":"' }).isMet(number))
  t.ok(new Search({ body_contains: 'PINA_…' }).isMet(number))
  t.notOk(new Search({ body_contains: '12345678' }).isMet(number))
  const encoded = entryWith('{"a":"%70ina_secret","b":"\\u0070ina_secret"}')
  t.ok(new Search({ body_contains: '"a":"pina_…"' }).isMet(encoded))
  t.ok(new Search({ body_path: 'b', body_equals: 'pina_…' }).isMet(encoded))
})

t.test('a path and an ad account are looked for as they are told, and what is amiss is told so', async (t) => {
  const entry = entryWith('{}', '/v5/pins/pina_secret?ad_account_id=pinr_secret')
  t.notOk(new Search({ path: '/pins/pina_s*' }).isMet(entry))
  t.ok(new Search({ path: '/pins/pina_…' }).isMet(entry))
  t.notOk(new Search({ ad_account: 'pinr_secret' }).isMet(entry))
  entry.faults = ['pina_secret: rate_limited']
  const search = new Search({ path: '/x', ad_account: '1', faults: false })
  t.same(
    search.criteria.map((criterion) => search.missOf(entry, criterion).found),
    ['/pins/pina_…', 'pinr_…', ['pina_…: rate_limited']],
  )
})

t.test('bodies are read up to a bound, and only those that may be meant', async (t) => {
  const long = JSON.stringify([{ name: 'x'.repeat(60_000) }])
  const entries = Array.from({ length: 100 }, () => entryWith(long))
  t.notOk(entries.some(new Search({ body_path: '[*].name', body_equals: 'Sale' }).isMet), 'none has such a text')
  const all = new Search({ body_path: '[*].name' })
  t.throws(() => entries.filter(all.isMet), /too long to be looked through/)
  const some = new Search({ body_path: '[*].name' })
  t.equal(entries.slice(0, 69).filter(some.isMet).length, 69)
  const lenient = new Search({ body_path: '[*].name' }, new Bodies({ isLenient: true }))
  t.equal(entries.filter(lenient.isMet).length, 69, 'what is not read is not found')
})
