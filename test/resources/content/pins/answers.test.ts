import t from 'tap'
import { recordings } from '#scripts/openapi/recordings.ts'
import { boardIn, carousel, image, pinIn, sectionIn, videoSourceIn } from '#test/fixtures/pins.ts'
import { differences } from '#test/recorded/compare.ts'
import { shapeOf } from '#test/recorded/shape.ts'
import { type Answer, type Json, type Mock, mock } from '#test/support/mock.ts'

/** The shape of one Pin, as the live service was recorded to list it. */
const recorded = Object.fromEntries(
  Object.entries(recordings.find(({ operation }) => operation === 'boards/list_pins')?.answer ?? {})
    .filter(([path]) => path.startsWith('items[]'))
    .map(([path, types]) => [path.slice('items[].'.length), types]),
)
/** What the description says of the types of a Pin's fields that were null in every recording. */
const described = { alt_text: ['null', 'string'], link: ['null', 'string'], board_section_id: ['null', 'string'] }

async function placed(world: Mock) {
  const { id: board_id } = await boardIn(world)
  const { id: board_section_id } = await sectionIn(world, board_id)
  return { board_id, board_section_id }
}
const content = { title: 'A walk', description: 'In spring', media_source: image }

const answers: Readonly<Record<string, (world: Mock) => Promise<Answer>>> = {
  'pins/create': async (world) => world.call('POST', '/v5/pins', { ...content, ...(await placed(world)) }),
  'pins/get': async (world) => {
    const { id } = await pinIn(world, { ...content, ...(await placed(world)) })
    return world.call('GET', `/v5/pins/${id}`)
  },
  'pins/update': async (world) => {
    const { id } = await pinIn(world, { ...content, ...(await placed(world)) })
    return world.call('PATCH', `/v5/pins/${id}`, { title: 'A hike' })
  },
  'pins/save': async (world) => {
    const { id } = await pinIn(world, content)
    return world.call('POST', `/v5/pins/${id}/save`, await placed(world))
  },
  'pins/list': async (world) => {
    await pinIn(world, { ...content, ...(await placed(world)) })
    return world.call('GET', '/v5/pins')
  },
  'board_sections/list_pins': async (world) => {
    const { board_id, board_section_id } = await placed(world)
    await pinIn(world, { ...content, board_id, board_section_id })
    return world.call('GET', `/v5/boards/${board_id}/sections/${board_section_id}/pins`)
  },
}

for (const [operation, ask] of Object.entries(answers)) {
  t.test(`${operation} answers a Pin with the keys and types of one that was recorded`, async (t) => {
    const { body } = await ask(await mock(t))
    t.strictSame(differences(recorded, shapeOf(body.items?.[0] ?? body), described), [])
  })
}

t.test('every image of a Pin has a width and a height', async (t) => {
  const world = await mock(t)
  for (const media_source of [image, carousel, await videoSourceIn(world)]) {
    const { media } = await pinIn(world, { media_source })
    const shown: readonly Json[] = media.items?.map(({ images }: Json) => images) ?? [media.images]
    for (const size of shown.flatMap((images) => Object.values<Json>(images))) {
      t.ok(size.width > 0 && size.height > 0, `${media.media_type} ${JSON.stringify(size)}`)
    }
  }
})

t.test('a Pin has a colour, the same for the same image, unless one is sent', async (t) => {
  const world = await mock(t)
  const colorOf = async (fields: object) => (await pinIn(world, fields)).dominant_color
  const made = await colorOf({ media_source: image })
  t.match(made, /^#[0-9a-f]{6}$/)
  t.equal(await colorOf({ media_source: image, title: 'Another' }), made)
  t.not(await colorOf({ media_source: { ...image, url: 'https://example.com/hike.jpg' } }), made)
  t.equal(await colorOf({ media_source: image, dominant_color: '#6E7874' }), '#6E7874')
})

t.test('what machines had a part in is declared, changed and taken back', async (t) => {
  const world = await mock(t)
  const ai_disclosures = { values: ['AI_MODIFIED'] }
  const pin = await pinIn(world, { ai_disclosures })
  t.strictSame(pin.ai_disclosures, ai_disclosures)
  const saved = await world.call('POST', `/v5/pins/${pin.id}/save`, {})
  t.strictSame(saved.body.ai_disclosures, ai_disclosures, 'what is saved shows the same')
  const change = async (fields: object) => (await world.call('PATCH', `/v5/pins/${pin.id}`, fields)).body
  t.strictSame((await change({ title: 'A hike' })).ai_disclosures, ai_disclosures)
  t.strictSame((await change({ ai_disclosures: {} })).ai_disclosures, ai_disclosures)
  const both = { values: ['AI_MODIFIED', 'SYNTHETIC_PERFORMER'] }
  t.strictSame((await change({ ai_disclosures: both })).ai_disclosures, both)
  t.notOk('ai_disclosures' in (await change({ ai_disclosures: { values: [] } })))
  await change({ ai_disclosures: both })
  t.notOk('ai_disclosures' in (await change({ ai_disclosures: null })))
})

t.test('a declaration needs its values, and those that there are', async (t) => {
  const { call } = await mock(t)
  for (const ai_disclosures of [{}, { values: ['ai_modified'] }, { values: 'AI_MODIFIED' }]) {
    t.match(await call('POST', '/v5/pins', { media_source: image, ai_disclosures }), { status: 400, body: { code: 1 } })
  }
  const none = await call('POST', '/v5/pins', { media_source: image, ai_disclosures: { values: [] } })
  t.equal(none.status, 200)
  t.notOk('ai_disclosures' in none.body)
})

t.test('is_product cannot be set', async (t) => {
  t.match(await pinIn(await mock(t), { is_product: true }), { is_product: false })
})
