import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { otherService } from '#test/unit/target/probe/other-service.ts'
import { token } from '#test/unit/target/probe/probing.ts'
import { run } from './start.ts'

const environment = { PINTEREST_ACCESS_TOKEN: token }
const entry = `import(${JSON.stringify(new URL('../../../server/cli/main.ts', import.meta.url).href)}).then(({ main }) => main(process.argv.slice(1)))`

t.test('a probe that nobody confirms, of production, or without a token ends with 2, and calls nobody', async (t) => {
  const service = await otherService(t)
  const args = ['probe', '--target', service.url, '--ad-account', '1']
  const production = args.with(2, 'https://api.pinterest.com/v5')
  const [unconfirmed, refused, anonymous] = await Promise.all([
    run(args, environment),
    run([...production, '--yes'], environment),
    run([...args, '--yes']),
  ])
  t.match(unconfirmed, { code: 2, stderr: /add --yes/ })
  t.match(unconfirmed.stdout, /Calls {5}at most .* ads_write/, 'the plan is shown')
  t.match(refused, { code: 2, stderr: /serves production/ })
  t.match(anonymous, { code: 2, stderr: /PINTEREST_ACCESS_TOKEN has no token/ })
  t.equal(service.calls.length, 0)
})

/** Starts a probe that is sent a signal in the middle of its calls, and returns how it ended and what it wrote. */
async function signalled(t: Test, signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL') {
  const service = await otherService(t)
  const adAccount = await service.adAccount('Shop')
  const out = join(t.testdir({}), 'evidence.json')
  const args = ['probe', '--target', service.url, '--ad-account', adAccount, '--operations', 'campaigns', '--out', out]
  const child = spawn(process.execPath, ['--eval', entry, '--', ...args, '--yes'], {
    env: { PATH: process.env.PATH ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += chunk))
  // In the middle of a call; after SIGKILL its answer is never seen.
  service.setAlter(({ count }) => {
    if (count === 25) child.kill(signal)
    return undefined
  })
  const [code] = await once(child, 'close')
  return { service, adAccount, out, code, printed }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  t.test(`a probe that is ended by ${signal} puts away what it made, and says that it stopped`, async (t) => {
    const { service, adAccount, out, code, printed } = await signalled(t, signal)
    t.equal(code, 1)
    t.match(printed, /Stopped: Interrupted\./)
    t.ok(service.calls.length > 25, 'something had been made')
    t.same(await service.leftovers(adAccount), [])
    t.notOk(existsSync(`${out}.journal`))
    t.notOk((printed + readFileSync(out, 'utf8')).includes(token))
  })
}

t.test('a killed probe leaves a journal without the token, and probe clean puts everything away', async (t) => {
  const { service, adAccount, out, printed } = await signalled(t, 'SIGKILL')
  t.not((await service.leftovers(adAccount)).length, 0)
  t.notOk((printed + readFileSync(`${out}.journal`, 'utf8')).includes(token))

  const { code, stdout, stderr } = await run(['probe', 'clean', '--out', out], environment)
  t.equal(code, 0, stderr)
  t.match(stdout, /\d+ put away, 0 left behind/)
  t.same(await service.leftovers(adAccount), [])
  t.notOk(existsSync(`${out}.journal`))
})
