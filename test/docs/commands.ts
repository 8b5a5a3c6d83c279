import { execFile } from 'node:child_process'
import { existsSync, globSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { tableOf } from '../fixtures/feed-files.ts'
import { productRow } from '../fixtures/feeds.ts'
import { programArguments } from '../support/built.ts'
import { run } from '../system/program/start.ts'
import { read, root } from './pages.ts'
import { runWithTarget } from './target-commands.ts'

const execute = promisify(execFile)
const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> }
/** A kind of command, by how it begins, and what is wrong with one. */
type Kind = readonly [RegExp, (line: string, cwd: string) => Promise<string> | string]

/** Options of the server, which prints the configuration that they make. */
const options = async (words: readonly string[]): Promise<string> => (await run([...words, '--print-config'])).stderr

/** The words of a command as a shell passes them, so that a page whose quotes are wrong fails. */
async function wordsOf(line: string): Promise<readonly string[]> {
  const { stdout } = await execute('/bin/sh', ['-euc', `printf '%s\\n' ${line}`])
  return stdout.trimEnd().split('\n')
}

const script = (name: string): string => (name in scripts ? '' : `there is no script ${name}`)

const kinds: readonly Kind[] = [
  [/^npm ci\b|^npm install --save-dev pinterest-ads-mock$|^npm rebuild\b|^npm pack\b|^docker |^pip install /, () => ''],
  [/^mkdir (?:-p )?[\w/]+$/, () => ''],
  [/^cp node_modules\/pinterest-ads-mock\//, copiesOf],
  [/^npm (start|test)$/, (line) => script(line.slice(4))],
  [/^npx pinterest-ads-mock$/, () => ''],
  [/^npx pinterest-ads-mock --/, async (line, cwd) => options((await wordsOf(line)).slice(2).map(fileIn(cwd)))],
  [/^npm run [\w:]+/, (line) => script(line.split(' ')[2] ?? '')],
  [/^npx pinterest-ads-mock exec /, runExec],
  [/^npx pinterest-ads-mock (?:seed|init)\b/, runProgram],
  [/^npx pinterest-ads-mock feed check products.tsv\b/, runFeedCheck],
  [/^npx pinterest-ads-mock (?:pull|compare|probe) /, runWithTarget],
  [/^npx pinterest-ads-mock mcp /, runMcp],
  [/^(?:[A-Z_]+=\S+ )*node \S+/, (line) => fileOf(/node (\S+)/.exec(line)?.[1] ?? '')],
  [/^PINTEREST_MOCK_URL=http:\/\/127\.0\.0\.1:7468 (?:pytest|go test|mvn test|phpunit|rspec|dotnet test)\b/, () => ''],
  [/^\.ci\/\w+/, (line) => fileOf(line.split(' ')[0] ?? '')],
]

/** Names files that commands before it wrote by their whole path, since the program runs elsewhere. */
const fileIn =
  (cwd: string) =>
  (word: string): string =>
    word.endsWith('.json') && existsSync(join(cwd, word)) ? join(cwd, word) : word

const fileOf = (path: string): string => (existsSync(new URL(path, root)) ? '' : `there is no ${path}`)

/** Looks for the files that a command copies out of the package. */
function copiesOf(line: string): string {
  const paths = line.split(' ').slice(1, -1)
  const sources = paths.map((path) => path.replace('node_modules/pinterest-ads-mock/', ''))
  const missing = sources.filter((path) => globSync(path, { cwd: fileURLToPath(root) }).length === 0)
  return missing.map((path) => `there is no ${path}`).join('\n')
}

/** Runs `mcp` with a server of its own in place of the page's; it ends when it reads no input. */
async function runMcp(line: string): Promise<string> {
  const words = (await wordsOf(line)).slice(2)
  const url = words.indexOf('--url')
  return (await run(url === -1 ? words : words.toSpliced(url, 2))).stderr
}

/** Runs `exec` with a command of the test's own in place of the page's. */
async function runExec(line: string): Promise<string> {
  const words = (await wordsOf(line.slice(0, line.indexOf(' -- ')))).slice(2)
  const { code, stdout, stderr } = await run([...words, '--', 'printenv', 'PINTEREST_MOCK_URL'])
  return code === 0 && /^http:\/\/127\.0\.0\.1:\d+$/m.test(stdout) ? '' : `${code} ${stdout} ${stderr}`
}

/** Runs `feed check` of a file in a folder of the test. */
async function runFeedCheck(line: string, cwd: string): Promise<string> {
  writeFileSync(join(cwd, 'products.tsv'), tableOf([productRow]))
  return runProgram(line, cwd)
}

/** The program as a shell starts it. */
const program = (): string => [process.execPath, ...programArguments()].map((word) => `'${word}'`).join(' ')

/** Runs a command of the program as it stands, in a folder of the test. */
async function runProgram(line: string, cwd: string): Promise<string> {
  return (await execute('bash', ['--norc', '-euc', line.replace('npx pinterest-ads-mock', program())], { cwd })).stderr
}

/** Runs or checks a line of a shell, each of its commands by itself; what is wrong with it, or nothing. */
export async function checkShellLine(line: string, cwd: string): Promise<string> {
  const problems: string[] = []
  for (const command of line.split(' && ')) {
    const [, check] = kinds.find(([begins]) => begins.test(command)) ?? []
    problems.push(check === undefined ? `no test knows how to check: ${command}` : await check(command, cwd))
  }
  return problems.filter(Boolean).join('\n')
}
