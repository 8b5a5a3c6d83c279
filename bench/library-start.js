import { reportTimes } from './in-process.js'

// The import counts: a test suite waits for it.
await reportTimes(async () => {
  const { startMock } = await import('../build/server/index.js')
  const mock = await startMock()
  return { url: mock.url, close: () => mock.close() }
})
