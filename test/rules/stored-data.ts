import { stateText } from '#db/state-text.ts'
import type { Answer, Json, Mock } from '../support/mock.ts'

/** Wraps a mock so that the stored data before its latest call can be compared with those of now, as text. */
export function withStoredData(mock: Mock) {
  let stored: string | undefined
  const now = (): string => [...stateText(mock.worlds.world('default').db)].join('')
  async function call(...request: Parameters<Mock['call']>): Promise<Answer> {
    stored = now()
    return mock.call(...request)
  }
  const below = `/v5/ad_accounts/${mock.account}`
  const world: Mock = {
    ...mock,
    call,
    get: (path) => call('GET', below + path),
    post: (path, body) => call('POST', below + path, body),
    patch: (path, body) => call('PATCH', below + path, body),
  }
  return { world, now, before: () => stored }
}

/** Returns the tables of two texts of stored data, to be compared; nothing of both where the texts are the same. */
export function storedParts(before: string | undefined, now: string): readonly [now: Json, before: Json] {
  if (before === now) return [[], []]
  return [JSON.parse(now).tables, before === undefined ? before : JSON.parse(before).tables]
}
