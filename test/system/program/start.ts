import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Test } from 'tap'
import { fromSources, programArguments } from '#test/support/built.ts'
import type { Json } from '#test/support/mock.ts'

/** What a program printed until it ended. */
export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A server in a process of its own. */
export interface StartedServer {
  readonly child: ChildProcess
  /** The line that it printed when it was up. */
  readonly banner: Json
  /** Ends it with that signal and gives the exit code, null when it was killed. */
  end(signal: 'SIGTERM' | 'SIGKILL' | 'SIGINT'): Promise<number | null>
}

/** A limit that the process is started with, in words of a shell: `ulimit -f 1000`. */
type Limit = `ulimit ${string}`

function program(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  limit: Limit | undefined = undefined,
): ChildProcess {
  const { PATH = '', NODE_COMPILE_CACHE, _TAPJS_PROCESSINFO_COVERAGE_: coverage } = process.env
  const env = { PATH, ...(NODE_COMPILE_CACHE !== undefined && { NODE_COMPILE_CACHE }), ...environment }
  // The built program keeps compiled code by itself, in files that may be over a limit.
  const start = limit === undefined ? programArguments() : fromSources
  const command = [process.execPath, ...start, ...args]
  // Without what the test runner puts into every Node, unless coverage is measured by it: it takes a quarter of a start,
  // and under a limit it ends the process on the limit's signal, as files of compiled code may be over the limit.
  const bare = limit === undefined ? 'unset NODE_OPTIONS' : `unset NODE_OPTIONS NODE_COMPILE_CACHE; ${limit}`
  const shell = ['/bin/sh', '-c', `${bare} && exec "$@"`, 'sh', ...command]
  const [file = '', ...words] = limit === undefined && coverage === '1' ? command : shell
  return spawn(file, words, { env, stdio: ['ignore', 'pipe', 'pipe'] })
}

/** Runs the program to its end: for starts that are refused, and for `--help`. */
export async function run(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  limit?: Limit,
): Promise<Ended> {
  const child = program(args, environment, limit)
  let stdout = ''
  let stderr = ''
  child.stdout?.on('data', (chunk) => (stdout += chunk))
  child.stderr?.on('data', (chunk) => (stderr += chunk))
  const [code] = await once(child, 'close')
  return { code, stdout, stderr }
}

/** Starts the server on a free port and waits for the line that says it is up. Ended with the test. */
export async function start(
  t: Test,
  args: readonly string[] = [],
  environment = {},
  limit?: Limit,
): Promise<StartedServer> {
  const child = program(['--port', '0', ...args], environment, limit)
  const ended = once(child, 'close')
  t.teardown(async () => {
    child.kill('SIGKILL')
    await ended
  })
  const banner = await new Promise<Json>((resolve, reject) => {
    let printed = ''
    let wrong = ''
    child.stderr?.on('data', (chunk) => (wrong += chunk))
    child.stdout?.on('data', (chunk) => {
      printed += chunk
      const line = /^{"event":"listening".*}$/m.exec(printed)
      if (line !== null) resolve(JSON.parse(line[0]))
    })
    void ended.then(() => reject(new Error(`The server did not start: ${wrong}`)))
  })
  return {
    child,
    banner,
    async end(signal) {
      child.kill(signal)
      const [code] = await ended
      return code
    },
  }
}
