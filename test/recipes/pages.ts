import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { snippetsOf } from '../support/snippets.ts'

/** Pages of `docs/testing/` for other languages, with the programs that their first commands need. */
export const languagePages: Readonly<Record<string, readonly string[]>> = {
  go: ['go'],
  java: ['mvn', 'javac'],
  php: ['phpunit'],
  python: ['pytest'],
  ruby: ['rspec'],
  dotnet: ['dotnet'],
}

/** What programs print that cannot fetch the packages of a recipe. */
const unreachable = /Could not (?:transfer|find) artifact|dial tcp|NU1301/

/**
 * Runs the first commands of a page as they stand, in an empty folder that it makes, but for what they install: the
 * package and options of npm that are given. Returns a line that begins with `ok`, `skipped` or `not ok`.
 */
export function followPage(language: string, folder: string, installed: string): string {
  const title = `docs/testing/${language}.md from an empty folder`
  const env = { ...process.env, PATH: `${process.env.PATH}:/usr/local/go/bin` }
  const lacking = languagePages[language]?.find((name) => spawnSync('which', [name], { env }).status !== 0)
  if (lacking !== undefined) return `skipped: ${title}: ${lacking} is not installed here`
  const [commands = ''] = snippetsOf(new URL(`../../docs/testing/${language}.md`, import.meta.url))('sh')
  const cwd = join(folder, language)
  mkdirSync(cwd)
  const words = commands.replace('--save-dev pinterest-ads-mock', `--save-dev ${installed}`)
  const begin = performance.now()
  const { status, stdout, stderr } = spawnSync('sh', ['-euc', words], { cwd, env, encoding: 'utf8' })
  if (status === 0) return `ok: ${title}, in ${((performance.now() - begin) / 1000).toFixed(1)} s`
  if (unreachable.test(stdout + stderr)) return `skipped: ${title}: its packages cannot be fetched here`
  return `not ok: ${title}\n${stdout}${stderr}`
}
