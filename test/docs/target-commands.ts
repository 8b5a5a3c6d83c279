import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const execute = promisify(execFile)
const main = new URL('../../server/cli/main.ts', import.meta.url).href
const program = `"${process.execPath}" --eval "import('${main}').then(({ main }) => main(process.argv.slice(1)))" --`

/**
 * Runs a command that calls another server, with one of the test's in place of the page's, and with a recorded journal
 * where the page has one. Throws where it fails.
 */
export async function runWithTarget(line: string, cwd: string): Promise<string> {
  const [{ configurationOf }, { startServer }] = await Promise.all([
    import('#server/config/config.ts'),
    import('#server/server.ts'),
  ])
  const { app, about } = await startServer(configurationOf({ port: 0, logLevel: 'silent' }))
  try {
    const { origin } = new URL(about.base_url)
    await fetch(`${origin}/v5/ad_accounts`, { headers: { authorization: 'Bearer any-text' } })
    writeFileSync(join(cwd, 'run.har'), await (await fetch(`${origin}/__mock/requests/har`)).text())
    const command = line
      .replace('npx pinterest-ads-mock', program)
      .replace(/--target \S+/, `--target ${about.base_url}`)
      .replace(/http:\/\/127\.0\.0\.1:7468/, origin)
    const env = { ...process.env, PINTEREST_ACCESS_TOKEN: 'any-text' }
    // What it writes beside its output is how far it is; a failure rejects.
    await execute('bash', ['--norc', '-euc', command], { cwd, env })
    return ''
  } finally {
    await app.close()
  }
}
