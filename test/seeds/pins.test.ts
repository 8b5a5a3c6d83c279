import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { pinTable } from '#server/resources/content/pins/repository.ts'
import { seededImage } from '#server/seeds/image.ts'
import { image } from '../fixtures/pins.ts'
import { type Json, mock } from '../support/mock.ts'

t.test('the seed small has Pins on two boards, and one of which no ad can be made', async (t) => {
  const { call, worlds } = await mock(t, { seed: 'small' })
  const boards = (await call('GET', '/v5/boards')).body.items
  t.match(boards, [
    { name: 'Trails', pin_count: 3 },
    { name: 'Ad-only Pins', is_ads_only: true, pin_count: 1 },
  ])
  t.match((await call('GET', `/v5/boards/${boards[0].id}/sections`)).body.items, [{ name: 'Day hikes' }])
  const pins: Json = (await call('GET', '/v5/pins?include_protected_pins=true')).body.items
  const { db } = worlds.world('default')
  t.same(
    pins.map(({ id }: Json) => pinTable.find(db, id)?.is_promotable),
    [1, 1, 1, 0],
  )
  t.same(
    pins.map(({ media }: Json) => media.media_type),
    ['image', 'image', 'multiple_images', 'image'],
  )
})

t.test('a Pin of a seed can be made of its video', async (t) => {
  const file = join(t.testdir(), 'seed.json')
  const media = [{ alias: 'clip', created: '-P1D', media_type: 'video' }]
  writeFileSync(file, JSON.stringify({ media, pins: [{ title: 'A clip', video: 'clip' }] }))
  const { call } = await mock(t, { seed: file })
  t.match((await call('GET', '/v5/pins')).body.items, [{ title: 'A clip', creative_type: 'VIDEO' }])
})

const board = { alias: 'trails', name: 'Trails' }
const pin = { board: 'trails', media_source: image }
const violations: readonly [string, object, RegExp][] = [
  ['two boards of one name', { boards: [board, { name: 'trails' }] }, /boards\[1\].*board\.create\.name-taken/],
  [
    'a Pin on no board that there is',
    { boards: [board], pins: [{ ...pin, board: 'x' }] },
    /pins\[0\]\.board: 'x' is not/,
  ],
  ['a Pin without an image', { boards: [board], pins: [{ board: 'trails' }] }, /pins\[0\].*media_source\.required/],
  ['a Pin of one that is not there', { pins: [{ parent_pin_id: '1' }] }, /pins\[0\]: Pin not found/],
  [
    'a section of a name that its board has',
    { boards: [board], board_sections: Array(2).fill({ board: 'trails', name: 'A' }) },
    /board_sections\[1\].*board_section\.create\.name-taken/,
  ],
]

for (const [what, content, message] of violations) {
  t.test(`a seed with ${what} is refused with the place`, async (t) => {
    const file = join(t.testdir(), 'seed.json')
    writeFileSync(file, JSON.stringify(content))
    t.throws(() => seededImage(file), { message })
  })
}
