import t from 'tap'
import { mock } from '#test/support/mock.ts'

const media_id = '5212123900000000118'

t.test('a registered video is answered with where to upload it', async (t) => {
  const { call } = await mock(t)
  const { status, body } = await call('POST', '/v5/media', { media_type: 'video' })
  t.equal(status, 201)
  t.match(body, { media_id, media_type: 'video', upload_url: /^https?:\/\//, upload_parameters: Object })
  t.match(Object.values(body.upload_parameters), [String, String], 'fields of a form')
})

t.test('a video is registered, then processing, then succeeded, by the clock alone', async (t) => {
  const { call, clock } = await mock(t)
  await call('POST', '/v5/media', { media_type: 'video' })
  const seen = []
  for (const seconds of [0, 1, 1, 1, 3600]) {
    clock.advance(seconds * 1000)
    const { status, body } = await call('GET', `/v5/media/${media_id}`)
    t.equal(status, 200)
    t.strictSame(body, { media_id, media_type: 'video', status: body.status })
    seen.push(body.status)
  }
  t.same(seen, ['registered', 'processing', 'processing', 'succeeded', 'succeeded'])
})

t.test('a list has every video with how far it is', async (t) => {
  const { call, clock } = await mock(t)
  for (const seconds of [1, 60, 0]) {
    await call('POST', '/v5/media', { media_type: 'video' })
    clock.advance(seconds * 1000)
  }
  const first = (await call('GET', '/v5/media?page_size=2')).body
  t.match(first, { items: [{ media_id, status: 'succeeded' }, { status: 'succeeded' }], bookmark: String })
  const last = (await call('GET', `/v5/media?page_size=2&bookmark=${first.bookmark}`)).body
  t.match(last, { items: [{ status: 'registered' }], bookmark: null })
})

t.test('a video that is not there is a 404, and what is no video is refused', async (t) => {
  const { call } = await mock(t)
  t.match(await call('GET', '/v5/media/1'), { status: 404, body: { code: 2, message: 'Media not found.' } })
  for (const body of [{}, { media_type: 'image' }]) {
    t.match(await call('POST', '/v5/media', body), { status: 400, body: { code: 1 } })
  }
  t.strictSame((await call('GET', '/v5/media')).body, { items: [], bookmark: null })
})

t.test('a file can be uploaded where a registration says, without a token and whatever its size', async (t) => {
  const { app, call } = await mock(t)
  const { upload_url, upload_parameters } = (await call('POST', '/v5/media', { media_type: 'video' })).body
  const form = new FormData()
  for (const [name, value] of Object.entries<string>(upload_parameters)) form.append(name, value)
  form.append('file', new Blob([new Uint8Array(2 ** 21)]), 'walk.mp4')
  const { statusCode, body } = await app.inject({ method: 'POST', url: upload_url, payload: form })
  t.equal(statusCode, 204)
  t.equal(body, '')
})
