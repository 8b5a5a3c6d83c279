import type { Json, Mock } from '../helper.ts'

/** Media of a Pin with one image. */
export const image = { source_type: 'image_url', url: 'https://example.com/walk.jpg' }

/** Media of a Pin with two images to leaf through. */
export const carousel = {
  source_type: 'multiple_image_urls',
  items: [
    { title: 'First', url: 'https://example.com/1.jpg' },
    { title: 'Second', url: 'https://example.com/2.jpg' },
  ],
}

/** What is created there, as it is answered. */
async function created({ call }: Mock, path: string, body: Json): Promise<Json> {
  const answer = await call('POST', `/v5${path}`, body)
  if (![200, 201].includes(answer.status)) throw new Error(JSON.stringify(answer.body))
  return answer.body
}

/** A new board. */
export const boardIn = (mock: Mock, name = 'Trails', fields: Json = {}): Promise<Json> =>
  created(mock, '/boards', { name, ...fields })

/** A new section of the board. */
export const sectionIn = (mock: Mock, boardId: string, name = 'Day hikes'): Promise<Json> =>
  created(mock, `/boards/${boardId}/sections`, { name })

/** A new Pin with an image. */
export const pinIn = (mock: Mock, fields: Json = {}): Promise<Json> =>
  created(mock, '/pins', { media_source: image, ...fields })

/** A video that can be made a Pin of: the clock is moved on until it is processed. */
export async function videoIn(mock: Mock): Promise<string> {
  const { media_id } = await created(mock, '/media', { media_type: 'video' })
  mock.clock.advance(60_000)
  return media_id
}

/** Media of a Pin with a video that can be made one, and a cover. */
export const videoSourceIn = async (mock: Mock): Promise<Json> => ({
  source_type: 'video_id',
  media_id: await videoIn(mock),
  cover_image_url: 'https://example.com/cover.jpg',
})

/** What a list answers of its items: their titles, or names. */
export async function namesIn({ call }: Mock, path: string): Promise<readonly string[]> {
  const { status, body } = await call('GET', `/v5${path}`)
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body.items.map(({ title, name }: Json) => title ?? name)
}
