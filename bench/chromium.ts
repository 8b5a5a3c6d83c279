import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { stop, watch } from './child.ts'
import { Devtools } from './devtools.ts'

/** The Chromium of this machine; undefined where it has none. */
export const chromiumPath: string | undefined = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]
  .filter((path) => path !== undefined)
  .find((path) => existsSync(path))

const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking']

/** A browser that measures how soon pages show something. */
export class Chromium {
  readonly #process: ChildProcess
  readonly #profile: string
  readonly #devtools: Devtools

  private constructor(process: ChildProcess, profile: string, devtools: Devtools) {
    this.#process = process
    this.#profile = profile
    this.#devtools = devtools
  }

  /** Starts the browser with a profile of its own. */
  static async start(): Promise<Chromium> {
    const profile = mkdtempSync(join(tmpdir(), 'bench-chromium-'))
    const args = [...flags, '--remote-debugging-port=0', `--user-data-dir=${profile}`]
    const child = spawn(chromiumPath ?? 'chromium', args, { stdio: ['ignore', 'ignore', 'pipe'] })
    watch(child)
    const lines = createInterface({ input: child.stderr })
    const url = await new Promise<string>((resolve, reject) => {
      lines.on('line', (line) => {
        const [, found] = /listening on (ws:\S+)/.exec(line) ?? []
        if (found !== undefined) resolve(found)
      })
      lines.on('close', () => reject(new Error('Chromium ended before it listened')))
    })
    return new Chromium(child, profile, await Devtools.connect(url))
  }

  /** Returns the milliseconds from a navigation to the first content of a page, without anything in a cache. */
  async firstContent(url: string): Promise<number> {
    const devtools = this.#devtools
    const { browserContextId } = await devtools.call('Target.createBrowserContext')
    const { targetId } = await devtools.call('Target.createTarget', { url: 'about:blank', browserContextId })
    const { sessionId } = await devtools.call('Target.attachToTarget', { targetId, flatten: true })
    const call = (method: string, params?: object) => devtools.call(method, params, String(sessionId))
    await call('Page.enable')
    await call('Page.setLifecycleEventsEnabled', { enabled: true })
    const painted = devtools.event('Page.lifecycleEvent', 'firstContentfulPaint')
    await call('Page.navigate', { url })
    await painted
    const expression = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
    const { result } = await call('Runtime.evaluate', { expression })
    await devtools.call('Target.disposeBrowserContext', { browserContextId })
    return (result as { value: number }).value
  }

  /** Stops the browser, and removes its profile. */
  async stop(): Promise<void> {
    this.#devtools.close()
    await stop({ process: this.#process })
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 })
  }
}
