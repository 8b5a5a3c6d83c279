import { boardIn, pinIn, sectionIn } from '#test/fixtures/pins.ts'
import type { RecordedCalls } from '../call.ts'

/** Calls to boards, their sections and Pins. */
export const contentCalls: RecordedCalls = {
  'boards/create': ({ call }) => call('POST', '/v5/boards', { name: 'Recorded' }),
  'boards/get': async (mock) => mock.call('GET', `/v5/boards/${(await boardIn(mock)).id}`),
  'boards/update': async (mock) => mock.call('PATCH', `/v5/boards/${(await boardIn(mock)).id}`, { name: 'Renamed' }),
  'boards/delete': async (mock) => mock.call('DELETE', `/v5/boards/${(await boardIn(mock)).id}`),
  'boards/list_pins': async (mock) => {
    const { id } = await boardIn(mock)
    await pinIn(mock, { board_id: id, title: 'Recorded', description: 'A walk' })
    return mock.call('GET', `/v5/boards/${id}/pins`)
  },
  'board_sections/create': async (mock) =>
    mock.call('POST', `/v5/boards/${(await boardIn(mock)).id}/sections`, { name: 'Recorded' }),
  'board_sections/update': async (mock) => {
    const { id } = await boardIn(mock)
    const section = await sectionIn(mock, id)
    return mock.call('PATCH', `/v5/boards/${id}/sections/${section.id}`, { name: 'Renamed' })
  },
  'board_sections/list': async (mock) => {
    const { id } = await boardIn(mock)
    await sectionIn(mock, id)
    return mock.call('GET', `/v5/boards/${id}/sections?page_size=25`)
  },
  'board_sections/list_pins': async (mock) => {
    const { id } = await boardIn(mock)
    const section = await sectionIn(mock, id)
    return mock.call('GET', `/v5/boards/${id}/sections/${section.id}/pins`)
  },
  'pins/delete': async (mock) => mock.call('DELETE', `/v5/pins/${(await pinIn(mock)).id}`),
  'followers/list': ({ call }) => call('GET', '/v5/user_account/followers'),
  'user_following/get': ({ call }) => call('GET', '/v5/user_account/following'),
  'boards_user_follows/list': ({ call }) => call('GET', '/v5/user_account/following/boards'),
  'user_account/followed_interests': ({ call }) => call('GET', '/v5/users/mock_advertiser/interests/follow'),
  'search_user_boards/get': async (mock) => {
    await boardIn(mock)
    return mock.call('GET', '/v5/search/boards?query=')
  },
  'search_user_pins/list': async (mock) => {
    const { id } = await boardIn(mock)
    await pinIn(mock, { board_id: id, title: 'Recorded', description: 'A walk' })
    return mock.call('GET', '/v5/search/pins?query=walk')
  },
  'product_tags/list': async (mock) => mock.call('GET', `/v5/pins/${(await pinIn(mock)).id}/product_tags`),
}
