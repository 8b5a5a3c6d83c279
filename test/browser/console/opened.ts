import { readFileSync } from 'node:fs'
import type { Test } from 'tap'
import type { About } from '#server/start/about.ts'
import { errorsOf, missing, openPage, type Page, started } from '../chromium.ts'

/** Options of a test of the console: it is skipped where there is no browser. */
export const browser = { skip: missing }

/** The console of a server of the test's own. */
export interface OpenedConsole {
  readonly page: Page
  readonly about: About
  /** What went wrong on the page so far. */
  readonly errors: readonly string[]
  /** Goes to a page of the console, by the path of its address: `traffic`. */
  open(path: string): Promise<void>
  /** Calls the API or test control as a client beside the console does, by a path from the server's root. */
  call(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }>
}

/** Opens the console of a new server, on a page by the path of its address. */
export async function openedConsole(
  t: Test,
  path = 'overview',
  options: Readonly<Record<string, unknown>> = {},
): Promise<OpenedConsole> {
  const about = await started(t, { seed: 'small', ...options })
  const page = await openPage(t)
  const errors = errorsOf(page)
  const { origin } = new URL(about.base_url)
  const open = async (to: string): Promise<void> => {
    await page.goto(`${origin}/console/#/${to}`)
    await page.locator('main h1').first().waitFor()
  }
  await open(path)
  return { page, about, errors, open, call: (method, to, body) => call(origin + to, method, body) }
}

async function call(url: string, method: string, body?: unknown): Promise<{ status: number; body: unknown }> {
  const response = await fetch(url, {
    method,
    headers: { authorization: 'Bearer any-text', 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
}

/** Returns what axe finds on the page that is open: the rule, and the elements that break it. */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(readFileSync(process.env.AXE_CORE ?? '', 'utf8'))
  return page.evaluate<string[]>(`axe.run().then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 120)).join(' | ')))`)
}

/** Asserts that axe finds nothing on the page that is open, in light and in dark colours. */
export async function isAccessible(t: Test, page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    t.same(await violationsOf(page), [], `axe, in ${colorScheme} colours`)
  }
}

/** Asserts that the page that is open is not wider than a phone, and than a wall. */
export async function fitsScreens(t: Test, page: Page): Promise<void> {
  for (const width of [360, 2560]) {
    await page.setViewportSize({ width, height: 800 })
    t.equal(await page.evaluate('document.documentElement.scrollWidth'), width, `${width} pixels`)
  }
}
