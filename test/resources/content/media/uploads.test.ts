import t from 'tap'
import { beginsAsVideo } from '#server/resources/content/media/first-bytes.ts'
import { type Json, type Mock, mock } from '#test/support/mock.ts'

/** The beginning of an MP4, with more behind it than is looked at. */
const video = new Uint8Array(2 ** 17)
video.set([0, 0, 0, 24, ...Buffer.from('ftypmp42')])

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])

const register = async ({ call }: Mock, world = ''): Promise<Json> =>
  (await call('POST', `${world}/v5/media`, { media_type: 'video' })).body

/** Uploads a file where a registration says, as its form has it. */
async function upload({ app }: Mock, { upload_url, upload_parameters }: Json, bytes: Uint8Array): Promise<void> {
  const form = new FormData()
  for (const [name, value] of Object.entries<string>(upload_parameters)) form.append(name, value)
  form.append('file', new Blob([new Uint8Array(bytes)]), 'walk.mp4')
  const { statusCode } = await app.inject({ method: 'POST', url: upload_url, payload: form })
  if (statusCode !== 204) throw new Error(`answered ${statusCode}`)
}

const statusOf = async ({ call }: Mock, { media_id }: Json, world = ''): Promise<string> =>
  (await call('GET', `${world}/v5/media/${media_id}`)).body.status

t.test('a file that is a video is processed from when it is uploaded', async (t) => {
  const world = await mock(t)
  const media = await register(world)
  await upload(world, media, video)
  t.equal(await statusOf(world, media), 'processing')
  world.clock.advance(2000)
  t.equal(await statusOf(world, media), 'succeeded')
})

t.test('a file that is no video ends in failed, and no Pin can be made of it', async (t) => {
  const world = await mock(t)
  const media = await register(world)
  await upload(world, media, png)
  t.equal(await statusOf(world, media), 'processing')
  world.clock.advance(2000)
  t.equal(await statusOf(world, media), 'failed')
  t.match((await world.call('GET', '/v5/media')).body.items, [{ media_id: media.media_id, status: 'failed' }])
  const media_source = { source_type: 'video_id', media_id: media.media_id, cover_image_key_frame_time: 0 }
  t.match(await world.call('POST', '/v5/pins', { media_source }), {
    status: 400,
    headers: { 'x-mock-rules': 'pin.video.processed' },
  })
})

t.test('a video may be uploaded after what was none', async (t) => {
  const world = await mock(t)
  const media = await register(world)
  await upload(world, media, new Uint8Array())
  await upload(world, media, video)
  world.clock.advance(2000)
  t.equal(await statusOf(world, media), 'succeeded')
})

t.test('what is uploaded for one registration leaves others alone', async (t) => {
  const world = await mock(t)
  const [one, other] = [await register(world), await register(world)]
  await upload(world, one, png)
  world.clock.advance(5000)
  t.same([await statusOf(world, one), await statusOf(world, other)], ['failed', 'succeeded'])
})

t.test('a file goes to the world that its registration was made in', async (t) => {
  const world = await mock(t)
  const media = await register(world, '/w/other')
  await upload(world, media, png)
  world.clock.advance(5000)
  t.equal(await statusOf(world, media, '/w/other'), 'failed')
  t.equal(world.worlds.has('default'), true)
  t.equal((await world.call('GET', `/v5/media/${media.media_id}`)).status, 404)
})

t.test('a file is uploaded in a fork alone, and in the world that it was made of', async (t) => {
  const world = await mock(t)
  const media = await register(world)
  for (const name of ['one', 'two']) await world.call('POST', '/__mock/worlds', { name, from: { world: 'default' } })
  await upload(world, { ...media, upload_url: '/w/one/__mock/uploads' }, png)
  world.clock.advance(5000)
  t.equal(await statusOf(world, media, '/w/one'), 'failed')
  t.equal(await statusOf(world, media, '/w/two'), 'succeeded')
  t.equal(await statusOf(world, media), 'succeeded')
  await world.call('POST', '/__mock/worlds', { name: 'three', from: { world: 'default' } })
  await upload(world, media, png)
  world.clock.advance(5000)
  t.equal(await statusOf(world, media), 'failed')
  t.equal(await statusOf(world, media, '/w/three'), 'succeeded')
})

t.test('a key that nobody was given is taken and leads nowhere', async (t) => {
  const world = await mock(t)
  const media = await register(world)
  await upload(world, { ...media, upload_parameters: { key: 'mine' } }, png)
  await upload(world, { ...media, upload_parameters: { key: 'uploads/1' } }, png)
  world.clock.advance(5000)
  t.equal(await statusOf(world, media), 'succeeded')
})

t.test('a registration has the fields of a form as a file store signs them', async (t) => {
  const { media_id, upload_parameters } = await register(await mock(t))
  const names = ['Content-Type', 'key', 'policy', 'x-amz-algorithm', 'x-amz-credential', 'x-amz-date']
  t.same(Object.keys(upload_parameters).sort(), [...names, 'x-amz-security-token', 'x-amz-signature'])
  t.match(upload_parameters.key, new RegExp(`^uploads/\\w\\w/\\w\\w/\\w\\w/3:video:1055601737567567993:${media_id}$`))
  t.match(upload_parameters, {
    'Content-Type': 'multipart/form-data',
    'x-amz-algorithm': 'AWS4-HMAC-SHA256',
    'x-amz-date': '20260601T120000Z',
    'x-amz-signature': /^[0-9a-f]{64}$/,
  })
  const policy = JSON.parse(Buffer.from(upload_parameters.policy, 'base64').toString())
  t.equal(policy.expiration, '2026-06-02T12:00:00.000Z')
})

const beginnings: readonly (readonly [string, string, boolean])[] = [
  ['an MP4', '\u0000\u0000\u0000\u0018ftypmp42', true],
  ['an M4V', '\u0000\u0000\u0000\u001cftypM4V ', true],
  ['a MOV', '\u0000\u0000\u0000\u0014ftypqt  ', true],
  ['an older MOV', '\u0000\u0000\u0000\u0008wide\u0000\u0000', true],
  ['a PNG', '\u0089PNG\r\n\u001a\n', false],
  ['a JPEG', '\u00ff\u00d8\u00ff\u00e0\u0000\u0010JFIF', false],
  ['a WebM', '\u001a\u0045\u00df\u00a3\u0001\u0000\u0000\u0000', false],
  ['text', 'This is no video', false],
  ['three bytes', 'fty', false],
  ['nothing', '', false],
]
for (const [what, bytes, isVideo] of beginnings) {
  t.test(`a file that begins as ${what} is ${isVideo ? 'a video' : 'none'}`, async (t) => {
    t.equal(beginsAsVideo(Buffer.from(bytes, 'latin1')), isVideo)
  })
}
