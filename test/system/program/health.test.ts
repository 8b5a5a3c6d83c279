import t from 'tap'
import { run, start } from './start.ts'

const portOf = ({ base_url }: { base_url: string }): string => new URL(base_url).port

t.test('health ends with 0 when the server of the same configuration is ready', async (t) => {
  const { banner } = await start(t, ['--host', '0.0.0.0'])
  const environment = { PINTEREST_MOCK_PORT: portOf(banner), PINTEREST_MOCK_HOST: '0.0.0.0' }
  t.match(await run(['health'], environment), { code: 0, stderr: '' })
})

t.test('health reads flags and the configuration file, too', async (t) => {
  const { banner } = await start(t)
  const port = Number(portOf(banner))
  const file = `${t.testdir({ 'mock.json': JSON.stringify({ port }) })}/mock.json`
  t.match(await run(['health', '--config', file]), { code: 0 })
  t.match(await run(['health', '--port', String(port)]), { code: 0 })
})

t.test('health ends with 1 and says where it looked when nobody is there', async (t) => {
  const { banner, end } = await start(t)
  await end('SIGTERM')
  const { code, stderr } = await run(['health', '--port', portOf(banner)])
  t.equal(code, 1)
  t.match(stderr, new RegExp(`http://127.0.0.1:${portOf(banner)}/readyz is not ready: .*ECONNREFUSED`))
})

t.test('health does not guess a port that only the server knows', async (t) => {
  t.match(await run(['health', '--port', '0']), { code: 1, stderr: /--ready-file/ })
})
