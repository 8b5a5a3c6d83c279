import { exportState, type State } from '#db/export.ts'
import type { Answer, Mock } from '../support/mock.ts'

/** Wraps a mock so that the stored data before its latest call can be compared with those of now. */
export function withStoredData(mock: Mock) {
  let stored: State['tables'] | undefined
  const now = (): State['tables'] => exportState(mock.worlds.world('default').db).tables
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
