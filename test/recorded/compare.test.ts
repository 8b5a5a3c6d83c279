import t from 'tap'
import type { Recording } from '#scripts/openapi/recordings.ts'
import { differences } from './compare.ts'
import { differencesFromRecording } from './compare-answer.ts'
import { shapeOf } from './shape.ts'

const board = { id: '1', name: 'Trails', pins: 3, owner: { username: 'me' }, tags: [{ id: '7' }] }
const recorded = shapeOf({ items: [board], bookmark: null })

/** The differences of a list of one board with these changes. */
const changed = (change: object, described = {}) =>
  differences(recorded, shapeOf({ items: [{ ...board, ...change }], bookmark: null }), described)

t.test('what is alike does not differ', async (t) => {
  t.same(changed({}), [])
  t.same(changed({ id: 'another', pins: 0 }), [])
  t.same(changed({ tags: [{ id: '8' }, { id: '9' }] }), [])
})

t.test('a wrong type is found, however deep', async (t) => {
  t.same(changed({ id: 1 }), ['items[].id: integer, recorded as string'])
  t.same(changed({ pins: 1.5 }), ['items[].pins: number, recorded as integer'])
  t.same(changed({ owner: { username: true } }), ['items[].owner.username: boolean, recorded as string'])
  t.same(changed({ owner: 'me' }), ['items[].owner: string, recorded as object'])
  t.same(changed({ tags: [{ id: '7' }, { id: 8 }] }), ['items[].tags[].id: integer, recorded as string'])
})

t.test('an integer is a number where numbers were recorded', async (t) => {
  t.same(differences(shapeOf({ rate: 0.5 }), shapeOf({ rate: 1 }), {}), [])
})

t.test('a missing key is found once, and not each key within it', async (t) => {
  const { name, owner, ...rest } = board
  const found = differences(recorded, shapeOf({ items: [rest], bookmark: null }), {})
  t.same(found, ['items[].name: missing here', 'items[].owner: missing here'])
  t.same(changed({ tags: [{}] }), ['items[].tags[].id: missing here'])
})

t.test('a key that some items of a list lack is found', async (t) => {
  const { name, ...nameless } = board
  const found = differences(recorded, shapeOf({ items: [board, nameless], bookmark: null }), {})
  t.same(found, ['items[].name: missing from some here'])
})

t.test('an added key is found once, also with a dot in it', async (t) => {
  t.same(changed({ colour: { red: 1 } }), ['items[].colour: not in the recording'])
  t.same(changed({ owner: { username: 'me', age: 9 } }), ['items[].owner.age: not in the recording'])
  t.same(changed({ 'a.b': 1 }), ['items[].a%2Eb: not in the recording'])
})

t.test('an unfilled list proves nothing, and neither does an object that is null here alone', async (t) => {
  const nothing = 'here, so that nothing is proved'
  t.same(changed({ tags: [] }), [`items[].tags: empty ${nothing}`])
  t.same(differences(recorded, shapeOf({ items: [], bookmark: null }), {}), [`items: empty ${nothing}`])
  t.same(changed({ owner: null }, { 'items[].owner': ['null', 'object'] }), [`items[].owner: null ${nothing}`])
  t.same(changed({ owner: null }), ['items[].owner: null, recorded as object'])
  t.same(
    differences(shapeOf({ items: [] }), shapeOf({ items: [{ id: 1 }] }), {}),
    [],
    'a fuller list differs in nothing',
  )
})

t.test('null and a value are alike only where a recording or the description has both', async (t) => {
  t.same(changed({ name: null }), ['items[].name: null, recorded as string'])
  t.same(changed({ name: null }, { 'items[].name': ['null', 'string'] }), [])
  const mixed = shapeOf([{ name: null }, { name: 'a' }])
  t.same(differences(mixed, shapeOf([{ name: null }]), {}), [])
  const none = shapeOf({ end: null })
  t.same(differences(none, shapeOf({ end: 5 }), {}), ['end: integer, recorded as null'])
  t.same(differences(none, shapeOf({ end: 5 }), { end: ['integer', 'null'] }), [])
  t.same(differences(none, shapeOf({ end: '5' }), { end: ['integer', 'null'] }), ['end: string, recorded as null'])
})

t.test('the keys of a map may be any, and its values may not', async (t) => {
  const dated = shapeOf({ series: { '2026-01-03': 1, '2026-01-10': 2 } })
  t.same(differences(dated, shapeOf({ series: { '2026-05-30': 3 } }), {}), [])
  t.same(differences(dated, shapeOf({ series: { '2026-05-30': '3' } }), {}), ['series.*: string, recorded as integer'])
  t.same(differences(dated, shapeOf({ series: {} }), {}), ['series.*: missing here'])
  const byId = { '': ['object'], '*': ['array'], '*[]': ['object'], '*[].DATE': ['string'] }
  t.same(differences(byId, shapeOf({ 626: [{ DATE: '2026-01-03' }], 627: [{ DATE: '2026-01-03' }] }), {}), [])
  t.same(differences(byId, shapeOf({ 626: [{ DATE: 3 }] }), {}), ['*[].DATE: integer, recorded as string'])
})

const recording: Recording = {
  operation: 'boards/list',
  recordings: 1,
  when: '2026-07-09',
  statuses: [200],
  query: [],
  request: {},
  answer: recorded,
  limits: ['100, 100;w=1'],
}
const answer = {
  status: 200,
  headers: { 'x-ratelimit-limit': '100, 100;w=1' },
  body: { items: [board], bookmark: null },
}

t.test('a wrong status is found, and so is another limit', async (t) => {
  t.same(differencesFromRecording(recording, answer), [])
  t.same(differencesFromRecording(recording, { ...answer, status: 201 }), ['status: 201, recorded as 200'])
  t.same(differencesFromRecording({ ...recording, statuses: [200, 201] }, { ...answer, status: 201 }), [])
  t.same(differencesFromRecording(recording, { ...answer, headers: {} }), [
    'x-ratelimit-limit: undefined, recorded as 100, 100;w=1',
  ])
  t.same(differencesFromRecording({ ...recording, limits: [] }, { ...answer, headers: {} }), [])
})

t.test('a body is found where none was recorded, and none where one was', async (t) => {
  const empty = { ...recording, statuses: [200, 204], answer: {} }
  t.same(differencesFromRecording(empty, { ...answer, status: 204, body: '' }), [])
  t.same(differencesFromRecording(empty, { ...answer, body: null }), [])
  t.same(differencesFromRecording(empty, { ...answer, body: {} }), ['object: recorded as no body'])
  t.same(differencesFromRecording(empty, { ...answer, status: 204, body: null }), ['null: recorded as no body'])
  t.match(differencesFromRecording(recording, { ...answer, body: '' }), [': string, recorded as object'])
})
