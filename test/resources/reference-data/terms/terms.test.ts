import t from 'tap'
import { type Json, type Mock, mock } from '#test/support/mock.ts'

const suggested = async ({ call }: Mock, query: string): Promise<readonly string[]> =>
  (await call('GET', `/v5/terms/suggested?${query}`)).body
const related = async ({ call }: Mock, query: string): Promise<Json> =>
  (await call('GET', `/v5/terms/related?${query}`)).body

t.test('suggested terms begin with the term, and there are four unless more are asked for', async (t) => {
  const world = await mock(t)
  for (const term of ['fall', 'sports', 'zither']) {
    const found = await suggested(world, `term=${term}`)
    t.equal(found.length, 4)
    t.ok(
      found.every((one) => one.startsWith(term) && one !== term),
      `${found}`,
    )
  }
  t.equal((await suggested(world, 'term=sports&limit=10')).length, 10)
  t.strictSame(await suggested(world, 'term=fall&limit=1'), ['fall nails'])
})

t.test('known searches are suggested before those that are made up', async (t) => {
  const found = await suggested(await mock(t), 'term=Fall')
  t.strictSame([...found.slice(0, 2)].sort(), ['fall nails', 'fall outfits'])
})

t.test('terms are the same on every run, and others for another term', async (t) => {
  const [one, other] = [await mock(t), await mock(t)]
  const found = await suggested(one, 'term=kites&limit=10')
  t.strictSame(await suggested(other, 'term=kites&limit=10'), found)
  t.notSame(
    (await suggested(one, 'term=boats&limit=10')).map((term) => term.replace('boats', 'kites')),
    found,
  )
  t.strictSame(await related(other, 'terms=kites'), await related(one, 'terms=kites'))
})

t.test('related terms are told by each term, and counted', async (t) => {
  const body = await related(await mock(t), 'terms=home+workout,dress')
  t.strictSame(Object.keys(body), ['id', 'related_term_count', 'related_terms_list'])
  t.equal(body.id, 'home workout')
  t.strictSame(
    body.related_terms_list.map(({ term }: Json) => term),
    ['home workout', 'dress'],
  )
  const [workout, dress] = body.related_terms_list.map(({ related_terms }: Json) => related_terms)
  t.equal(body.related_term_count, workout.length + dress.length)
  t.ok(workout.includes('healthy recipes'), 'the same interest')
  t.notOk(workout.includes('home workout'), 'not the term itself')
  t.ok(dress.includes('wedding dress'), 'the same word')
})

t.test('terms may be repeated parameters as well as one list', async (t) => {
  const world = await mock(t)
  t.strictSame(await related(world, 'terms=kites&terms=boats'), await related(world, 'terms=kites%2Cboats'))
})

t.test('a term that nobody knows has related ones, too', async (t) => {
  const { related_terms_list } = await related(await mock(t), 'terms=zither')
  t.ok(related_terms_list[0].related_terms.every((term: string) => term.includes('zither')))
})

for (const path of [
  'related',
  'related?terms=',
  'related?terms=%20',
  'suggested',
  'suggested?term=',
  'suggested?term=%20',
  'suggested?term=a&limit=0',
  'suggested?term=a&limit=11',
  'suggested?term=a&limit=many',
]) {
  t.test(`terms/${path} is refused`, async (t) => {
    const { call } = await mock(t)
    const { status, body } = await call('GET', `/v5/terms/${path}`)
    t.equal(status, 400)
    t.equal(body.code, 1)
  })
}
