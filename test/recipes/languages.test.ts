import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import t from 'tap'
import { startMock } from '../../server/index.ts'

const execute = promisify(execFile)
const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
/** The variable by which Go and Maven find their caches. */
const home = { HOME: homedir() }
const PATH = `${process.env.PATH}:/usr/local/go/bin`

/** Why a recipe cannot run here, or false where it can. */
const missing = (command: string, ...args: readonly string[]): Promise<string | false> =>
  execute(command, [...args], { env: { ...home, PATH } }).then(
    () => false,
    () => `${command} is not installed here`,
  )

const mock = await startMock({ seed: 'small' })
t.teardown(() => mock.close())
const cwd = t.testdir({})

/** Runs tests of another language against a server, as `exec` runs them; gives what they printed. */
async function runTests(command: string, ...args: readonly string[]): Promise<string> {
  const env = { ...home, PATH, PINTEREST_MOCK_URL: mock.url }
  const { stdout } = await execute(command, [...args], { env, cwd }).catch((error) => error)
  return stdout
}

t.test('the recipe for Go passes', { skip: await missing('go', 'version') }, async (t) => {
  const printed = await runTests('go', 'test', '-C', at('go-test'), '-count=1', '-vet=off', '-v', '.')
  t.equal(printed.match(/^--- PASS/gm)?.length, 2, printed)
})

const consoleJar =
  'org/junit/platform/junit-platform-console-standalone/1.13.4/junit-platform-console-standalone-1.13.4.jar'
const junit = join(homedir(), '.m2/repository', consoleJar)
const missingJava =
  (await missing('javac', '-version')) ||
  (!existsSync(junit) &&
    `JUnit's console is not in Maven's repository here: mvn dependency:get -Dartifact=org.junit.platform:junit-platform-console-standalone:1.13.4`)

t.test('the recipe for JUnit 5 passes', { skip: missingJava }, async (t) => {
  const classes = t.testdir({})
  await execute('javac', ['-d', classes, '-cp', junit, at('junit/World.java'), at('junit/CampaignsTest.java')])
  const printed = await runTests('java', '-jar', junit, 'execute', '--class-path', classes, '--scan-class-path')
  t.match(printed, '2 tests successful')
})

t.test('the recipe for PHPUnit passes', { skip: await missing('phpunit', '--version') }, async (t) => {
  const printed = await runTests(
    'phpunit',
    '--no-configuration',
    '--do-not-cache-result',
    at('phpunit/CampaignsTest.php'),
  )
  t.match(printed, 'OK (2 tests, 3 assertions)')
  await t.resolves(execute('php', ['--syntax-check', at('phpunit/ContainerTest.php')]))
})

t.test('the recipe for RSpec passes', { skip: await missing('rspec', '--version') }, async (t) => {
  const printed = await runTests('rspec', at('rspec/campaigns_spec.rb'))
  t.match(printed, '2 examples, 0 failures')
  await t.resolves(execute('ruby', ['-c', at('rspec/container.rb')]))
})

t.test('the recipe for xUnit passes', { skip: await missing('dotnet', '--version') }, async (t) => {
  const printed = await runTests('dotnet', 'test', at('xunit'))
  t.match(printed, /Passed:\s+2/)
})
