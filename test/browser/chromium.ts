import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import tap, { type Test } from 'tap'
import { chromiumPath } from '#bench/chromium.ts'
import { configurationOf } from '#server/config/config.ts'
import { startServer } from '#server/server.ts'
import type { About } from '#server/start/about.ts'
import type { Json } from '../support/mock.ts'

// A browser is no dependency: `.ci/browser` installs playwright-core for one run, and names it by PLAYWRIGHT_CORE. Which
// Chromium runs is CHROMIUM, or the machine's.

const driver = process.env.PLAYWRIGHT_CORE
/** Why no test can run in a browser here; false where one can. */
export const missing: string | false =
  chromiumPath === undefined
    ? 'this machine has no Chromium'
    : driver === undefined
      ? 'playwright-core is not installed here; .ci/browser runs these tests'
      : false

/** Finds elements by their role and name, as people and screen readers do. */
type ByRole = (role: string, options?: { name?: string | RegExp; exact?: boolean }) => Locator

/** Elements of a page, as far as these tests use what Playwright has. */
export interface Locator {
  click(): Promise<void>
  fill(text: string): Promise<void>
  textContent(): Promise<string | null>
  inputValue(): Promise<string>
  count(): Promise<number>
  waitFor(options?: { state?: 'visible' | 'hidden' | 'attached' }): Promise<void>
  locator(selector: string, options?: { hasText?: string | RegExp }): Locator
  getByRole: ByRole
  getByLabel(text: string | RegExp, options?: { exact?: boolean }): Locator
  getByText(text: string | RegExp): Locator
  press(key: string): Promise<void>
  selectOption(value: string): Promise<unknown>
  check(): Promise<void>
  focus(): Promise<void>
  getAttribute(name: string): Promise<string | null>
  innerText(): Promise<string>
  allInnerTexts(): Promise<string[]>
  isVisible(): Promise<boolean>
  first(): Locator
  last(): Locator
  nth(index: number): Locator
}

/** A request that a page has made. */
export interface PageRequest {
  url(): string
  method(): string
  allHeaders(): Promise<Record<string, string>>
}

/** A response that a page has got. */
export interface PageResponse {
  url(): string
  status(): number
  json(): Promise<Json>
}

/** A request of a page that a test answers in place of the server. */
export interface Route {
  fulfill(response: { status: number; contentType?: string; body: string }): Promise<void>
}

/** A page, as far as these tests use what Playwright has. */
export interface Page {
  goto(url: string): Promise<unknown>
  evaluate<Result>(work: string): Promise<Result>
  locator(selector: string, options?: { hasText?: string | RegExp }): Locator
  getByRole: ByRole
  getByLabel(text: string | RegExp): Locator
  getByText(text: string | RegExp): Locator
  readonly keyboard: { press(key: string): Promise<void>; type(text: string): Promise<void> }
  setInputFiles(selector: string, files: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void>
  screenshot(options: { path: string }): Promise<unknown>
  emulateMedia(options: { colorScheme: 'light' | 'dark' }): Promise<void>
  setViewportSize(size: { width: number; height: number }): Promise<void>
  on(event: 'request', listener: (request: PageRequest) => void): void
  on(event: 'console', listener: (message: { type(): string; text(): string }) => void): void
  on(event: 'pageerror', listener: (error: Error) => void): void
  waitForEvent(event: 'popup'): Promise<Page>
  waitForEvent(event: 'close'): Promise<unknown>
  waitForEvent(event: 'download'): Promise<{ path(): Promise<string> }>
  waitForResponse(found: (response: PageResponse) => boolean): Promise<PageResponse>
  waitForFunction(condition: string): Promise<unknown>
  waitForURL(url: RegExp): Promise<void>
  route(url: RegExp, answer: (route: Route) => void): Promise<void>
  url(): string
  context(): Context
}

/** The Chrome DevTools protocol of a page. */
export interface Devtools {
  send(method: string, parameters?: object): Promise<Json>
  on(event: string, listener: (event: Json) => void): void
}

interface Context {
  setDefaultTimeout(milliseconds: number): void
  newPage(): Promise<Page>
  newCDPSession(page: Page): Promise<Devtools>
  close(): Promise<void>
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A page of another site, on this machine.
  '--host-resolver-rules=MAP app.example.com 127.0.0.1',
]

interface Browser {
  newContext(): Promise<Context>
  close(): Promise<void>
}

/** Milliseconds after which a page counts as one that never shows what is waited for: long, since the machine may be busy. */
const longest = 120_000

let launched: Promise<Browser> | undefined

/** Starts the browser of a test file, which ends with the file. */
async function launch(): Promise<Browser> {
  const { chromium } = await import(pathToFileURL(join(driver ?? '', 'index.mjs')).href)
  const browser: Browser = await chromium.launch({ executablePath: chromiumPath, args: flags, headless: true })
  tap.teardown(() => browser.close())
  return browser
}

/** Opens a page without a history: with cookies and a cache of its own, which end with the test. */
export async function openPage(t: Test): Promise<Page> {
  launched ??= launch()
  const context = await (await launched).newContext()
  context.setDefaultTimeout(longest)
  t.teardown(() => context.close())
  return context.newPage()
}

/** Starts a server of the test alone. */
export async function started(t: Test, options: Readonly<Record<string, unknown>> = {}): Promise<About> {
  const { app, about } = await startServer(configurationOf({ port: 0, logLevel: 'silent', ...options }))
  t.teardown(() => app.close())
  return about
}

/** Serves a frontend of the test's at another port, and returns its origin. */
export async function frontend(t: Test, files: Readonly<Record<string, string>> = {}): Promise<string> {
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://localhost').pathname
    response.setHeader('content-type', name.endsWith('.js') ? 'text/javascript' : 'text/html')
    response.end(files[name] ?? '<!doctype html><title>A frontend</title>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://localhost:${(server.address() as AddressInfo).port}`
}

/** Returns what goes wrong on a page: errors of scripts, and what the console calls errors. */
export function errorsOf(page: Page): readonly string[] {
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  return errors
}
