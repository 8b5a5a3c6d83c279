import { account, type DearCall } from './expensive-call.ts'

/** A server of which nothing was asked before. */
const fresh = {}

const first = (name: string, path: string): DearCall => ({
  name,
  settings: fresh,
  isOnce: true,
  ask: (server) => server.call({ method: 'GET', path }),
})

/** First calls, which load what few runs ask for, one after the other. */
export const firstCalls: readonly DearCall[] = [
  first("a resource's first call", `${account}/ads`),
  first("test control's first call", '/__mock'),
  first('the document of the API, first', '/openapi.json'),
  first('the page of the documents, first', '/docs/'),
  first('the document of test control, first', '/__mock/openapi.json'),
]
