import t from 'tap'
import { configurationOf } from '#server/config/config.ts'
import { UsageError } from '#server/config/usage-error.ts'
import { openForward } from '#server/target/forward/open-forward.ts'
import { targetToken } from './forwarding.ts'

const loopback = 'http://127.0.0.1:1/v5'
const environment = { PINTEREST_ACCESS_TOKEN: targetToken }

const opened = (options: Record<string, unknown>, variables: Record<string, string> = environment): Promise<unknown> =>
  openForward(configurationOf({ forward: loopback, ...options }), variables)

t.test('another server needs a token of the environment, and it is in no message', async (t) => {
  await t.rejects(opened({}, {}), {
    constructor: UsageError,
    message: /--forward needs the token of .* in PINTEREST_ACCESS_TOKEN/,
  })
  await t.rejects(opened({}, { PINTEREST_ACCESS_TOKEN: 'two words' }), { message: /a token has no spaces/ })
  t.equal(typeof (await opened({})), 'function')
})

t.test('production is called only where that is meant, and never with writes', async (t) => {
  const forward = 'https://api.pinterest.com/v5'
  await t.rejects(opened({ forward }), {
    constructor: UsageError,
    message: /^--forward: api\.pinterest\.com serves production/,
  })
  await t.rejects(opened({ forward, production: true, forwardWrites: true }), {
    message: /never sent on to production/,
  })
  t.equal(typeof (await opened({ forward, production: true })), 'function')
  t.equal(typeof (await opened({ forward: 'https://api-sandbox.pinterest.com/v5', forwardWrites: true })), 'function')
})

t.test('options that say how another server is asked need one, and a journal', (t) => {
  for (const [options, message] of [
    [{ forwardWrites: true }, /--forward-writes needs --forward/],
    [{ record: 'kept' }, /--record needs --forward/],
    [{ production: true }, /--production needs --forward/],
    [{ forward: loopback, journal: 0 }, /--forward needs --journal, which is off/],
    [{ forward: loopback, control: false }, /--forward needs --control, which is off/],
    [{ forward: 'ftp://127.0.0.1' }, /--forward/],
  ] as const) {
    t.throws(() => configurationOf(options), { constructor: UsageError, message })
  }
  t.end()
})
