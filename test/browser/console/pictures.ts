import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '../chromium.ts'

/** Where pictures for the guide are written; `npm run screenshots` names it, and elsewhere none are made. */
const folder = process.env.SCREENSHOTS ?? ''

/** Makes a picture of what a page shows, for the guide, where pictures are made. */
export async function picture(page: Page, name: string, height = 720): Promise<void> {
  if (folder === '') return
  await page.setViewportSize({ width: 1200, height })
  const devtools = await page.context().newCDPSession(page)
  const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality: 60 })
  writeFileSync(join(folder, `${name}.webp`), Buffer.from(data, 'base64'))
}
