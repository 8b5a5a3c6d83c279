import { account, type ExpensiveCall } from './expensive-call.ts'

/** The settings of a server that has answered no request yet. */
const fresh = {}

const first = (name: string, path: string): ExpensiveCall => ({
  name,
  settings: fresh,
  isOnce: true,
  run: (server) => server.call({ method: 'GET', path }),
})

/** First requests of their kind, which load code that most runs do not need. */
export const firstCalls: readonly ExpensiveCall[] = [
  first("a resource's first call", `${account}/ads`),
  first("test control's first call", '/__mock'),
  first('the document of the API, first', '/openapi.json'),
  first('the page of the documents, first', '/docs/'),
  first('the document of test control, first', '/__mock/openapi.json'),
]
