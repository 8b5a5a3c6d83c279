import t from 'tap'
import { probing } from './probing.ts'
import { image, leftBehind, type Service, serviceWithPin } from './service-with-pin.ts'

t.test('a Pin of several images shows what one of one image cannot, and the other way round', async (t) => {
  const service = await serviceWithPin(t)
  const items = [
    { ...image, title: 'One' },
    { ...image, title: 'Two' },
  ]
  const media_source = { source_type: 'multiple_image_urls', items }
  const { id } = await service.ask('POST', '/v5/pins', { media_source })
  const ofOne = await probing(t, service, ['--rules', 'ad.carousel.links,ad.exists', '--pin', service.pin.id])
  t.match(ofOne.evidence.rules, {
    'ad.carousel.links': { verdict: 'untold', reason: 'needs a Pin of several images: give one by --pin' },
    'ad.exists': { verdict: 'agrees' },
  })
  const ofTwo = await probing(t, service, ['--rules', 'ad.carousel.links,ad.exists', '--pin', id])
  t.match(ofTwo.evidence.rules, {
    'ad.carousel.links': { verdict: 'agrees' },
    'ad.exists': { verdict: 'untold', reason: 'needs a Pin of one image: give one by --pin' },
  })
  t.same(await leftBehind(service), [])
})

/** Pins of which no ad can be made, with what is said. */
const refused: Readonly<Record<string, readonly [(service: Service) => Promise<string>, RegExp]>> = {
  'that does not exist': [async () => '1', /there is no Pin 1, or it belongs to another user/],
  'of another user': [
    async ({ ask }) => {
      const users = [{ alias: 'other', username: 'other_shop' }]
      const pins = [{ alias: 'theirs', owner: 'other', media_source: image }]
      return (await ask('POST', '/__mock/seed', { users, pins })).pins.theirs
    },
    /there is no Pin \d+, or it belongs to another user/,
  ],
  'on a secret board': [
    async ({ ask }) => {
      const { id: board_id } = await ask('POST', '/v5/boards', { name: 'Plans', privacy: 'SECRET' })
      return (await ask('POST', '/v5/pins', { board_id, media_source: image })).id
    },
    /is on a secret board/,
  ],
  'that may not be promoted': [
    async ({ ask }) => {
      const pins = [{ alias: 'pin', is_promotable: false, media_source: image }]
      return (await ask('POST', '/__mock/seed', { pins })).pins.pin
    },
    /no ad can be made of Pin \d+: Sandboxed Pins may not be promoted/,
  ],
  'of a video': [
    async ({ pin, setAlter }) => {
      setAlter((_, { status, text }) => ({ status, text: text.replace('"REGULAR"', '"VIDEO"') }))
      return pin.id
    },
    /is VIDEO\. A probe makes ads of Pins of images/,
  ],
}

for (const [what, [pinIn, message]] of Object.entries(refused)) {
  t.test(`a Pin ${what} is refused before anything is made`, async (t) => {
    const service = await serviceWithPin(t)
    const id = await pinIn(service)
    await t.rejects(probing(t, service, ['--rules', 'ad.*', '--pin', id]), { message })
    const writes = service.calls.filter(({ method }) => method !== 'GET')
    t.ok(
      writes.every(({ url }) => url.endsWith('/ad_previews')),
      'a preview is asked for at most',
    )
  })
}

t.test('a Pin that cannot be read stops the probe, and what is no id is refused', async (t) => {
  const service = await serviceWithPin(t)
  service.setAlter(({ url }) =>
    url.includes('/pins/') ? { status: 403, text: '{"code":7,"message":"No"}' } : undefined,
  )
  await t.rejects(probing(t, service, ['--rules', 'ad.*', '--pin', service.pin.id]), /The Pin cannot be read \(403\)/)
  await t.rejects(probing(t, service, ['--pin', 'x']), { message: /^--pin takes the id of a Pin/ })
})
