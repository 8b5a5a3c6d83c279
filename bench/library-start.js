import { tell } from './in-process.js'

// The import counts: it is what a test suite waits for.
await tell(async () => {
  const { startMock } = await import('../build/server/index.js')
  const mock = await startMock()
  return { url: mock.url, close: () => mock.close() }
})
