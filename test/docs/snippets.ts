import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { load } from 'js-yaml'
import t, { type Test } from 'tap'
import { packageHook } from '../support/built.ts'
import { run } from '../system/program/start.ts'
import { checkShellLine } from './commands.ts'
import { read, recipes, type Snippet, snippetsIn } from './pages.ts'

const execute = promisify(execFile)

/** A snippet with the addresses of the documentation, for the ports on which a server of the test listens. */
type Rewrite = (text: string) => string

/** What a snippet has that is about HTTPS. */
const aboutHttps = /7469|ca\.pem|https_url|api\.pinterest\.com/

/**
 * Starts a server as the pages start it, but on free ports; without HTTPS where no snippet is about it, since keys take
 * longer than all the rest of a start.
 */
async function started(t: Test, snippets: readonly string[]): Promise<Rewrite> {
  // Loaded here, since most pages have commands alone.
  const [{ configurationOf }, { startServer }] = await Promise.all([
    import('#server/config/config.ts'),
    import('#server/server.ts'),
  ])
  const isSecure = snippets.some((text) => aboutHttps.test(text))
  const https = isSecure ? { httpsPort: 0, httpsHosts: ['api.pinterest.com'] } : {}
  const { app, about } = await startServer(configurationOf({ port: 0, logLevel: 'silent', ...https }))
  t.teardown(() => app.close())
  const { origin } = new URL(about.base_url)
  const { port } = new URL(about.https_url ?? origin)
  // In one pass: the free port of the one may have the digits of the other, as 37469 has.
  return (text) =>
    text.replaceAll(/http:\/\/127\.0\.0\.1:7468|\b7469\b/g, (found) => (found === '7469' ? port : origin))
}

/** Registers the tests of a page: every snippet of every language is run, or checked where it cannot be. */
export function testPage(path: string): void {
  const snippets = snippetsIn(read(path))
  const of = (language: string): readonly string[] =>
    snippets.filter((snippet) => snippet.language === language).map(({ text }) => text)

  t.test(`${path} has snippets, in languages that are tested`, async (t) => {
    t.ok(snippets.length > 0)
    t.same(
      snippets.filter(({ language }) => !languages.includes(language)),
      [],
    )
  })

  if (of('bash').length > 0) t.test(`every call of ${path} is answered`, (t) => runCalls(t, of('bash')))
  if (of('js').length > 0) t.test(`every script of ${path} runs`, (t) => runScripts(t, of('js')))
  if (of('sh').length > 0) t.test(`every command of ${path} is understood`, (t) => runCommands(t, snippets))
  for (const text of of('yaml')) {
    const isSeed = path.startsWith('docs/guides/')
    t.test(`YAML of ${path} can be read`, (t) => (isSeed ? takesSeed(t, text) : Promise.resolve(t.ok(load(text)))))
  }
  for (const text of of('json')) t.test(`JSON of ${path} can be read`, (t) => takesConfiguration(t, text))
  for (const text of of('ts')) {
    t.test(`TypeScript of ${path} can be parsed`, async (t) => t.doesNotThrow(() => stripTypeScriptTypes(text)))
  }
  const inRecipes = snippets.filter(({ language }) => ofRecipes.includes(language))
  if (inRecipes.length > 0) {
    t.test(`code of ${path} in other languages is that of a recipe, which is run`, async (t) => {
      for (const { text } of inRecipes)
        t.ok(
          recipes().some((recipe) => recipe.includes(text)),
          text,
        )
    })
  }
}

/** Languages whose snippets are parts of files below `test/recipes/`. */
const ofRecipes = ['python', 'go', 'java', 'php', 'ruby', 'csharp']

const languages = ['bash', 'js', 'sh', 'yaml', 'json', 'ts', 'text', ...ofRecipes]

async function runCalls(t: Test, calls: readonly string[]): Promise<void> {
  const rewrite = await started(t, calls)
  const cwd = t.testdir({})
  for (const text of calls) {
    const command = rewrite(text).replaceAll('curl ', 'curl --fail-with-body ')
    const { stdout } = await execute('bash', ['--norc', '-euc', command], { cwd, maxBuffer: 2 ** 26 })
    t.match(stdout, /\{.*\}/s, text)
  }
}

async function runScripts(t: Test, scripts: readonly string[]): Promise<void> {
  const rewrite = await started(t, scripts)
  const folder = t.testdir({})
  for (const [index, text] of scripts.entries()) {
    const file = join(folder, `${index}.mjs`)
    writeFileSync(file, rewrite(text))
    const { stderr } = await execute(process.execPath, ['--import', packageHook(), file])
    t.equal(stderr, '', text)
  }
}

/** Runs commands line by line, in a folder that has the seeds of the page. */
async function runCommands(t: Test, snippets: readonly Snippet[]): Promise<void> {
  const folder = t.testdir({})
  mkdirSync(join(folder, 'seeds'))
  for (const { language, text } of snippets) {
    if (language !== 'yaml') continue
    for (const name of ['seed.yaml', 'seeds/page.yaml']) writeFileSync(join(folder, name), text)
  }
  const lines = snippets.flatMap(({ language, text }) =>
    language === 'sh' ? text.replaceAll('\\\n', ' ').split('\n') : [],
  )
  for (const line of lines.filter(Boolean)) t.equal(await checkShellLine(line, folder), '', line)
}

/** YAML of a guide is a seed. */
async function takesSeed(t: Test, text: string): Promise<void> {
  const file = join(t.testdir({ 'seed.yaml': text }), 'seed.yaml')
  const { seededImage } = await import('#server/seeds/image.ts')
  t.doesNotThrow(() => seededImage(file))
}

/** JSON of a page is a configuration file. */
async function takesConfiguration(t: Test, text: string): Promise<void> {
  const file = join(t.testdir({ 'mock.json': text }), 'mock.json')
  const { code, stderr } = await run(['--config', file, '--print-config'])
  t.equal(code, 0, stderr)
}
