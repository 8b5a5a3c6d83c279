import t from 'tap'
import { image } from '#test/fixtures/pins.ts'
import { type Answer, type Json, type Mock, mock } from '#test/support/mock.ts'

const notPermitted = { code: 29, message: 'You are not permitted to access that resource.' }

/** The seed small, in which `partner` is the token of its second user, who has a board with a section and a Pin. */
async function withPartner(t: Parameters<typeof mock>[0], privacy = 'PUBLIC') {
  const world = await mock(t, { seed: 'small', auth: { tokens: { partner: { user: 'coastal_kitchens' } } } })
  const board = (await as(world, 'partner', 'POST', '/boards', { name: 'Theirs', privacy })).body.id
  const section = (await as(world, 'partner', 'POST', `/boards/${board}/sections`, { name: 'Part' })).body.id
  const made = { board_id: board, board_section_id: section, title: 'Theirs', media_source: image }
  const pin = (await as(world, 'partner', 'POST', '/pins', made)).body.id
  const own = (await as(world, 'any', 'POST', '/pins', { title: 'Mine', media_source: image })).body.id
  return { world, board, section, pin, own }
}

const as = ({ call }: Mock, token: string, method: string, url: string, body?: unknown): Promise<Answer> =>
  call(method, `/v5${url}`, body, { authorization: `Bearer ${token}` })

type Made = Awaited<ReturnType<typeof withPartner>>
type Call = readonly [method: string, path: string, body?: Json]

/** Everything that changes a board or puts something on it. */
const changesOfBoard = ({ board, section, pin, own }: Made): readonly Call[] => [
  ['POST', '/pins', { board_id: board, media_source: image }],
  ['POST', '/pins', { board_id: board, board_section_id: section, media_source: image }],
  ['PATCH', `/pins/${own}`, { board_id: board }],
  ['POST', `/pins/${own}/save`, { board_id: board }],
  ['POST', `/pins/${pin}/save`, { board_id: board, board_section_id: section }],
  ['PATCH', `/boards/${board}`, { name: 'Mine' }],
  ['DELETE', `/boards/${board}`],
  ['POST', `/boards/${board}/sections`, { name: 'Mine' }],
  ['PATCH', `/boards/${board}/sections/${section}`, { name: 'Mine' }],
  ['DELETE', `/boards/${board}/sections/${section}`],
]

t.test('what would change a board of somebody else is not permitted, and changes nothing', async (t) => {
  const made = await withPartner(t)
  const { world, board } = made
  const stored = () => as(world, 'partner', 'GET', `/boards/${board}`)
  const before = (await stored()).body
  for (const [method, path, body] of changesOfBoard(made)) {
    const answer = await as(world, 'any', method, path, body)
    t.equal(answer.status, 403, `${method} ${path}`)
    t.strictSame(answer.body, notPermitted)
    t.equal(answer.headers['x-mock-rules'], 'board.access')
  }
  t.strictSame((await stored()).body, before)
})

t.test('the same on a board of one’s own is done', async (t) => {
  const { world, board, section, pin } = await withPartner(t)
  const done = async (method: string, path: string, body?: Json) =>
    (await as(world, 'partner', method, path, body)).status
  t.equal(await done('POST', '/pins', { board_id: board, media_source: image }), 200)
  t.equal(await done('PATCH', `/pins/${pin}`, { board_id: board }), 200)
  t.equal(await done('POST', `/pins/${pin}/save`, { board_id: board, board_section_id: section }), 200)
  t.equal(await done('PATCH', `/boards/${board}/sections/${section}`, { name: 'Mine' }), 200)
  t.equal(await done('POST', `/boards/${board}/sections`, { name: 'Another' }), 200)
  t.equal(await done('DELETE', `/boards/${board}/sections/${section}`), 204)
  t.equal(await done('PATCH', `/boards/${board}`, { name: 'Mine' }), 200)
  t.equal(await done('DELETE', `/boards/${board}`), 204)
})

t.test('a secret board of somebody else is as one that is not there', async (t) => {
  const made = await withPartner(t, 'SECRET')
  for (const [method, path, body] of changesOfBoard(made)) {
    if (path === `/pins/${made.pin}/save`) continue
    const answer = await as(made.world, 'any', method, path, body)
    t.match(answer, { status: 404, body: { code: 40, message: 'Board not found.' } }, `${method} ${path}`)
  }
})

t.test('a Pin of somebody else is neither changed nor deleted', async (t) => {
  const { world, pin } = await withPartner(t)
  for (const [method, body] of [['PATCH', { title: 'Mine' }], ['DELETE']] as const) {
    const answer = await as(world, 'any', method, `/pins/${pin}`, body)
    t.match(answer, { status: 403, body: notPermitted })
    t.equal(answer.headers['x-mock-rules'], 'pin.access')
  }
  t.match((await as(world, 'partner', 'GET', `/pins/${pin}`)).body, { title: 'Theirs' })
})

t.test('a secret Pin of somebody else is as one that is not there', async (t) => {
  const { world, pin } = await withPartner(t, 'SECRET')
  for (const [method, body] of [['PATCH', { title: 'Mine' }], ['DELETE']] as const) {
    t.match(await as(world, 'any', method, `/pins/${pin}`, body), { status: 404, body: { code: 50 } })
  }
})
