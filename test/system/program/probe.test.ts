import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
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

t.test('a killed probe leaves a journal without the token, and probe clean puts everything away', async (t) => {
  const service = await otherService(t)
  const adAccount = await service.adAccount('Shop')
  const out = join(t.testdir({}), 'evidence.json')
  const args = ['probe', '--target', service.url, '--ad-account', adAccount, '--operations', 'campaigns', '--out', out]
  const child = spawn(process.execPath, ['--eval', entry, '--', ...args, '--yes'], {
    env: { PATH: process.env.PATH ?? '', ...environment },
    stdio: 'ignore',
  })
  // Killed in the middle of a call, whose answer it never sees.
  service.setAlter(({ count }) => {
    if (count === 25) child.kill('SIGKILL')
    return undefined
  })
  await once(child, 'close')
  t.not((await service.leftovers(adAccount)).length, 0)
  t.notOk(readFileSync(`${out}.journal`, 'utf8').includes(token))

  const { code, stdout, stderr } = await run(['probe', 'clean', '--out', out], environment)
  t.equal(code, 0, stderr)
  t.match(stdout, /\d+ put away, 0 left behind/)
  t.same(await service.leftovers(adAccount), [])
  t.notOk(existsSync(`${out}.journal`))
})
